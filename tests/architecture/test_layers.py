"""The house keeps its walls: layers, no Qt below the window, nothing heavy where an answer must be quick."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def modules_after(code: str) -> set[str]:
    """The names of all modules loaded once `code` has run in a fresh interpreter."""
    shown = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout


def test_the_command_line_needs_no_qt_and_answers_without_loading_the_models() -> None:
    loaded = modules_after("from workbench.cli.parser import build_parser; build_parser()")
    assert not {name for name in loaded if name.split(".")[0] in ("PySide6", "spacy", "onnxruntime", "typst", "lxml")}


def test_the_window_loads_nothing_heavy_before_it_is_painted() -> None:
    loaded = modules_after("import ui.application")
    assert not {
        name for name in loaded if name.split(".")[0] in ("spacy", "onnxruntime", "typst", "lxml", "dateparser")
    }


@pytest.mark.parametrize("name", ["workbench.workflow.finding", "workbench.workflow.publishing", "workbench.cli"])
def test_the_workbench_runs_without_qt(name: str) -> None:
    assert not {loaded for loaded in modules_after(f"import {name}") if loaded.startswith("PySide6")}
