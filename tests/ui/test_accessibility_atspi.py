"""What a screen reader on Linux gets: the real window under a virtual display, read over AT-SPI by another process.

Needs Xvfb, at-spi2-core, dbus and the system's Python with Atspi (Debian: xvfb at-spi2-core dbus-x11 gir1.2-atspi-2.0
python3-gi, and Qt's libxcb-cursor0); skipped where one is missing.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import TEXT, make_case

READER = Path(__file__).with_name("atspi_reader.py")
_SYSTEM = "/usr/bin/python3"
_TIME = 120
"""Seconds for everything: the window, the reader, the events."""


def _missing() -> str:
    """What is not here of what the reading needs; empty when all is."""
    if sys.platform != "linux":
        return "AT-SPI is Linux's"
    tools = ("Xvfb", "xvfb-run", "dbus-run-session", "timeout", _SYSTEM)
    lacking = [tool for tool in tools if shutil.which(tool) is None]
    if not lacking and not list(Path("/usr").glob("lib*/**/at-spi-bus-launcher")):
        lacking.append("at-spi-bus-launcher")
    if not lacking:
        asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
        known = subprocess.run([_SYSTEM, "-c", asked], capture_output=True, check=False)
        lacking += [] if known.returncode == 0 else ["Atspi for Python"]
    return ", ".join(lacking)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The tree of the window on a case of three claims; the events on going to the next claim; the tree then."""
    if missing := _missing():
        pytest.skip(f"not here: {missing}")
    folder = tmp_path_factory.mktemp("atspi")
    case = make_case(folder / "jobs.factcase")
    window = shlex.join([sys.executable, "-m", "ui", str(case)])
    reader = shlex.join(["timeout", "60", _SYSTEM, str(READER), "Next claim"])
    script = f"{window} > {folder}/window.txt 2>&1 & shown=$!; {reader} > {folder}/read.json; kill $shown; wait $shown"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "FACT_CHECK_HOME": str(folder / "home"),
        "LC_ALL": "C.UTF-8",
    }
    environment.pop("DISPLAY", None)
    run = ["dbus-run-session", "--", "xvfb-run", "-a", "-s", "-screen 0 1440x900x24", "sh", "-c", script]
    done = subprocess.run(run, env=environment, capture_output=True, text=True, timeout=_TIME, check=False)
    said = (folder / "window.txt").read_text("utf-8")
    if "Could not load the Qt platform plugin" in said:
        pytest.skip("Qt can't use this display: a library of xcb is missing")
    told = (folder / "read.json").read_text("utf-8")
    assert told, f"{said}\n{done.stderr}"
    return dict(json.loads(told))


def nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node["children"]:
        yield from nodes(child)


def of_role(tree: dict[str, Any], role: str) -> list[dict[str, Any]]:
    return [node for node in nodes(tree) if node["role"] == role]


def named(tree: dict[str, Any], role: str, name: str) -> dict[str, Any]:
    return next(node for node in of_role(tree, role) if node["name"].startswith(name))


def test_the_window_is_named_after_the_article_and_has_its_menus(read: dict[str, Any]) -> None:
    assert of_role(read["before"], "frame")[0]["name"].startswith("Jobs up 5%")
    (bar,) = of_role(read["before"], "menu bar")
    assert [menu["name"] for menu in bar["children"]] == ["File", "Edit", "Claim", "Evidence", "View", "Help"]
    choices = [node["name"] for node in nodes(bar) if node["role"] == "menu item"]
    assert len(choices) > 50
    assert all(choices)


def test_each_claim_in_the_list_says_its_number_status_and_outcome(read: dict[str, Any]) -> None:
    claims = [item["name"] for item in named(read["before"], "list", "Claims")["children"]]
    assert [claim.split(",")[:3] for claim in claims] == [
        [f"Claim {number}", " To check", " no outcome yet"] for number in (1, 2, 3)
    ]
    assert claims[1].endswith("jobs rose by 5% in May")


def test_the_article_gives_its_text_and_its_claims(read: dict[str, Any]) -> None:
    article = named(read["before"], "text", "Article")
    assert article["text"] == TEXT
    marks = named(article, "list", "Claims along the article")["children"]
    assert [mark["name"].split(",")[0] for mark in marks] == ["Claim 1", "Claim 2", "Claim 3"]
    assert [mark["name"].rpartition(": ")[2] for mark in marks] == [
        "Jobs up 5%",
        "jobs rose by 5% in May",
        "Prices fell.",
    ]


def test_the_next_claim_is_announced_and_selected(read: dict[str, Any]) -> None:
    def selected(tree: dict[str, Any]) -> list[str]:
        items = named(tree, "list", "Claims")["children"]
        return [item["name"].split(",")[0] for item in items if "selected" in item["states"]]

    (before,), (after,) = selected(read["before"]), selected(read["after"])
    assert int(after.split()[1]) == int(before.split()[1]) + 1
    heard = {(kind.split(":")[1], (detail or name).split(",")[0]) for kind, name, _, detail, _ in read["events"]}
    assert ("announcement", after) in heard
    assert ("property-change", after) in heard
    gained = {name.split(",")[0] for kind, name, _, _, on in read["events"] if kind.endswith(":selected") and on}
    assert gained == {after}


_CONTROLS = ("push button", "check box", "radio button", "toggle button", "combo box", "text", "spin button", "slider")


def test_every_control_that_is_shown_has_a_name(read: dict[str, Any]) -> None:
    nameless = [
        node
        for node in nodes(read["before"])
        if node["role"] in _CONTROLS and "showing" in node["states"] and not node["name"]
    ]
    assert nameless == []


def test_a_choice_says_what_is_chosen_with_it(read: dict[str, Any]) -> None:
    """On Linux Qt gives a combo box what is chosen in it for a name: what it is stands in its description."""
    bare = [
        node["name"]
        for node in of_role(read["before"], "combo box")
        if "showing" in node["states"] and not node["description"]
    ]
    assert bare == []


def test_buttons_are_described(read: dict[str, Any]) -> None:
    bare = [
        node["name"]
        for node in of_role(read["before"], "push button")
        if "showing" in node["states"] and not node["description"]
    ]
    assert bare == []
