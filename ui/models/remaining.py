"""How long a piece of work will still take, from how far it has come."""

from __future__ import annotations

import time
from collections.abc import Callable

_SETTLES = 3.0
"""Seconds of progress before anything is said: the first parts tell little of the rest."""
_LEAST = 0.03
"""Share that must be done before."""


class Remaining:
    """Measured from the first sign of progress on: what goes before (loading a model) says nothing of the rate."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began: tuple[float, float] | None = None

    def seconds(self, share: float) -> float | None:
        """Seconds left when `share` (0..1) is done; None while that can't be told."""
        now = self._clock()
        if self._began is None or share < self._began[1]:
            self._began = (now, share)
        took, done = now - self._began[0], share - self._began[1]
        if took < _SETTLES or done < _LEAST or share >= 1:
            return None
        return took * (1 - share) / done
