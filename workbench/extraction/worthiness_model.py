"""The check-worthiness model as shipped: its files checked, loaded, and run one sentence at a time.

One sentence a run, without padding, is what makes a score independent of its neighbours: there is no batch whose
other rows could change the rounding. Two sentences run side by side on two threads.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import Sentence

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

METADATA_FILE = "metadata.json"
MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "tokenizer.json"
THREADS = 2
TYPEWRITTEN = str.maketrans("‘’“”", "''\"\"")
"""The debates the model learned from have straight marks only: a curly apostrophe must not change a score."""
ERRORS_ONLY = 3
"""onnxruntime's name for it; its warnings are about the computer, not about the article."""
SILENCE = "ORT_DISABLE_TELEMETRY"
"""Without it onnxruntime (1.32) asks mobile.events.data.microsoft.com to note its use, and keeps a number for this
computer in the person's cache folder. Set before the import."""
AT_ONCE = 256
"""Sentences in work at a time, so that a long list needs no more memory than a short one."""


class ModelUnusable(Exception):  # noqa: N818 - says why the model can't be used; the caller falls back
    """The model's files are missing, damaged, or not for this computer. `sentence` says it to a person."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class _Description:
    """What metadata.json says of the files beside it."""

    hashes: dict[str, str]
    longest: int
    scale: float
    """Factor on the model's log-odds that makes them a calibrated probability's."""


class WorthinessModel:
    """Scores sentences. Safe to use from several threads."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer, description: _Description) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._description = description

    @classmethod
    def load(cls, folder: Path) -> WorthinessModel:
        """Read the model in `folder` and check it against the hashes in its metadata. Raises ModelUnusable."""
        description = _read_description(folder)
        contents = {name: _read_checked(folder / name, expected) for name, expected in description.hashes.items()}
        return cls(*_start(contents, description.longest), description)

    def scores(self, sentences: Sequence[str]) -> list[float]:
        """Calibrated probabilities 0..1, in the order of `sentences`."""
        if len(sentences) == 1:
            return [self._score(sentences[0])]
        waiting = iter(sentences)
        scores: list[float] = []
        with ThreadPoolExecutor(THREADS, thread_name_prefix="check-worthiness") as pool:
            while some := list(islice(waiting, AT_ONCE)):
                scores.extend(pool.map(self._score, some))
        return scores

    def _score(self, sentence: str) -> float:
        ids = self._tokenizer.encode(sentence.translate(TYPEWRITTEN)).ids
        (log_odds,) = self._session.run(None, {"ids": ids})
        return _probability(self._description.scale * float(log_odds[0]))


def _probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-log_odds)) if log_odds >= 0 else 1.0 - 1.0 / (1.0 + math.exp(log_odds))


def _read_description(folder: Path) -> _Description:
    try:
        found = json.loads((folder / METADATA_FILE).read_text(encoding="utf-8"))
        return _Description(
            hashes={name: str(found["files"][name]["sha256"]) for name in (MODEL_FILE, TOKENIZER_FILE)},
            longest=int(found["longest_tokens"]),
            scale=float(found["calibration"]["scale"]),
        )
    except OSError as error:
        raise ModelUnusable(Sentence("The check-worthiness model is not installed.")) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelUnusable(Sentence("The check-worthiness model's {file} is damaged.", file=METADATA_FILE)) from error


def _read_checked(path: Path, expected: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelUnusable(
            Sentence("The check-worthiness model's file {file} is missing or can't be read.", file=path.name)
        ) from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise ModelUnusable(Sentence("The check-worthiness model's file {file} is damaged.", file=path.name))
    return content


def _start(contents: dict[str, bytes], longest: int) -> tuple[InferenceSession, Tokenizer]:
    """The runtime is imported here: it takes a moment, and a damaged installation of it must not stop the program."""
    os.environ[SILENCE] = "1"
    try:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as runtime_errors  # type: ignore[import-untyped]
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelUnusable(
            Sentence("The check-worthiness model can't run on this computer: {error}.", error=error)
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    try:
        session = onnxruntime.InferenceSession(contents[MODEL_FILE], options, providers=["CPUExecutionProvider"])
    except (runtime_errors.Fail, runtime_errors.InvalidGraph, runtime_errors.NotImplemented) as error:
        raise ModelUnusable(Sentence("The check-worthiness model needs a newer onnxruntime.")) from error
    tokenizer: Tokenizer = Tokenizer.from_str(contents[TOKENIZER_FILE].decode("utf-8"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(longest)
    return session, tokenizer
