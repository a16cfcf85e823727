"""Whose a quotation is where there is no language model."""

from __future__ import annotations

import pytest

from tests.extraction.articles import article
from workbench.domain.claim import ClaimKind
from workbench.extraction.pipeline import find


def said(text: str, language: str) -> list[tuple[str, str]]:
    found = article(text, language=language)
    return [(claim.span.of(found.text), claim.claimant) for claim in find(found).claims]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "„Wir haben nichts gewusst“, sagte Bürgermeisterin Anna Kern am Montag.", "Bürgermeisterin Anna Kern"),
        ("de", "Karl Roth erklärte am Dienstag: »Das war ein schwerer Fehler.«", "Karl Roth"),
        ("de", "‚Es gab keine andere Wahl‘, so Minister Karl Roth.", "Minister Karl Roth"),
        ("fr", "« Nous avons perdu un an », a déclaré le ministre Jean Dupont lundi.", "le ministre Jean Dupont"),
        ("fr", "Anne Petit a affirmé : « C’est tout à fait faux. »", "Anne Petit"),
        ("es", "«No sabíamos nada de eso», dijo el alcalde Juan Pérez.", "el alcalde Juan Pérez"),
        ("ru", "«Мы ничего об этом не знали», — сказал министр Иван Петров.", "министр Иван Петров"),
    ],
)
def test_the_words_beside_a_quotation_name_its_speaker(language: str, text: str, speaker: str) -> None:
    ((_, claimant),) = said(text, language)
    assert claimant == speaker


def test_a_surname_is_the_person_named_before() -> None:
    text = "„Wir haben nichts gewusst“, sagte Anna Kern. Später rief der Rat an. Kern sagte: „Das war ein Fehler.“"
    assert [claimant for _, claimant in said(text, "de")] == ["Anna Kern", "Anna Kern"]


def test_a_quotation_goes_on_behind_its_speaker() -> None:
    found = article("„Es gab damals nun einmal“, so Anna Kern, „keine andere Wahl.“", language="de")
    (one,) = find(found).attributions
    assert [piece.of(found.text) for piece in one.content] == ["„Es gab damals nun einmal“", "„keine andere Wahl.“"]


def test_nobody_is_named_for_a_quotation_that_stands_alone() -> None:
    text = "„Wir haben nichts davon gewusst“ stand auf dem Plakat. Die Menge lief nach Hause."
    assert all(claimant == "" for _, claimant in said(text, "de"))


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("zh", "市长王伟说：“我们什么都不知道，这是一个错误。”", "“我们什么都不知道，这是一个错误。”"),
        ("ja", "市長は「私たちは何も知らなかった」と述べた。", "「私たちは何も知らなかった」"),
        ("ar", "قال الوزير: «لم نكن نعلم شيئا عن ذلك».", "«لم نكن نعلم شيئا عن ذلك»"),
    ],
)
def test_quotations_of_every_script_are_claims(language: str, text: str, quoted: str) -> None:
    found = article(text, language=language)
    assert [(claim.span.of(found.text), claim.kind) for claim in find(found).claims] == [(quoted, ClaimKind.QUOTATION)]


@pytest.mark.parametrize(
    ("language", "text", "claim", "speaker"),
    [
        ("zh", "“我们不会加税。”财政部长王伟说。", "“我们不会加税。”", "财政部长王伟"),
        ("zh", "财政部长王伟说：“我们不会加税。”", "“我们不会加税。”", "财政部长王伟"),
        ("ja", "「増税はしない」と鈴木大臣は述べた。", "「増税はしない」", "鈴木大臣"),
        ("ru", "«Мы справимся», — заявил Путин.", "«Мы справимся»", "Путин"),
        ("de", "„Wir schaffen das“, sagte Angela Merkel.", "„Wir schaffen das“", "Angela Merkel"),
    ],
)
def test_a_short_quotation_that_somebody_said_is_a_claim(language: str, text: str, claim: str, speaker: str) -> None:
    assert said(text, language) == [(claim, speaker)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "„Nein“, sagte Angela Merkel."), ("zh", "他读了“红楼梦”。"), ("ja", "映画「君の名は」を見た。")],
)
def test_a_word_or_a_title_is_none(language: str, text: str) -> None:
    assert said(text, language) == []
