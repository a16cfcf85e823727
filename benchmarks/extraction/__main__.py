"""Prints the extraction's figures: `python -m benchmarks.extraction`, from the project's folder."""

from __future__ import annotations

from benchmarks.extraction import attribution, kinds, seed, speed

for part in (attribution, kinds, seed, speed):
    part.run()
