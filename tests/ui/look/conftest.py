from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui import look


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Each test begins and ends in the light theme."""
    look.apply(qapp, look.Theme.LIGHT)
    yield
    look.apply(qapp, look.Theme.LIGHT)
