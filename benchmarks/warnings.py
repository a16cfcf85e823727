"""Warnings, measured: `python -m benchmarks.warnings`. False alarms on published articles, catches on made-up damage.

Every warning about the news, interviews and academic papers of GUM is printed, for somebody to judge: some are true, as
in any text. Then each sort of damage is done to every news document, one at a time, at a place drawn with a fixed seed,
and counted as caught when a warning of its kind that was not there before overlaps the place.
"""

from __future__ import annotations

import calendar
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from benchmarks.extraction.data import gum
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.findings import TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.extraction.attribution import find_utterances
from workbench.extraction.consistency import find_warnings
from workbench.extraction.reading import read

GENRES = ("news", "interview", "academic")
SEED = 20221221

Damage = Callable[[Article, random.Random], tuple[Article, Span] | None]
"""Does one damage to an article and says where; None when the article has no place for it."""


def main() -> None:
    for genre in GENRES:
        _false_alarms(genre)
    print("Catches on damage made to GUM news:")
    articles = [document.article for document in gum("news")]
    for kind, damage in DAMAGES:
        _catches(articles, kind, damage)


def _false_alarms(genre: str) -> None:
    documents, count, kinds = 0, 0, Counter[str]()
    for document in gum(genre):
        documents += 1
        for warning in warnings_about(document.article):
            count += 1
            kinds[warning.kind.value] += 1
            words = " ".join(warning.span.of(document.article.text).split())
            print(f"  {document.name}: {warning.kind.value}: {words[:60]} | {warning.message}")
    print(f"{genre}: {count} warnings in {documents} documents, {count / documents:.2f} a document {dict(kinds)}")


def warnings_about(article: Article) -> tuple[TextWarning, ...]:
    reading = read(article)
    return find_warnings(reading, tuple(utterance.attribution() for utterance in find_utterances(reading)))


def _catches(articles: list[Article], kind: WarningKind, damage: Damage) -> None:
    made = caught = 0
    for number, article in enumerate(articles):
        done = damage(article, random.Random(SEED + number))
        if done is None:
            continue
        made += 1
        damaged, place = done
        before = {warning.message for warning in warnings_about(article) if warning.kind is kind}
        found = [
            warning for warning in warnings_about(damaged) if warning.kind is kind and warning.message not in before
        ]
        caught += any(warning.span.overlaps(place) for warning in found)
    print(f"  {damage.__name__.strip('_').replace('_', ' ')}: {caught} of {made}")


def changed(article: Article, place: Span, words: str) -> tuple[Article, Span]:
    """The article with other words at a place, its blocks moved along."""
    text = article.text[: place.start] + words + article.text[place.end :]
    by = len(words) - len(place)

    def moved(position: int) -> int:
        return position + by if position >= place.end else min(position, place.start + len(words))

    blocks = tuple(
        replace(block, span=Span(moved(block.span.start), moved(block.span.end))) for block in article.blocks
    )
    return replace(article, text=text, blocks=blocks), Span(place.start, max(place.start + 1, place.start + len(words)))


def _drawn(article: Article, pattern: str, chance: random.Random) -> re.Match[str] | None:
    """A match in the body, drawn by chance."""
    spans = [block.span for block in article.blocks if block.kind is BlockKind.BODY]
    compiled = re.compile(pattern)
    found = [match for span in spans for match in compiled.finditer(article.text, span.start, span.end)]
    return chance.choice(found) if found else None


def _opening_mark_lost(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r'(?<!\S)["“](?=\w)[^"“”]{20,300}["”]', chance)
    if match is None:
        return None
    damaged, _ = changed(article, Span(match.start(), match.start() + 1), "")
    return damaged, Span(match.start(), match.end() - 1)


def _mark_replaced_by_an_emoji(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r'(?<!\S)["“](?=\w)[^"“”]{20,300}["”]', chance)
    return changed(article, Span(match.start(), match.start() + 1), "🇧🇷") if match else None


def _verb_glued_to_a_name(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r"(?<=[a-z]) (?:[A-Z][a-z]{3,12}) (?:[a-z]{5,10}(?:ed|ing))\b", chance)
    return changed(article, Span(*match.span()), " " + match[0].replace(" ", "")) if match else None


def _small_word_glued(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r"\b(?:the|that|with|from) [a-z]{5,12}\b", chance)
    return changed(article, Span(*match.span()), match[0].replace(" ", "")) if match else None


def _space_after_full_stop_lost(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r"[a-z]{3,10}\. (?:The|He|She|It|They|In|But|This)\b", chance)
    return changed(article, Span(*match.span()), match[0].replace(" ", "")) if match else None


def _wrong_encoding(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r"\b[a-z]{3,10}[’'][a-z]{1,3}\b", chance)
    return changed(article, Span(*match.span()), match[0].replace("'", "â€™").replace("’", "â€™")) if match else None


def _letter_of_another_alphabet(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r"\b[A-Z][a-z]{1,6}[aeo][a-z]{2,8}\b", chance)
    if match is None:
        return None
    table = str.maketrans("aeo", "аео")
    return changed(article, Span(*match.span()), match[0][0] + match[0][1:].translate(table))


def _weekday_changed(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    days = list(calendar.day_name)
    match = _drawn(article, rf"(?:{'|'.join(days)})(?=, [A-Z][a-z]+ \d{{1,2}}, \d{{4}})", chance)
    if match is None:
        return None
    return changed(article, Span(*match.span()), chance.choice([day for day in days if day != match[0]]))


def _surname_respelled(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r"(?<=[a-z] )[A-Z][a-z]{4,}(?=[,.]? (?:said|told|added|was|has|is|who)\b)", chance)
    if match is None or article.text.count(match[0]) < 3:
        return None
    place = chance.randrange(2, len(match[0]) - 1)
    return changed(article, Span(*match.span()), match[0][:place] + match[0][place] + match[0][place:])


def _headline_quotes_what_nobody_said(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    headline = next((block.span for block in article.blocks if block.kind is BlockKind.HEADLINE), None)
    if headline is None:
        return None
    words = chance.choice(["We will not annex Minsk", "I never wanted any of this", "Nobody told us the whole truth"])
    return changed(article, headline, f"{headline.of(article.text)}: “{words}”")


def _quotation_given_twice_in_other_words(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r'["“](?=\w)([^"“”]{50,200}?)[,.]?["”]', chance)
    if match is None:
        return None
    words = match[1].split()
    words[len(words) // 2] = "nevertheless"
    added = f"\n\nA spokesman repeated: “{' '.join(words)}.”"
    start = len(article.text) + 2
    block = Block(BlockKind.BODY, Span(start, start + len(added) - 2))
    return replace(article, text=article.text + added, blocks=(*article.blocks, block)), block.span


def _share_over_a_hundred(article: Article, chance: random.Random) -> tuple[Article, Span] | None:
    match = _drawn(article, r"\b\d{1,2} (?=(?:people|men|women|members|children|students|voters)\b)", chance)
    return changed(article, Span(*match.span()), "130% of the ") if match else None


DAMAGES: tuple[tuple[WarningKind, Damage], ...] = (
    (WarningKind.HEADLINE_QUOTATION, _headline_quotes_what_nobody_said),
    (WarningKind.REPEATED_QUOTATION, _quotation_given_twice_in_other_words),
    (WarningKind.MARKS, _opening_mark_lost),
    (WarningKind.MARKS, _mark_replaced_by_an_emoji),
    (WarningKind.WORDS_RUN_TOGETHER, _verb_glued_to_a_name),
    (WarningKind.WORDS_RUN_TOGETHER, _small_word_glued),
    (WarningKind.WORDS_RUN_TOGETHER, _space_after_full_stop_lost),
    (WarningKind.NAME_SPELLING, _surname_respelled),
    (WarningKind.WEEKDAY, _weekday_changed),
    (WarningKind.PERCENTAGE, _share_over_a_hundred),
    (WarningKind.DAMAGE, _wrong_encoding),
    (WarningKind.DAMAGE, _letter_of_another_alphabet),
)


if __name__ == "__main__":
    main()
