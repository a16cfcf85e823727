"""The MiniLM encoder (BERT, 6 layers of 384) with one output: how check-worthy a sentence is, in log-odds."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
NORM_EPSILON = 1e-12
DROPOUT = 0.1


class Attention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, NORM_EPSILON)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        query, key, value = (self._by_head(part(hidden)) for part in (self.query, self.key, self.value))
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask, dim=-1)
        joined = (self.dropout(weights) @ value).transpose(1, 2).reshape(hidden.shape)
        return self.norm(hidden + self.dropout(self.output(joined)))

    @staticmethod
    def _by_head(hidden: Tensor) -> Tensor:
        batch, tokens, _ = hidden.shape
        return hidden.view(batch, tokens, HEADS, WIDTH // HEADS).transpose(1, 2)


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.attention = Attention()
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, NORM_EPSILON)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        hidden = self.attention(hidden, mask)
        inner = nn.functional.gelu(self.inner(hidden))
        return self.norm(hidden + self.dropout(self.outer(inner)))


class WorthinessModel(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, NORM_EPSILON)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, 1)

    def forward(self, ids: Tensor, present: Tensor) -> Tensor:
        """Log-odds, one a row. `ids` and `present` (1 a token, 0 padding) are batch × tokens."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.dropout(self.norm(self.words(ids) + self.types.weight[0] + self.positions(places)))
        mask = (1.0 - present.to(hidden.dtype))[:, None, None, :] * -1e9
        for layer in self.layers:
            hidden = layer(hidden, mask)
        seen = present.to(hidden.dtype)[:, :, None]
        mean = (hidden * seen).sum(1) / seen.sum(1)
        return self.head(self.dropout(mean)).squeeze(-1)


_NAMES = (
    ("embeddings.word_embeddings.", "words."),
    ("embeddings.position_embeddings.", "positions."),
    ("embeddings.token_type_embeddings.", "types."),
    ("embeddings.LayerNorm.", "norm."),
    ("encoder.layer.", "layers."),
    ("attention.self.", "attention."),
    ("attention.output.dense.", "attention.output."),
    ("attention.output.LayerNorm.", "attention.norm."),
    ("intermediate.dense.", "inner."),
    ("output.dense.", "outer."),
    ("output.LayerNorm.", "norm."),
)
"""Names in the published file, and ours. Applied in this order."""


def pretrained(weights: Path) -> WorthinessModel:
    """MiniLM as published, with an untrained head. `weights` is model.safetensors."""
    model = WorthinessModel()
    state = {_our_name(name): tensor for name, tensor in load_file(weights).items()}
    unknown = {"embeddings.position_ids", "pooler.dense.weight", "pooler.dense.bias"}
    found = {name: tensor for name, tensor in state.items() if name not in unknown}
    missing = model.load_state_dict(found, strict=False)
    if missing.unexpected_keys or set(missing.missing_keys) != {"head.weight", "head.bias"}:
        raise SystemExit(f"{weights} does not hold MiniLM: {missing}")
    nn.init.normal_(model.head.weight, std=0.02)
    nn.init.zeros_(model.head.bias)
    return model


def _our_name(name: str) -> str:
    for theirs, ours in _NAMES:
        name = name.replace(theirs, ours)
    return name
