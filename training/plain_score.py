"""Fits the weights of the plain score: `python training/plain_score.py --data …`, with the project installed.

Logistic regression on the signs, over the sentences the model is trained on. Prints the weights to be written in
`workbench/extraction/worthiness_reasons.py`, and average precision on the held-out debates.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from check_worthiness.calibration import Flags, Floats, average_precision
from check_worthiness.sentences import Sentence, read_sentences, split_by_debate

from workbench.extraction.worthiness_reasons import SIGNS, signs_in

PENALTY = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with claimbuster/")
    split = split_by_debate(read_sentences(parser.parse_args().data / "claimbuster"))
    inputs, worthy = _inputs(split.train)
    weights = _fitted(inputs, worthy)
    for sign, weight, share in zip(SIGNS, weights, inputs.mean(axis=0), strict=False):
        print(f"{sign.words:40} {weight:+.2f}   in {share:.1%} of the sentences; written there {sign.weight:+.2f}")
    print(f"{'(none)':40} {weights[-1]:+.2f}")
    held_out, worthy = _inputs(split.held_out)
    print(f"average precision, every held-out sentence: {average_precision(held_out @ weights, worthy):.3f}")


def _inputs(sentences: list[Sentence]) -> tuple[Floats, Flags]:
    """One column a sign and a last one of ones."""
    signs = np.array([(*signs_in(s.text), True) for s in sentences], dtype=np.float64)
    return signs, np.array([s.worthy for s in sentences])


def _fitted(inputs: Floats, worthy: Flags) -> Floats:
    weights = np.zeros(inputs.shape[1])
    penalty = np.full(inputs.shape[1], PENALTY)
    penalty[-1] = 0.0
    for _ in range(50):
        probability = 1.0 / (1.0 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (probability - worthy) + penalty * weights
        curvature = (inputs * (probability * (1 - probability))[:, None]).T @ inputs + np.diag(penalty)
        weights = weights - np.linalg.solve(curvature, gradient)
    return weights


if __name__ == "__main__":
    main()
