"""Fine-tuning on two processor cores, the same result every time on the same machine."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from check_worthiness.minilm import WorthinessModel
from check_worthiness.sentences import Sentence
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

LONGEST = 96
"""Tokens read of a sentence; 1 in 1,000 of the training sentences is longer."""


@dataclass(frozen=True)
class Recipe:
    epochs: int = 2
    batch: int = 32
    rate: float = 8e-5
    head_rate: float = 1e-3
    warm_up: float = 0.1
    """Share of the steps over which the learning rate rises."""
    decay: float = 0.01
    averaging: float = 0.99
    """The weights kept are a running mean over about 1 / (1 - averaging) steps: steadier than the last step's."""
    seed: int = 20240

    def as_dict(self) -> dict[str, float]:
        return asdict(self)


def reader(tokenizer: Path) -> Tokenizer:
    """The tokenizer without padding, cutting at LONGEST."""
    words: Tokenizer = Tokenizer.from_file(str(tokenizer))
    words.no_padding()
    words.enable_truncation(LONGEST)
    return words


def fine_tune(
    model: WorthinessModel,
    sentences: Sequence[Sentence],
    words: Tokenizer,
    recipe: Recipe,
    after_epoch: Callable[[int, WorthinessModel], None],
) -> WorthinessModel:
    """The averaged model. `after_epoch` is given the epochs done and the averaged model so far."""
    _be_repeatable(recipe.seed)
    for part in (model.words, model.positions, model.types):
        part.weight.requires_grad_(False)
    steps = recipe.epochs * -(-len(sentences) // recipe.batch)
    optimiser, schedule = _optimiser(model, recipe, steps)
    encoded = [words.encode(s.text).ids for s in sentences]
    labels = torch.tensor([float(s.worthy) for s in sentences])
    average = copy.deepcopy(model)
    for epoch in range(recipe.epochs):
        model.train()
        for rows in _batches(encoded, recipe.batch, random.Random(recipe.seed + epoch)):
            ids, present = padded([encoded[row] for row in rows])
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(ids, present)
            loss = torch.nn.functional.binary_cross_entropy_with_logits(logits.float(), labels[rows])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            _move_towards(average, model, recipe.averaging)
        after_epoch(epoch + 1, average)
    return average.eval()


def log_odds(model: WorthinessModel, texts: Sequence[str], words: Tokenizer) -> NDArray[np.float64]:
    """In float32, one value a text."""
    model.eval()
    encoded = [words.encode(text).ids for text in texts]
    result = np.zeros(len(texts))
    by_length = sorted(range(len(texts)), key=lambda row: len(encoded[row]))
    with torch.no_grad():
        for start in range(0, len(texts), 64):
            rows = by_length[start : start + 64]
            result[rows] = model(*padded([encoded[row] for row in rows])).double().numpy()
    return result


def padded(encoded: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Token ids and which of them are present, batch × longest."""
    longest = max(map(len, encoded))
    ids = torch.zeros(len(encoded), longest, dtype=torch.long)
    present = torch.zeros(len(encoded), longest, dtype=torch.long)
    for row, tokens in enumerate(encoded):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        present[row, : len(tokens)] = 1
    return ids, present


def _be_repeatable(seed: int) -> None:
    torch.manual_seed(seed)
    torch.set_num_threads(2)
    torch.use_deterministic_algorithms(True)


def _optimiser(
    model: WorthinessModel, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    head = list(model.head.parameters())
    body = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith("head.")]
    groups = [{"params": body, "lr": recipe.rate}, {"params": head, "lr": recipe.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=recipe.decay)
    warm = max(1, int(recipe.warm_up * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    return optimiser, schedule


def _batches(encoded: Sequence[Sequence[int]], size: int, chance: random.Random) -> Iterator[list[int]]:
    """Random batches of like length, so that little is spent on padding."""
    order = list(range(len(encoded)))
    chance.shuffle(order)
    pool = size * 20
    batches = []
    for start in range(0, len(order), pool):
        near = sorted(order[start : start + pool], key=lambda row: len(encoded[row]))
        batches += [near[i : i + size] for i in range(0, len(near), size)]
    chance.shuffle(batches)
    yield from batches


@torch.no_grad()
def _move_towards(average: WorthinessModel, model: WorthinessModel, keep: float) -> None:
    for mean, now in zip(average.parameters(), model.parameters(), strict=True):
        mean.lerp_(now, 1.0 - keep)
