"""A page fetched into a note, from a server on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.importers.office import docx, p
from tests.sources.test_fetching import SILENCE, Server, head, onwards
from tests.storage.bridge import SCALE, begin, claim
from tests.workflow.test_copy_texts import printed
from workbench.domain.evidence import Stance
from workbench.domain.imported import ImportedArticle
from workbench.errors import ArticleError, Cancelled, EvidenceError
from workbench.sources.addresses import is_address
from workbench.workflow.noting import NoteFields, add_note, snapshot_bytes
from workbench.workflow.opening import new_case, read_case
from workbench.workflow.page_fetching import FetchedPage, fetch_article, fetch_page, host_of, led_to
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


def article(server: Server, path: str) -> ImportedArticle:
    return fetch_article(server.url(path), allow_private=True).imported


def test_each_address_is_told_as_it_is_asked(server: Server) -> None:
    told: list[str] = []
    fetch_page(server.url("/old"), allow_private=True, told=told.append)
    assert told == [server.url("/old"), server.url("/news/bridge")]


def test_an_article_is_made_of_a_page_and_its_case_knows_where_it_came_from(server: Server, tmp_path: Path) -> None:
    found = fetch_article(server.url("/old"), allow_private=True)
    known = found.imported.article.metadata
    assert (known.title, known.outlet, known.published) == ("Bridge costs 12 million", "The Courier", "2023-05-06")
    assert known.url == server.url("/news/bridge")
    assert found.redirects == (server.url("/old"),)
    with new_case(found.imported, tmp_path / "bridge.factcase", who="R. H.", scale=SCALE) as file:
        case = read_case(file)
        assert case.article.title == "Bridge costs 12 million"
        assert case.article.metadata == known
        kept = case.snapshots[case.draft.sha256]
        assert (kept.name, kept.captured_from) == ("bridge.html", server.url("/news/bridge"))
        assert f"{server.url('/old')}\n  → {server.url('/news/bridge')}\n200 OK\n" in kept.response
        assert snapshot_bytes(file, case.draft.sha256) == PAGE
    assert verify(file.path).is_sound


def test_an_article_may_be_of_any_format_that_is_opened_from_files(server: Server) -> None:
    words = "The harbour of Northport will be dredged to a depth of 14 metres, the port said."
    server.answers |= {
        "/a": [head("200 OK", "Content-Type: text/plain"), words.encode()],
        "/b.docx": [head("200 OK", "Content-Type: application/octet-stream"), docx(p(words))],
        "/c": [head("200 OK", "Content-Type: text/html"), printed(words)],
        "/d": [head("200 OK", "Content-Type: text/html; charset=koi8-r"), f"<p>{KIEV}".encode("koi8-r")],
    }
    assert article(server, "/a").article.text == article(server, "/b.docx").article.text == words
    assert "14 metres" in article(server, "/c").article.text
    assert article(server, "/d").article.text == KIEV


KIEV = "Мэр сказал в пятницу, что мост стоил городу двенадцать миллионов, больше, чем было обещано."


def test_the_address_that_a_page_gives_itself_is_cited_unless_it_is_of_another_site(server: Server) -> None:
    for path, own, cited in (
        ("/x?from=mail", "/x", "/x"),
        ("/y?from=mail", "https://elsewhere.example/y", "/y?from=mail"),
    ):
        link = server.url(own) if own.startswith("/") else own
        page = PAGE.replace(b"<head>", f"<head><link rel='canonical' href='{link}'>".encode())
        server.answers[path] = [head("200 OK", "Content-Type: text/html"), page]
        assert article(server, path).article.metadata.url == server.url(cited)


@pytest.mark.parametrize(
    ("content_type", "body", "says"),
    [
        ("text/html", b"<html><body><script>go()</script></body></html>", "has no text in it"),
        ("text/html", b"", "empty page"),
        ("image/png", b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture"),
    ],
)
def test_what_holds_no_article_is_told(server: Server, content_type: str, body: bytes, says: str) -> None:
    server.answers["/"] = [head("200 OK", f"Content-Type: {content_type}"), body]
    with pytest.raises(ArticleError, match=says):
        article(server, "/")


def test_what_a_page_names_is_not_asked_for(server: Server) -> None:
    for name in ("x.js", "x.css", "x.png", "frame.html"):
        server.answers[f"/{name}"] = [head(), b"secret"]
    named = (
        f"<script src='{server.url('/x.js')}'></script><link rel=stylesheet href='{server.url('/x.css')}'>"
        f"<img src='{server.url('/x.png')}'><iframe src='{server.url('/frame.html')}'></iframe>"
        f"<meta http-equiv=refresh content='0; url={server.url('/frame.html')}'><iframe src='file:///etc/passwd'>"
        "</iframe><a href='javascript:alert(1)'>here</a>"
    )
    server.answers["/page"] = [
        head("200 OK", "Content-Type: text/html"),
        PAGE.replace(b"<h1>", f"{named}<h1>".encode()),
    ]
    assert "12 million" in article(server, "/page").article.text
    assert [request.split(" ")[1] for request in server.asked] == ["/page"]


def test_another_site_is_told_from_the_same() -> None:
    assert led_to("https://example.org/a", "https://other.example/a") == "other.example"
    assert led_to("http://example.org/a", "https://www.example.org/b") == ""


@pytest.mark.parametrize("text", ["https://example.org/a?b=c", " HTTP://example.org \n"])
def test_an_address_is_known(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["", "example.org", "ftp://a.example", "see https://a.example", "javascript:alert(1)"])
def test_what_is_no_address_is_text(text: str) -> None:
    assert not is_address(text)
