"""A screen of 1440 by 900 at 200 % has 720 by 450 left: every dialog and its buttons are on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_WHICH_DO_NOT_FIT = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from tests.ui.screens import dialogs
from tests.ui.seed_case import seed_case
from ui import look
from ui.main_window import MainWindow
from workbench.settings import Settings

app = look.application([])
look.apply(app)
window = MainWindow(Settings(backup_minutes=0))
window.show()
window.session.case = seed_case()
window.session.opened.emit()
room = window.screen().availableGeometry().size()
for kind, make in dialogs(window, Path(sys.argv[1])).items():
    dialog = make()
    dialog.show()
    QTest.qWait(20)
    if dialog.size().boundedTo(room) != dialog.size():
        print(kind.__name__, dialog.size().toTuple(), "on", room.toTuple())
    dialog.close()
window.close()
"""


@pytest.mark.parametrize(("size", "scale"), [((800, 600), 1), ((1440, 900), 2)])
def test_every_dialog_fits_a_small_screen(tmp_path: Path, size: tuple[int, int], scale: int) -> None:
    width, height = size
    screen = {"name": "small", "x": 0, "y": 0, "width": width, "height": height}
    described = tmp_path / "screens.json"
    described.write_text(json.dumps({"screens": [screen]}))
    place = {"QT_QPA_PLATFORM": f"offscreen:configfile={described}", "QT_SCALE_FACTOR": str(scale)}
    told = subprocess.run(
        [sys.executable, "-c", _WHICH_DO_NOT_FIT, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | place,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert (told.stdout, told.returncode) == ("", 0), told.stderr
