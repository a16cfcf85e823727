"""Sentences that state figures are claims where there is no language model, too."""

from __future__ import annotations

import pytest

from tests.extraction.articles import article
from workbench.domain.claim import ClaimKind
from workbench.extraction.pipeline import find

FIGURE, DATE, QUOTED = ClaimKind.STATISTIC, ClaimKind.STATEMENT, ClaimKind.QUOTATION


def kinds(text: str, language: str) -> list[tuple[str, ClaimKind]]:
    found = article(text, language=language)
    return [(claim.span.of(found.text), claim.kind) for claim in find(found).claims]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Die Quote stieg um 0,4 Punkte auf 6,1 Prozent. Scholz lehnt das ab.",
            [("Die Quote stieg um 0,4 Punkte auf 6,1 Prozent.", FIGURE)],
        ),
        ("de", "Die Brücke wurde am 3. Mai 1998 eröffnet.", [("Die Brücke wurde am 3. Mai 1998 eröffnet.", DATE)]),
        ("de", "Das teilte die Behörde am Freitag mit.", []),
        (
            "fr",
            "La dette s’élève à 3 000 milliards d’euros.",
            [("La dette s’élève à 3 000 milliards d’euros.", FIGURE)],
        ),
        ("ru", "Цены на яйца выросли на 61,4 %.", [("Цены на яйца выросли на 61,4 %.", FIGURE)]),
        ("zh", "全国居民人均可支配收入39218元。专家认为形势良好。", [("全国居民人均可支配收入39218元。", FIGURE)]),
        ("hi", "सरकार ने 500 नए स्कूल खोले। यह सच है।", [("सरकार ने 500 नए स्कूल खोले।", FIGURE)]),
        ("ar", "وبلغ الإنتاج ٩٫٧ مليون برميل يوميا.", [("وبلغ الإنتاج ٩٫٧ مليون برميل يوميا.", FIGURE)]),
        ("th", "ประชากรไทยมี 66 ล้านคน", [("ประชากรไทยมี 66 ล้านคน", FIGURE)]),
    ],
)
def test_a_sentence_with_a_figure_is_a_claim(language: str, text: str, expected: list[tuple[str, ClaimKind]]) -> None:
    assert kinds(text, language) == expected


def test_figures_within_marks_are_the_quotations() -> None:
    text = "„Wir haben 500 Stellen gestrichen“, sagte Anna Kern am 3. Mai 2024 in Kiel."
    assert kinds(text, "de") == [("„Wir haben 500 Stellen gestrichen“", QUOTED)]


@pytest.mark.parametrize("text", ["Berlin, 3. Januar 2024 – ", "1. ", "3:2", "Nr. 5"])
def test_what_says_nothing_is_no_claim(text: str) -> None:
    assert kinds(text, "de") == []
