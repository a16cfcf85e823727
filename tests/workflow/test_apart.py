"""Work in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.errors import DamagedCaseError, Sentence, UserFacingError
from workbench.workflow.apart import Limits, run_apart

ORPHAN = """
from multiprocessing import Pipe
from workbench.workflow import apart
asker, worker = Pipe(duplex=False)
asker.close()
apart._serve(worker, lambda progress: progress(0.5), (), 0)
"""


def test_work_whose_asker_has_died_ends_without_a_word() -> None:
    done = subprocess.run([sys.executable, "-c", ORPHAN], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def _refuse(folder: str, _progress: object) -> None:
    path = Path(folder) / "{odd}.factcase"
    raise DamagedCaseError("“{name}” is damaged. {cure}", path=path, name=path.name, cure=Sentence("Restore a backup."))


def test_an_error_comes_from_over_there_as_it_was_raised(tmp_path: Path) -> None:
    with pytest.raises(DamagedCaseError) as told:
        run_apart(_refuse, (str(tmp_path),), Limits(UserFacingError("It died.")))
    assert told.value.path == tmp_path / "{odd}.factcase"
    assert told.value.message == "“{odd}.factcase” is damaged. Restore a backup."
    assert told.value.message.template == "“{name}” is damaged. {cure}"
