"""Turning the model's log-odds into a probability that holds, and the figures that show it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def temperature(log_odds: Floats, worthy: Flags) -> float:
    """The factor on the log-odds under which `worthy` is most likely (Guo et al. 2017, arXiv:1706.04599).

    It leaves .5 where training put it and only says how sure to be on either side.
    """
    scale = 1.0
    for _ in range(100):
        probability = probabilities(log_odds, scale)
        slope = float(np.sum((probability - worthy) * log_odds))
        curvature = float(np.sum(probability * (1 - probability) * log_odds**2))
        scale -= slope / curvature
        if abs(slope / curvature) < 1e-10:
            break
    return scale


def probabilities(log_odds: Floats, scale: float) -> Floats:
    result: Floats = 1.0 / (1.0 + np.exp(-scale * log_odds))
    return result


def calibration_error(probability: Floats, worthy: Flags, bins: int = 8) -> float:
    """Expected calibration error: |mean probability − share of positives| over equally filled bins, weighted."""
    order = np.argsort(probability, kind="stable")
    groups = np.array_split(order, bins)
    gaps = [abs(probability[group].mean() - worthy[group].mean()) * len(group) for group in groups]
    return float(sum(gaps) / len(probability))


def brier(probability: Floats, worthy: Flags) -> float:
    return float(np.mean((probability - worthy) ** 2))


def f1(said: Flags, worthy: Flags) -> float:
    hits = int((said & worthy).sum())
    return 2 * hits / max(1, int(said.sum()) + int(worthy.sum()))


def average_precision(score: Floats, worthy: Flags) -> float:
    """Area under precision and recall, step-wise, ties taken together (as scikit-learn's)."""
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(worthy[order])
    last_of_tie = np.append(np.diff(score[order]) != 0, True)
    precision = (hits / np.arange(1, len(hits) + 1))[last_of_tie]
    recall = (hits / max(1, hits[-1]))[last_of_tie]
    return float(np.sum(np.diff(recall, prepend=0.0) * precision))
