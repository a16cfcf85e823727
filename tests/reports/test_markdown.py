"""Markdown of a note as plain data."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.reports.markdown import (
    LONGEST,
    Block,
    Code,
    Item,
    Items,
    Paragraph,
    Quote,
    Words,
    as_typed,
    read_markdown,
)
from workbench.reports.markdown_html import to_html


def said(blocks: tuple[Block, ...]) -> str:
    """All words of a tree, in their order."""
    parts = []
    for block in blocks:
        match block:
            case Paragraph():
                parts.append(block.text)
            case Code(text):
                parts.append(text)
            case Quote(inner):
                parts.append(said(inner))
            case Items(items):
                parts += [f"{'' if item.number is None else item.number} {said(item.blocks)}" for item in items]
    return "\n".join(parts)


def test_words_are_emphasised_strong_code_and_linked() -> None:
    (paragraph,) = read_markdown("Has *not* **said** `x` [here](https://a.example/p).")
    assert paragraph == Paragraph(
        (
            Words("Has "),
            Words("not", emphasis=True),
            Words(" "),
            Words("said", strong=True),
            Words(" "),
            Words("x", code=True),
            Words(" "),
            Words("here", link="https://a.example/p"),
            Words("."),
        )
    )


def test_lists_and_quotations_nest_and_numbers_stay_as_typed() -> None:
    items, quote = read_markdown("1. one\n3. three\n   - inner\n\n> said\n> again")
    assert items == Items(
        (
            Item(1, (Paragraph((Words("one"),)),)),
            Item(3, (Paragraph((Words("three"),)), Items((Item(None, (Paragraph((Words("inner"),)),)),)))),
        )
    )
    assert quote == Quote((Paragraph((Words("said\nagain"),)),))
    assert to_html((items,)).count('<ol start="3">') == 1


def test_a_heading_is_a_strong_paragraph_and_a_fence_is_code() -> None:
    assert read_markdown("## Head\n```\na < b\n```") == (Paragraph((Words("Head", strong=True),)), Code("a < b"))


def test_bare_addresses_are_links_without_the_marks_after_them() -> None:
    (paragraph,) = read_markdown("See https://a.example/x?y=1, or <https://b.example/> and <mail@b.example>.")
    assert isinstance(paragraph, Paragraph)
    links = [(piece.text, piece.link) for piece in paragraph.words if piece.link]
    assert links == [
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("https://b.example/", "https://b.example/"),
        ("mail@b.example", "mailto:mail@b.example"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](file:///etc/passwd)",
        "[x](data:text/html,hi)",
        "[x](//evil.example)",
        "[x](page.html)",
        "[1]: see page 3",
        "<script>alert(1)</script>",
        '<img src="https://evil.example/p.png">',
        '#import "@preview/x:1.0.0"',
        "$x$ #set page() @label <label>",
    ],
)
def test_what_is_no_note_markup_stays_as_it_was_typed(text: str) -> None:
    (paragraph,) = read_markdown(text)
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == text
    html = to_html((paragraph,))
    assert "<script" not in html
    assert "<img" not in html
    assert "href=" not in html.replace('href="https://evil.example/p.png"', "")


def test_a_title_and_a_word_beside_a_fence_are_shown() -> None:
    link, code = read_markdown('[x](https://a.example "why")\n```py\n1\n```')
    assert said((link, code)) == "x (why)\npy\n1"


def test_an_image_is_a_link_to_it_and_nothing_to_load() -> None:
    html = to_html(read_markdown("![a map](https://a.example/map.png)"))
    assert html == '<p dir="auto"><a href="https://a.example/map.png" rel="noreferrer">a map</a></p>'


@pytest.mark.parametrize(
    "text",
    [
        "- " * 4_900 + "deep",
        "> " * 4_900 + "deep",
        "\n".join(" " * 2 * depth + "- deep" for depth in range(140)),
        "*" * 1_000_000,
        "*a " * 3_000,
        "[" * 9_900,
        "![" * 4_900,
        "`" * 9_900 + " x",
        "<" * 9_900,
        "a](" * 3_000,
        "https://a.example/" * 500,
        "**a*" * 2_400,
    ],
    ids=lambda text: text[:4],
)
def test_what_is_written_to_harm_is_read_at_once_and_whole(text: str) -> None:
    before = time.process_time()
    found = read_markdown(text)
    assert time.process_time() - before < 2
    assert [sign for sign in said(found) if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


def test_an_address_too_long_for_a_link_stays_as_it_was_typed() -> None:
    address = "https://a.example/" + "a" * 8_500
    for text in (address, f"<{address}>", f"[x]({address})", f"[x](mailto:{'a' * 8_500}@a.example)"):
        (paragraph,) = read_markdown(text)
        assert isinstance(paragraph, Paragraph)
        assert paragraph.text == text
        assert not any(piece.link for piece in paragraph.words)


def test_what_is_too_long_for_a_note_is_shown_as_typed() -> None:
    text = "*word*\n" * LONGEST
    assert read_markdown(text) == as_typed(text)


@settings(max_examples=300)
@given(st.text(st.sampled_from("ab1 \n*_`#->+.)(!\\&[]<:|~\t"), max_size=60))
def test_no_letter_is_ever_lost(text: str) -> None:
    """But those of a link's hidden address, which these letters can't make."""
    kept = iter(said(read_markdown(text)))
    assert all(letter in kept for letter in text if letter in "ab")
