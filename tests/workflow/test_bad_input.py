"""Whatever a file holds: one clear sentence or its plain words, nothing executed, nothing outside read or asked, and
nothing already noted lost. Each is opened as an article and kept as a copy, beside a note that is there before.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.importers.office import ODF, W, archive, p
from tests.sources.test_fetching import Server, head, onwards
from tests.storage.bridge import ORDER, begin, claim, with_note
from tests.workflow.test_copy_texts import printed
from workbench.domain.evidence import Stance
from workbench.errors import ArticleError, EvidenceError, UserFacingError
from workbench.importers import registry
from workbench.importers.kept_copy import read_words
from workbench.storage.case_file import CaseFile
from workbench.workflow import copy_texts, importing_sources
from workbench.workflow.copy_texts import copy_text, read_all
from workbench.workflow.importing import read_article
from workbench.workflow.lending import Lending
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note
from workbench.workflow.opening import open_case, read_case
from workbench.workflow.page_fetching import fetch_article, fetch_page
from workbench.workflow.verifying import verify

LOCKED = Path(__file__).parents[1] / "data" / "locked.pdf"
SECRET = "the secret that must not be read"
PROSE = "The harbour of Northport will be dredged to a depth of 14 metres, the port authority said on Thursday."


@dataclass
class Outside:
    """What hostile files point at: a server and a file, neither of which may be asked or read."""

    server: Server
    secret: Path

    @property
    def url(self) -> str:
        return self.server.url("/secret")


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Outside]:
    server = Server({"/secret": [head(), SECRET.encode()]})
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, "utf-8")
    yield Outside(server, secret)
    server.close()


def bomb(_: Outside) -> bytes:
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": bytes(80_000_000)})


def bomb_of_names(_: Outside) -> bytes:
    """A part that says it is small, and is not."""
    packed = bytearray(bomb(_))
    place = packed.rindex((80_000_000).to_bytes(4, "little"))
    packed[place : place + 4] = (1000).to_bytes(4, "little")
    return bytes(packed)


def entities(outside: Outside) -> bytes:
    document = (
        f'<?xml version="1.0"?><!DOCTYPE d SYSTEM "{outside.url}" [<!ENTITY a SYSTEM "{outside.secret.as_uri()}">'
        f'<!ENTITY b SYSTEM "{outside.url}"><!ENTITY % c SYSTEM "{outside.url}">%c;]>'
        f"<w:document {W}><w:body>{p(PROSE)}<w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def laughs(_: Outside) -> bytes:
    """Entities within entities, a thousand million in the end."""
    declared = '<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return archive(
        {"word/document.xml": f"<!DOCTYPE d [{declared}]><w:document {W}><w:body>{p('&e9;')}</w:body></w:document>"}
    )


def links(outside: Outside) -> bytes:
    """A template, a picture and an object of a document that are said to be elsewhere."""
    related = "".join(
        f'<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"'
        f' Target="{target}" TargetMode="External"/>'
        for n, (kind, target) in enumerate(
            [("attachedTemplate", outside.url), ("image", outside.url), ("oleObject", outside.secret.as_uri())]
        )
    )
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "word/_rels/document.xml.rels": f"<Relationships>{related}</Relationships>",
            "word/document.xml": f"<w:document {W}><w:body>{p(PROSE)}</w:body></w:document>",
        }
    )


def open_document(outside: Outside) -> bytes:
    body = (
        f'<text:p>{PROSE}&a;</text:p><draw:frame xmlns:draw="d" xmlns:xlink="x">'
        f'<draw:image xlink:href="{outside.url}"/>'
        f'<draw:object xlink:href="{outside.secret.as_uri()}"/></draw:frame>'
    )
    content = (
        f'<!DOCTYPE d [<!ENTITY a SYSTEM "{outside.secret.as_uri()}">]><office:document-content {ODF}><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def page(outside: Outside) -> bytes:
    url, file = outside.url, outside.secret.as_uri()
    return (
        f"<!DOCTYPE html [<!ENTITY x SYSTEM '{file}'>]><html><head><base href='{url}'><script src='{url}'></script>"
        f"<script>document.title = 'run'; fetch('{url}')</script><link rel=stylesheet href='{url}'>"
        f"<style>@import '{url}';</style><meta http-equiv=refresh content='0; url={url}'></head>"
        f"<body onload=\"fetch('{url}')\"><h1>Harbour to be dredged</h1><p>{PROSE}&x;</p>"
        f"<iframe src='{file}'></iframe><img src='{url}' onerror=\"fetch('{url}')\"><object data='{file}'></object>"
        f"<a href='{file}'>this</a> <a href='javascript:alert(1)'>and this</a><p>{PROSE}</p></body></html>"
    ).encode()


def letter(outside: Outside) -> bytes:
    return (
        b"From: a@b.example\r\nMIME-Version: 1.0\r\nMessage-ID: <1@b>\r\nContent-Type: text/html\r\n\r\n"
        + page(outside)
        + f'\r\nContent-Type: message/external-body; access-type=URL; URL="{outside.url}"\r\n'.encode()
    )


def cut_pdf(_: Outside) -> bytes:
    whole = printed(PROSE)
    return whole[: len(whole) // 2]


def pdf_with_actions(outside: Outside) -> bytes:
    """One that would open an address, and run a script, in a viewer that does as it is told."""
    actions = f"/OpenAction << /S /URI /URI ({outside.url}) >> /AA << /WC << /S /JavaScript /JS (app.alert(1)) >> >>"
    return printed(PROSE).replace(b"/Type /Catalog", b"/Type /Catalog " + actions.encode(), 1)


HOSTILE: dict[str, Callable[[Outside], bytes]] = {
    "bomb.docx": bomb,
    "lying.docx": bomb_of_names,
    "bomb.odt": bomb,
    "laughs.docx": laughs,
    "entities.docx": entities,
    "links.docx": links,
    "links.odt": open_document,
    "page.html": page,
    "letter.eml": letter,
    "locked.pdf": lambda _: LOCKED.read_bytes(),
    "cut.pdf": cut_pdf,
    "actions.pdf": pdf_with_actions,
    "nothing.pdf": lambda _: b"%PDF-1.7\n" + bytes(1000),
}
TOLD = {
    "bomb.docx": "unpacks to over",
    "lying.docx": "is damaged",
    "bomb.odt": "unpacks to over",
    "laughs.docx": "is damaged",
    "locked.pdf": "password",
    "cut.pdf": "is damaged",
    "nothing.pdf": "is damaged",
}
"""What must be refused, and words of the sentence; of the others the plain words are read."""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    """A case with a note and its copy, which must be there afterwards, and sound."""
    with with_note(tmp_path) as file:
        before = read_case(file).evidence
        yield file
        after = read_case(file)
        assert set(before) <= set(after.evidence)
        assert any(kept.name == ORDER.name for kept in after.snapshots.values())
    assert verify(file.path).is_sound


def sentence(problem: UserFacingError) -> str:
    assert "\n" not in problem.message
    assert problem.message.endswith((".", "”"))
    assert "Traceback" not in problem.message
    return problem.message


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_article_is_its_words_or_one_sentence(name: str, outside: Outside, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name](outside))
    begun = time.monotonic()
    if name in TOLD:
        with pytest.raises(ArticleError, match=TOLD[name]) as caught:
            read_article(path)
        sentence(caught.value)
    else:
        text = read_article(path).article.text
        assert PROSE in text
        assert SECRET not in text
    assert time.monotonic() - begun < 30
    assert outside.server.asked == []


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_copy_stays_kept_and_its_words_are_read_or_one_sentence(
    name: str, outside: Outside, case: CaseFile
) -> None:
    content = HOSTILE[name](outside)
    add_note(case, NoteFields(name), {claim(case, 3).id: Stance.SUPPORTS}, SnapshotFile(name, content))
    problems = read_all(case)
    (sha256,) = [sha for sha, kept in read_case(case).snapshots.items() if kept.name == name]
    read = copy_text(case, sha256)
    assert read is not None
    assert SECRET not in read.text
    assert "alert" not in read.text
    assert read.problem in ("", *problems)
    assert bool(read.text) is (name not in TOLD)
    assert outside.server.asked == []


@pytest.mark.parametrize("name", ["entities.docx", "links.docx", "links.odt", "page.html", "letter.eml", "actions.pdf"])
def test_reading_opens_no_connection_and_looks_up_no_host(
    name: str, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this process, where each attempt can be seen."""
    content = HOSTILE[name](outside)

    def refuse(*asked: object, **_: object) -> None:
        pytest.fail(f"{asked} was asked for")

    for way in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, way, refuse)
    for way in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, way, refuse)
    assert PROSE in registry.format_of(content, name).read(content, name).article.text
    assert PROSE in read_words(content, name, "application/octet-stream")


def test_files_of_two_gigabytes_are_refused_at_once(case: CaseFile, tmp_path: Path) -> None:
    path = tmp_path / "huge"
    for suffix, read in ((".txt", read_article), (".pdf", read_article), (".bin", SnapshotFile.read)):
        with path.with_suffix(suffix).open("wb") as file:
            file.truncate(2_000_000_000)
        begun = time.monotonic()
        with pytest.raises(UserFacingError, match="over") as caught:
            read(path.with_suffix(suffix))
        sentence(caught.value)
        assert time.monotonic() - begun < 10
    with path.with_suffix(".bib").open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(EvidenceError, match="over 20 MB"):
        importing_sources.read_file(path.with_suffix(".bib"))


def test_names_with_slashes_and_marks_that_reorder_lead_nowhere(case: CaseFile, tmp_path: Path) -> None:
    reordered = tmp_path / "invoice\u202efdp.exe"
    reordered.write_bytes(b"MZ")
    assert SnapshotFile.read(reordered).name == "invoice\ufffdfdp.exe"
    names = ["../../etc/passwd", "..\\..\\evil.exe", "a/b\x00c.txt", "invoice\u202efdp.exe", "/", "..", "x" * 5000]
    for number, name in enumerate(names):
        content = f"copy {number}".encode()
        add_note(case, NoteFields("N"), {claim(case, 3).id: Stance.CONTEXT}, SnapshotFile(name, content))
    lending = Lending()
    for sha256, kept in read_case(case).snapshots.items():
        lent = lending.lend(case, sha256)
        assert lent.parent.parent.name.startswith("fact-check-")
        assert lent.resolve().is_relative_to(lent.parent.parent.resolve())
        assert not set("/\\\u202e\x00") & set(lent.name)
        assert lent.stat().st_size == kept.size
    lending.close()


def test_a_copy_kept_twice_is_there_once_for_both_notes(case: CaseFile) -> None:
    before = len(read_case(case).snapshots)
    for number in (1, 2):
        copy = SnapshotFile(f"same-{number}.txt", b"the very same words", "text/plain")
        add_note(case, NoteFields(f"Note {number}"), {claim(case, number).id: Stance.SUPPORTS}, copy)
    kept = read_case(case)
    assert len(kept.snapshots) == before + 1
    assert len({note.snapshot for note in kept.evidence.values()} - {""}) == 2
    assert copy_texts.next_unread(case) is None


ADDRESSES = ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.example/", "//a.example/", "x"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_no_web_address_is_neither_fetched_nor_kept(address: str, case: CaseFile) -> None:
    links = {claim(case, 3).id: Stance.SUPPORTS}
    for refused in (
        lambda: fetch_page(address, allow_private=True),
        lambda: fetch_article(address, allow_private=True),
        lambda: add_note(case, NoteFields("N", url=address), links),
        lambda: add_note(case, NoteFields("N", archive_url=address), links),
    ):
        with pytest.raises(EvidenceError) as caught:
            refused()
        sentence(caught.value)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)"])
def test_a_page_that_leads_out_of_the_web_is_not_followed(address: str, outside: Outside) -> None:
    outside.server.answers["/out"] = onwards(address)
    with pytest.raises(EvidenceError, match="only addresses that begin with http"):
        fetch_article(outside.server.url("/out"), allow_private=True)


def test_a_page_is_asked_for_and_nothing_that_it_names(outside: Outside, case: CaseFile) -> None:
    outside.server.answers["/page"] = [head("200 OK", "Content-Type: text/html"), page(outside)]
    found = fetch_article(outside.server.url("/page"), allow_private=True).imported
    kept = fetch_page(outside.server.url("/page"), allow_private=True).copy
    add_note(case, NoteFields("Page"), {claim(case, 3).id: Stance.SUPPORTS}, kept)
    read_all(case)
    assert SECRET not in found.article.text
    assert [request.split(" ")[1] for request in outside.server.asked] == ["/page", "/page"]


def test_a_case_opens_again_after_all_of_it(outside: Outside, tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        for name, make in HOSTILE.items():
            if "bomb" not in name:
                add_note(
                    file, NoteFields(name), {claim(file, 3).id: Stance.SUPPORTS}, SnapshotFile(name, make(outside))
                )
        path = file.path
    with open_case(path, who="R. H.") as file:
        assert len(read_case(file).evidence) == len(HOSTILE) - 2
    assert verify(path).is_sound
