"""How check-worthy a sentence is: a trained model's score, with signs a person understands beside it.

The score ranks what to look at first; it never says whether something is true. See
`resources/models/check_worthiness/MODEL_CARD.md` for what the model was made from and what its number means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import resources
from workbench.errors import Sentence
from workbench.extraction.worthiness_model import ModelUnusable, WorthinessModel
from workbench.extraction.worthiness_reasons import plain_score, reasons, signs_in

LONGEST_READ = 2_000
"""Code points read of a sentence: more than the tokens the model reads, little enough for a line of a megabyte."""


@dataclass(frozen=True, slots=True)
class Worthiness:
    """`score`: 0..1, the probability that a fact-checker would find the sentence worth checking.

    `reasons`: signs in the sentence, strongest side first. They are not what the model computed its score from.
    """

    score: float
    reasons: tuple[str, ...]


class Ranker:
    """Ranks sentences with the model in `folder`, or by plain signs when it can't be used. Loads at the first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model: WorthinessModel | None = None
        self._problem: str | None = None

    @property
    def problem(self) -> str:
        """Why the model can't be used, and what is done instead; empty when all is well."""
        self._load()
        return self._problem or ""

    def rank(self, sentences: Sequence[str]) -> list[Worthiness]:
        """One result a sentence, in their order; a sentence's result does not depend on the others."""
        model = self._load()
        if model is None:
            return rank_by_signs(sentences)
        readable = [_readable(sentence) for sentence in sentences]
        scores = model.scores(readable)
        return [_result(sentence, score) for sentence, score in zip(readable, scores, strict=True)]

    def _load(self) -> WorthinessModel | None:
        if self._problem is None:
            try:
                self._model = WorthinessModel.load(self._folder)
                self._problem = ""
            except ModelUnusable as unusable:
                self._problem = Sentence(
                    "{problem} Claims are ranked by plain signs (numbers, names, comparisons) instead; "
                    "reinstall the program to mend it.",
                    problem=unusable.sentence,
                )
        return self._model


def rank(sentences: Sequence[str]) -> list[Worthiness]:
    """How check-worthy each sentence is, in their order. Empty and blank sentences score 0.

    Only the first LONGEST_READ code points (and 96 tokens) of a sentence are read.
    """
    return _shipped().rank(sentences)


def rank_by_signs(sentences: Sequence[str]) -> list[Worthiness]:
    """The plainer score, from the signs alone: without the model, or in a language that the model was not made for."""
    return [_result(sentence, plain_score(signs_in(sentence))) for sentence in map(_readable, sentences)]


def model_problem() -> str:
    """What to tell a person when the shipped model can't be used and plain signs rank instead; else empty."""
    return _shipped().problem


@cache
def _shipped() -> Ranker:
    return Ranker(Path(resources.__file__).parent / "models" / "check_worthiness")


def _readable(sentence: str) -> str:
    """The part that is read, without halves of surrogate pairs, which no tokenizer takes."""
    return sentence.strip()[:LONGEST_READ].encode("utf-8", "replace").decode("utf-8")


def _result(readable: str, score: float) -> Worthiness:
    """Nothing to read scores 0, for no reason."""
    return Worthiness(score, reasons(signs_in(readable), score)) if readable else Worthiness(0.0, ())
