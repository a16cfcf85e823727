"""Articles named on the command line by their address, and words that are no text."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources.test_fetching import Server, head, onwards
from tests.workflow.test_page_fetching import PAGE
from workbench.cli import main
from workbench.workflow.opening import open_case, read_case
from workbench.workflow.verifying import verify

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def server(own_home: Path) -> Iterator[Server]:
    """A server on this computer, which the settings allow to be asked."""
    (own_home / "settings.toml").write_text("allow_private_addresses = true\n", "utf-8")
    server = Server()
    server.answers["/news/bridge"] = [head("200 OK", "Content-Type: text/html; charset=utf-8"), PAGE]
    server.answers["/old"] = onwards("/news/bridge")
    yield server
    server.close()


def test_the_claims_of_a_page_and_where_it_was_asked_for(server: Server, capsys: Capture) -> None:
    assert main(["claims", server.url("/old"), "--json"]) == 0
    written = capsys.readouterr()
    assert json.loads(written.out)["article"]["title"] == "Bridge costs 12 million"
    told = [f"fact-check: asking {server.url(path)}" for path in ("/old", "/news/bridge")]
    assert written.err.splitlines() == told


def test_a_case_is_begun_from_an_address(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "bridge.factcase"
    assert main(["new", server.url("/old"), "-o", str(path)]) == 0
    with open_case(path, who="", read_only=True) as file:
        case = read_case(file)
    assert case.article.metadata.url == server.url("/news/bridge")
    assert case.snapshots[case.draft.sha256].captured_from == server.url("/news/bridge")
    assert verify(path).is_sound


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://nowhere.invalid/", "no such host, or no network"),
        ("http://127.0.0.1:1/", "the house's own network"),
        ("javascript:alert(1)", "is not there"),
        ("file:///etc/passwd", "is not there"),
    ],
)
def test_what_can_not_be_had_is_one_line_and_leaves_nothing(
    address: str, says: str, tmp_path: Path, capsys: Capture
) -> None:
    assert main(["new", address, "-o", str(tmp_path / "x.factcase")]) == 1
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="arguments are bytes only there")
@pytest.mark.parametrize("option", ["--title", "--note", "--url", "--tag"])
def test_words_that_are_no_text_are_refused_in_one_line(option: str, tmp_path: Path) -> None:
    words = ["evidence", "add", str(tmp_path / "x.factcase"), "--claim", "1", "--stance", "supports", "--title", "A"]
    done = subprocess.run(
        [sys.executable, "-m", "ui", *words, option, b"caf\xe9"],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 2
    assert f"argument {option}: this is not text" in done.stderr
    assert done.stderr.count("\n") == 1


INTERRUPTED = """
import os, runpy, signal, sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "workbench.cli":
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # what starts in the background ignores it
sys.meta_path.insert(0, Finder())
sys.argv = ["fact-check", "claims", "x"]
runpy.run_module("ui", run_name="__main__")
"""


@pytest.mark.skipif(os.name != "posix", reason="Ctrl+C is another thing there")
def test_ctrl_c_while_the_program_is_loading_ends_it_without_a_report() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, timeout=60)
    assert done.returncode == -signal.SIGINT
    assert done.stderr == ""
