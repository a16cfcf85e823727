"""The language of the window. Source words are English; its plural forms come from a translation like any other's.

To add a language: `pyside6-lupdate -locations none $(git ls-files 'ui/*.py') -ts resources/translations/xx.ts`,
translate it in `pyside6-linguist`, and `pyside6-lrelease` it to xx.qm beside it. Nothing else names a language. The
same is done when words have changed. en.ts holds plurals only (`-pluralonly`).

Among those words are the workbench's sentences, of which it knows only the English: `ui.look.templates` has them for
lupdate, and `ui.look.sentences` puts translation and values together. Where sentences were changed,
`python -m tools.sentences` goes before lupdate. A {name} in one must stand in its translation too, where that wants it.

FACT_CHECK_LANGUAGE in the environment goes before the settings, and may also name a pseudo-language (`ui.look.pseudo`).
"""

from __future__ import annotations

import os

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import resources

_SOURCE = "en"
_PSEUDO = {"qps-long": QLocale.Language.English, "qps-rtl": QLocale.Language.Arabic}
"""Whose numbers and dates a pseudo-language has."""


def available() -> list[str]:
    """The languages there is a translation for, as BCP 47 tags, in order."""
    return sorted(path.stem for path in resources.path("translations").glob("*.qm"))


def choose(wanted: str, spoken: list[str], there: list[str]) -> str:
    """The language wanted, else the first spoken at this computer, that there is a translation for; else English."""
    for tag in [wanted, *spoken]:
        for candidate in (tag, tag.split("-")[0]):
            if candidate in there:
                return candidate
    return _SOURCE


def install(app: QApplication, wanted: str = "") -> str:
    """Let the window speak `wanted` (a BCP 47 tag; empty for the system's language); returns what it speaks."""
    wanted = os.environ.get("FACT_CHECK_LANGUAGE", "") or wanted
    if wanted in _PSEUDO:
        return _install_pseudo(app, wanted)
    chosen = choose(wanted, QLocale.system().uiLanguages(), available())
    translator = QTranslator(app)
    if translator.load(str(resources.path(f"translations/{chosen}.qm"))):
        app.installTranslator(translator)
    if chosen != _SOURCE:
        from PySide6.QtCore import QLibraryInfo

        # Qt's own words: the menu of a field, the dialogs of files and printers.
        own = QTranslator(app)
        if own.load(QLocale(chosen), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(own)
    if wanted:
        QLocale.setDefault(QLocale(wanted))
    app.setLayoutDirection(QLocale(chosen).textDirection())
    return chosen


def _install_pseudo(app: QApplication, wanted: str) -> str:
    from ui.look.pseudo import PseudoTranslator

    translator = PseudoTranslator(wanted, app)
    translator.load(str(resources.path(f"translations/{_SOURCE}.qm")))
    app.installTranslator(translator)
    locale = QLocale(_PSEUDO[wanted])
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    return wanted
