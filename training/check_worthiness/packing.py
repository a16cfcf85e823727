"""From a tuned model to the files that ship: model.onnx, tokenizer.json, metadata.json with hashes and figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from check_worthiness import calibration, graph, tuning
from check_worthiness.calibration import Flags, Floats
from check_worthiness.minilm import WorthinessModel
from check_worthiness.sentences import HELD_OUT_DEBATES, Sentence, Split, file_hash
from tokenizers import Tokenizer

LOUDNESS_SENTENCES = 1_000
NEWS = Path(__file__).parents[1] / "news_check.jsonl"

LICENCES = {
    "weights and tokenizer": "sentence-transformers/all-MiniLM-L6-v2: Apache-2.0 by the cards of copies made from it",
    "training sentences": "ClaimBuster (doi:10.5281/zenodo.3609356): not stated there; none of them is shipped",
}

Score = Callable[[str], float]


def pack(model: WorthinessModel, split: Split, made_from: dict[str, object], out: Path) -> None:
    """`out` already holds tokenizer.json; `made_from` is written into the metadata as it is."""
    words = tuning.reader(out / "tokenizer.json")
    loudness = _loudness(model, [s.text for s in split.train[:: len(split.train) // LOUDNESS_SENTENCES]], words)
    (out / "model.onnx").write_bytes(graph.int8_graph(model, tuning.LONGEST, loudness))
    score = _runner(out / "model.onnx", words)
    log_odds = np.array([score(s.text) for s in split.held_out])
    in_float = tuning.log_odds(model, [s.text for s in split.held_out], words)
    like_training = np.array([s.pruned or s.by_expert for s in split.held_out])
    scale = calibration.temperature(log_odds[like_training], _worthy(split.held_out)[like_training])
    figures = {
        "held_out_debates": HELD_OUT_DEBATES,
        "held_out_sentences": len(split.held_out),
        "float": ranking_figures(in_float, split.held_out),
        "int8": ranking_figures(log_odds, split.held_out),
        "mean_difference_to_float": round(float(np.abs(log_odds - in_float).mean()), 3),
        "pruned_and_experts": _calibration_figures(log_odds, split.held_out, like_training),
        "every_sentence": _calibration_figures(log_odds, split.held_out, np.ones_like(like_training)),
        "on_news": _news_figures(score, scale),
    }
    _describe(out, scale, made_from, figures)
    print(json.dumps(figures, indent=1))


def ranking_figures(log_odds: Floats, held_out: list[Sentence]) -> dict[str, float]:
    """Average precision over all held-out sentences and over those that experts judged."""
    worthy, expert = _worthy(held_out), np.array([s.by_expert for s in held_out])
    return {
        "average_precision": round(calibration.average_precision(log_odds, worthy), 4),
        "average_precision_experts": round(calibration.average_precision(log_odds[expert], worthy[expert]), 4),
    }


def _news_figures(score: Score, scale: float) -> dict[str, dict[str, float]]:
    """The same on news sentences that one reader judged, twice: checkable at all, worth checking. Nothing is fitted."""
    rows = [json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()]
    probability = calibration.probabilities(np.array([score(row["text"]) for row in rows]), scale)
    return {
        question: _probability_figures(probability, np.array([bool(row[question]) for row in rows]))
        for question in ("checkable", "worthy")
    }


def _loudness(model: WorthinessModel, texts: list[str], words: Tokenizer) -> graph.Loudness:
    content, names = graph.float_graph(model, tuning.LONGEST)
    session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
    largest: graph.Loudness = {}
    for text in texts:
        _, *entering = session.run(None, {graph.INPUT: words.encode(text).ids})
        for name, tensor in zip(names, entering, strict=True):
            now = np.abs(tensor).max(axis=0)
            largest[name] = np.maximum(largest.get(name, now), now)
    return largest


def _runner(model: Path, words: Tokenizer) -> Score:
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])

    def score(text: str) -> float:
        (log_odds,) = session.run(None, {graph.INPUT: words.encode(text).ids})
        return float(log_odds[0])

    return score


def _worthy(sentences: list[Sentence]) -> Flags:
    return np.array([s.worthy for s in sentences])


def _calibration_figures(log_odds: Floats, held_out: list[Sentence], chosen: Flags) -> dict[str, float]:
    """Figures over the `chosen` sentences, each debate calibrated on the other three."""
    worthy, debates = _worthy(held_out), np.array([s.debate for s in held_out])
    like_training = np.array([s.pruned or s.by_expert for s in held_out])
    probability = np.zeros(len(held_out))
    for debate in HELD_OUT_DEBATES:
        here = debates == debate
        others = like_training & ~here
        scale = calibration.temperature(log_odds[others], worthy[others])
        probability[here] = calibration.probabilities(log_odds[here], scale)
    return _probability_figures(probability[chosen], worthy[chosen])


def _probability_figures(probability: Floats, worthy: Flags) -> dict[str, float]:
    figures = {
        "sentences": len(worthy),
        "share_check_worthy": worthy.mean(),
        "mean_score": probability.mean(),
        "average_precision": calibration.average_precision(probability, worthy),
        "f1_at_one_half": calibration.f1(probability >= 0.5, worthy),
        "brier": calibration.brier(probability, worthy),
        "calibration_error": calibration.calibration_error(probability, worthy),
    }
    return {name: round(float(figure), 3) for name, figure in figures.items()}


def _describe(out: Path, scale: float, made_from: dict[str, object], figures: dict[str, object]) -> None:
    described = {
        "name": "check-worthiness",
        "language": "en",
        "longest_tokens": tuning.LONGEST,
        "calibration": {"scale": round(scale, 6)},
        "files": {
            name: {"sha256": file_hash(out / name), "bytes": (out / name).stat().st_size}
            for name in ("model.onnx", "tokenizer.json")
        },
        "licences": LICENCES,
        "made_from": made_from,
        "figures": figures,
    }
    (out / "metadata.json").write_text(json.dumps(described, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
