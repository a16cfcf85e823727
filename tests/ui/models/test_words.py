from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime

from ui.models import words
from workbench.domain.article import BlockKind
from workbench.domain.case import QueryTo
from workbench.domain.claim import ClaimKind, Status
from workbench.domain.evidence import Stance
from workbench.domain.findings import FactKind, WarningKind


def test_every_value_of_every_enum_has_its_own_word() -> None:
    for enum, word in (
        (Status, words.status),
        (ClaimKind, words.kind),
        (Stance, words.stance),
        (BlockKind, words.block),
        (FactKind, words.fact),
        (WarningKind, words.warning),
        (QueryTo, words.query_to),
    ):
        said = [word(value) for value in enum]
        assert all(said)
        assert len(set(said)) == len(said)


def test_a_source_kind_we_do_not_offer_is_shown_as_it_stands() -> None:
    assert words.source_kind("article-newspaper") == "Newspaper article"
    assert words.source_kind("hymnal") == "hymnal"


def test_a_claim_without_a_claimant_is_the_articles_own() -> None:
    assert words.claimant("") == "the article"
    assert words.claimant("Ada Lovelace") == "Ada Lovelace"


def test_moments_have_their_month_by_name_so_that_nobody_reads_it_for_the_day() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    try:
        here = QDateTime(QDate(2026, 5, 6), QTime(7, 8, 9)).toUTC().toString(Qt.DateFormat.ISODate)
        assert words.moment(here) == "6 May 2026, 07:08"
        assert words.moment("yesterday") == "yesterday"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2022-12-19", "19 Dec 2022"), ("2022-12-20T10:12:00Z", "20 Dec 2022"), ("2022", "2022"), ("spring", "spring")],
)
def test_dates_are_said_in_full_and_partial_ones_left_alone(iso: str, said: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    try:
        assert words.date(iso) == said
    finally:
        QLocale.setDefault(before)
