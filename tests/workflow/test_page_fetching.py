"""A page fetched into a note, from a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources.test_fetching import SILENCE, Server, head, onwards
from tests.storage.bridge import begin, claim
from workbench.domain.evidence import Stance
from workbench.errors import Cancelled, EvidenceError
from workbench.workflow.noting import NoteFields, add_note, snapshot_bytes
from workbench.workflow.opening import read_case
from workbench.workflow.page_fetching import FetchedPage, fetch_page, host_of
from workbench.workflow.verifying import verify

PAGE = (
    "<html><head><title>Bridge costs 12 million</title><meta property='og:site_name' content='The Courier'>"
    "<meta property='article:published_time' content='2023-05-06'></head><body><article><h1>Bridge costs 12 million"
    "</h1>" + "<p>The council said on Friday that the bridge had cost 12 million euros, more than planned.</p>" * 8
).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    server.answers["/old"] = onwards("/news/bridge")
    server.answers["/news/bridge"] = [head("200 OK", "Content-Type: text/html; charset=utf-8", "Set-Cookie: a=b"), PAGE]
    yield server
    server.close()


def fetched(server: Server, path: str) -> FetchedPage:
    return fetch_page(server.url(path), allow_private=True, cancelled=lambda: False)


def test_the_page_is_kept_with_what_the_server_said(server: Server, tmp_path: Path) -> None:
    page = fetched(server, "/old")
    assert page.known.title == "Bridge costs 12 million"
    assert page.known.published == "2023-05-06"
    assert page.redirects == (server.url("/old"),)
    with begin(tmp_path) as file:
        add_note(file, NoteFields("Bridge"), {claim(file, 1).id: Stance.SUPPORTS}, page.copy)
        (kept,) = [copy for copy in read_case(file).snapshots.values() if copy.captured_from]
        assert (kept.name, kept.captured_from) == ("bridge.html", server.url("/news/bridge"))
        assert snapshot_bytes(file, kept.sha256) == PAGE
        assert "200 OK\nContent-Type: text/html; charset=utf-8" in kept.response
        assert server.url("/old") in kept.response
        assert "a=b" not in kept.response
    assert verify(file.path).is_sound


def test_what_keeps_the_page_from_being_had_is_one_sentence(server: Server) -> None:
    with pytest.raises(EvidenceError, match="404 Not Found"):
        fetched(server, "/none")


def test_fetching_stops_at_once_when_told_to(server: Server) -> None:
    server.answers["/"] = [SILENCE]
    with pytest.raises(Cancelled):
        fetch_page(server.url("/"), allow_private=True, cancelled=lambda: bool(server.asked))


def test_the_host_is_known_before_it_is_asked() -> None:
    assert host_of("https://münchen.example/a") == "xn--mnchen-3ya.example"
    with pytest.raises(EvidenceError):
        host_of("javascript:alert(1)")
