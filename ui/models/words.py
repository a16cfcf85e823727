"""The domain's enums in the reader's language. The domain itself never calls `tr()`."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QDateTime, QLocale, Qt

from ui.look import marks
from workbench.domain.article import BlockKind
from workbench.domain.case import QueryTo
from workbench.domain.claim import ClaimKind, Status
from workbench.domain.evidence import Stance
from workbench.domain.findings import FactKind, WarningKind

_CONTEXT = "Words"

_KINDS = {
    ClaimKind.QUOTATION: QT_TRANSLATE_NOOP("Words", "quotation"),
    ClaimKind.STATEMENT: QT_TRANSLATE_NOOP("Words", "statement"),
    ClaimKind.STATISTIC: QT_TRANSLATE_NOOP("Words", "statistic"),
    ClaimKind.PREDICTION: QT_TRANSLATE_NOOP("Words", "prediction"),
    ClaimKind.OPINION: QT_TRANSLATE_NOOP("Words", "opinion"),
}
_STANCES = {
    Stance.SUPPORTS: QT_TRANSLATE_NOOP("Words", "supports"),
    Stance.CONTRADICTS: QT_TRANSLATE_NOOP("Words", "contradicts"),
    Stance.CONTEXT: QT_TRANSLATE_NOOP("Words", "context"),
}
_BLOCKS = {
    BlockKind.HEADLINE: QT_TRANSLATE_NOOP("Words", "headline"),
    BlockKind.KICKER: QT_TRANSLATE_NOOP("Words", "kicker"),
    BlockKind.STANDFIRST: QT_TRANSLATE_NOOP("Words", "standfirst"),
    BlockKind.BYLINE: QT_TRANSLATE_NOOP("Words", "byline"),
    BlockKind.SUBHEAD: QT_TRANSLATE_NOOP("Words", "subhead"),
    BlockKind.BODY: QT_TRANSLATE_NOOP("Words", "body"),
    BlockKind.SOURCE: QT_TRANSLATE_NOOP("Words", "source line"),
    BlockKind.BOILERPLATE: QT_TRANSLATE_NOOP("Words", "boilerplate"),
}
_FACTS = {
    FactKind.NAME: QT_TRANSLATE_NOOP("Words", "name"),
    FactKind.PLACE: QT_TRANSLATE_NOOP("Words", "place"),
    FactKind.NUMBER: QT_TRANSLATE_NOOP("Words", "number"),
    FactKind.DATE: QT_TRANSLATE_NOOP("Words", "date"),
    FactKind.QUOTATION: QT_TRANSLATE_NOOP("Words", "quotation"),
    FactKind.SUPERLATIVE: QT_TRANSLATE_NOOP("Words", "superlative"),
    FactKind.CAUSE: QT_TRANSLATE_NOOP("Words", "cause"),
}
_WARNINGS = {
    WarningKind.HEADLINE_QUOTATION: QT_TRANSLATE_NOOP("Words", "Headline quotation not in the body"),
    WarningKind.REPEATED_QUOTATION: QT_TRANSLATE_NOOP("Words", "Quotation repeated with differences"),
    WarningKind.MARKS: QT_TRANSLATE_NOOP("Words", "Quotation marks"),
    WarningKind.WORDS_RUN_TOGETHER: QT_TRANSLATE_NOOP("Words", "Words run together"),
    WarningKind.NAME_SPELLING: QT_TRANSLATE_NOOP("Words", "Name spelled two ways"),
    WarningKind.WEEKDAY: QT_TRANSLATE_NOOP("Words", "Weekday and date disagree"),
    WarningKind.TOTAL: QT_TRANSLATE_NOOP("Words", "Parts don’t add up"),
    WarningKind.PERCENTAGE: QT_TRANSLATE_NOOP("Words", "Percentage over 100"),
    WarningKind.CHANGE: QT_TRANSLATE_NOOP("Words", "Percentage and figures disagree"),
    WarningKind.MACHINE_TRANSLATED: QT_TRANSLATE_NOOP("Words", "Reads as machine-translated"),
    WarningKind.DAMAGE: QT_TRANSLATE_NOOP("Words", "Damaged text"),
    WarningKind.LANGUAGE: QT_TRANSLATE_NOOP("Words", "Language without a model"),
    WarningKind.MODEL: QT_TRANSLATE_NOOP("Words", "Model missing"),
}
_QUERIES = {
    QueryTo.AUTHOR: QT_TRANSLATE_NOOP("Words", "author"),
    QueryTo.EDITOR: QT_TRANSLATE_NOOP("Words", "editor"),
}
SOURCE_KINDS = {
    "webpage": QT_TRANSLATE_NOOP("Words", "Web page"),
    "article-newspaper": QT_TRANSLATE_NOOP("Words", "Newspaper article"),
    "article-magazine": QT_TRANSLATE_NOOP("Words", "Magazine article"),
    "article-journal": QT_TRANSLATE_NOOP("Words", "Journal article"),
    "report": QT_TRANSLATE_NOOP("Words", "Report"),
    "dataset": QT_TRANSLATE_NOOP("Words", "Data set"),
    "speech": QT_TRANSLATE_NOOP("Words", "Speech or transcript"),
    "interview": QT_TRANSLATE_NOOP("Words", "Interview"),
    "broadcast": QT_TRANSLATE_NOOP("Words", "Broadcast"),
    "motion_picture": QT_TRANSLATE_NOOP("Words", "Video"),
    "post": QT_TRANSLATE_NOOP("Words", "Social media post"),
    "personal_communication": QT_TRANSLATE_NOOP("Words", "E-mail, call or letter"),
    "legislation": QT_TRANSLATE_NOOP("Words", "Law or treaty"),
    "legal_case": QT_TRANSLATE_NOOP("Words", "Court case"),
    "book": QT_TRANSLATE_NOOP("Words", "Book"),
    "graphic": QT_TRANSLATE_NOOP("Words", "Picture"),
    "document": QT_TRANSLATE_NOOP("Words", "Other document"),
}
"""CSL-JSON types a fact-checker meets, in the order they are offered."""


def _word(source: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(source))


def status(value: Status) -> str:
    return marks.mark(value).word


def kind(value: ClaimKind) -> str:
    return _word(_KINDS[value])


def stance(value: Stance) -> str:
    return _word(_STANCES[value])


def block(value: BlockKind) -> str:
    return _word(_BLOCKS[value])


def fact(value: FactKind) -> str:
    return _word(_FACTS[value])


def warning(value: WarningKind) -> str:
    return _word(_WARNINGS[value])


def query_to(value: QueryTo) -> str:
    return _word(_QUERIES[value])


def source_kind(csl_type: str) -> str:
    """The word for a CSL-JSON type; a type we don't offer is shown as it stands."""
    return _word(SOURCE_KINDS[csl_type]) if csl_type in SOURCE_KINDS else csl_type


def claimant(name: str) -> str:
    """An empty name is the article itself speaking."""
    return name or _word(QT_TRANSLATE_NOOP("Words", "the article"))


def date(iso: str) -> str:
    """An ISO 8601 date or instant by the reader's locale; a partial or freely worded one as it stands."""
    if len(iso) > len("2022-12-20"):
        day = QDateTime.fromString(iso, Qt.DateFormat.ISODateWithMs).toLocalTime().date()
    else:
        day = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMM yyyy") if day.isValid() else iso


def moment(instant: str) -> str:
    """Date and minute of an ISO 8601 instant where the reader is, the month by its name; others as they stand."""
    there = QDateTime.fromString(instant, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not there.isValid():
        return instant
    return f"{date(instant)}, {QLocale().toString(there.time(), QLocale.FormatType.ShortFormat)}"


def size(count: int) -> str:
    """Bytes as a person says them."""
    return QLocale().formattedDataSize(count, 1)
