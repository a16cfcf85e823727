"""What every test stands on: no screen, settings of its own, nothing of the user's touched."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

hypothesis.settings.register_profile("project", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("project")

SEED = Path(__file__).parents[1] / "seeds" / "000_4186c03791c7da8f.txt"
SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, logs and recent files go to a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FACT_CHECK_HOME", str(home))
    return home


@pytest.fixture
def seed() -> Path:
    """The customer's article."""
    return SEED


@pytest.fixture
def shared() -> Path:
    """The data beside the project; the test is skipped where it is not."""
    if not SHARED.is_dir():
        pytest.skip("the data beside the project is not here")
    return SHARED
