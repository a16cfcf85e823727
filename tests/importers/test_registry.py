"""Whatever file is opened, there is an article with sound offsets or one clear sentence."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.imported import ImportedArticle
from workbench.errors import ArticleError
from workbench.importers import files, registry
from workbench.importers.registry import FORMATS, read_article, read_pasted

STORY = "The harbour will be dredged, the port said on Thursday.\n"


def refusal(path: Path) -> str:
    with pytest.raises(ArticleError) as caught:
        read_article(path)
    message = caught.value.message
    assert message.endswith(".")
    assert "\n" not in message
    return message


def is_sound(imported: ImportedArticle) -> bool:
    text = imported.article.text
    text.encode("utf-8")
    ends = [0, *(block.span.end for block in imported.article.blocks)]
    starts = [block.span.start for block in imported.article.blocks]
    return (
        bool(imported.article.blocks)
        and all(end <= start for end, start in zip(ends[:-1], starts, strict=True))
        and all(block.span.of(text) == block.span.of(text).strip() for block in imported.article.blocks)
        and not any(mark in text for mark in "\r\x00")
    )


def test_the_original_is_the_very_bytes(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfDredged\r\n\r\n" + STORY.encode() + b"\r"
    (tmp_path / "a.txt").write_bytes(data)
    imported = read_article(tmp_path / "a.txt")
    assert imported.original == data
    assert imported.sha256 == hashlib.sha256(data).hexdigest()
    assert imported.article.text == f"Dredged\n\n{STORY}\n"
    assert (imported.name, imported.media_type) == ("a.txt", "text/plain")


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.text", "article", "report 2.1", "Mr. Smith goes home"])
def test_text_is_read_by_its_type_or_by_what_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(STORY, "utf-8")
    assert read_article(tmp_path / name).media_type == "text/plain"


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "saved page"])
def test_a_page_is_read_by_its_type_or_by_what_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"<!DOCTYPE html>\n<html><body><p>{STORY}</p></body></html>", "utf-8")
    imported = read_article(tmp_path / name)
    assert imported.media_type == "text/html"
    assert imported.article.text == STORY.strip()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n ", "no words"),
        ("\ufeff\u00a0\u2003\n".encode(), "no words"),
        (b"*** --- ***", "no words"),
        (b"text and \x00\x01\x02\x03 more", "not text but binary"),
        (bytes(range(1, 32)) * 50, "not text but binary"),
        (b"SQLite format 3\x00" + b"x" * 100, "is a database or case file"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 100, "is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "is an old or password-protected office document"),
        (b"{\\rtf1 hello}", "is a Rich Text document"),
        (b"\x1f\x8b\x08\x00" + b"x" * 100, "is a compressed file"),
    ],
)
def test_what_is_no_text_is_told_in_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert says in refusal(tmp_path / "a.txt")


def test_a_type_that_is_not_read_is_told_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "a.pages").write_text(STORY)
    message = refusal(tmp_path / "a.pages")
    assert ".pages" in message
    assert all(suffix in message for entry in FORMATS for suffix in entry.suffixes)


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)
    assert "over the limit of 50 MB" in refusal(path)
    assert "split it" in refusal(path)


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 100)
    (tmp_path / "fits.txt").write_text("x" * 100)
    (tmp_path / "over.txt").write_text("x" * 101)
    assert len(read_article(tmp_path / "fits.txt").article.text) == 100
    refusal(tmp_path / "over.txt")


def test_a_folder_a_missing_file_and_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    (tmp_path / "folder.pages").mkdir()
    assert "is a folder" in refusal(tmp_path)
    assert "is a folder" in refusal(tmp_path / "folder.pages")
    assert "is not there" in refusal(tmp_path / "missing.txt")
    assert "is not there" in refusal(tmp_path / "missing.pages")
    assert "no longer there" in refusal(tmp_path / "gone.txt")
    assert "can't be read" in refusal(tmp_path / "round.txt")
    assert "can't be read" in refusal(tmp_path / ("x" * 300))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_device_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not an ordinary file" in refusal(tmp_path / "pipe.txt")
    assert "not an ordinary file" in refusal(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.txt").chmod(0)
    assert "may not be read by you" in refusal(tmp_path / "a.txt")


def test_names_with_odd_bytes_are_shown_without_them(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\n\xe2\x80\xae.txt"))
    odd.write_text(STORY)
    assert read_article(odd).name == "caf\ufffd\ufffd\ufffd.txt"
    assert "caf\ufffd" in refusal(odd.with_name(odd.name.replace(".txt", ".nope")))


def test_a_link_to_an_article_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert read_article(tmp_path / "b.txt").article.text == STORY


def test_pasted_text() -> None:
    imported = read_pasted("Dredged\r\n\r\nThe harbour will be dredged.")
    assert imported.article.text == "Dredged\n\nThe harbour will be dredged."
    assert imported.name == "pasted text"
    assert imported.original == b"Dredged\r\n\r\nThe harbour will be dredged."


def test_pasted_halves_of_a_character_become_one_or_are_marked() -> None:
    assert read_pasted("a \ud83c\uddfa b \ud800 c").article.text == "a 🇺 b \ufffd c"


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x01"])
def test_pasting_nothing_is_told(text: str) -> None:
    with pytest.raises(ArticleError):
        read_pasted(text)


def test_every_format_of_the_list_has_its_own_types() -> None:
    suffixes = [suffix for entry in registry.FORMATS for suffix in entry.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


pieces = st.sampled_from(
    [
        b"\r\n",
        b"\r",
        b"\n\n",
        b"By Ann Lee",
        b"Source: AP",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xe9",
        "“We go.” ".encode(),
        b"# A",
    ]
)


@given(
    st.one_of(st.binary(max_size=300), st.lists(st.one_of(pieces, st.binary(max_size=12)), max_size=20).map(b"".join))
)
def test_any_bytes_are_an_article_or_one_sentence(data: bytes) -> None:
    for entry in FORMATS:
        try:
            imported = entry.read(data, "a")
        except ArticleError:
            continue
        assert is_sound(imported)
        assert imported.original == data


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=200))
def test_text_is_kept_but_for_its_newlines(text: str) -> None:
    try:
        imported = read_pasted(text)
    except ArticleError:
        assert not any(character.isalnum() for character in text)
    else:
        assert imported.article.text == text.replace("\r\n", "\n").replace("\r", "\n")
        assert is_sound(imported)


@given(st.text(max_size=200))
def test_any_pasted_string_gives_text_that_can_be_stored(text: str) -> None:
    try:
        imported = read_pasted(text)
    except ArticleError:
        return
    assert is_sound(imported)
