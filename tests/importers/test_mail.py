"""A message gives the words of its body, and who sent it when."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.parts import parts
from workbench.errors import ArticleError
from workbench.importers.mail import read_mail
from workbench.importers.registry import read_article

PROSE = "The harbour of Northport will be dredged to a depth of 14 metres, the port authority said on Thursday."


def message(plain: str = "", html: str = "") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Růžena Horáková <ruzena@courier.example>"
    mail["Subject"] = "Harbour: draft – please check"
    mail["Date"] = "Thu, 04 May 2023 23:50:00 -0400"
    mail["Message-ID"] = "<1@courier.example>"
    mail.set_content(plain)
    if html:
        mail.add_alternative(html, subtype="html")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    return mail


def test_a_message_with_a_draft(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(bytes(message(f"Harbour to be “dredged”\n\nBy Ann Lee\n\n{PROSE}\n")))
    (tmp_path / "message").write_bytes((tmp_path / "a.eml").read_bytes())
    imported = read_article(tmp_path / "a.eml")
    assert parts(imported.article) == [
        "HEAD Harbour to be “dredged”",
        "byli By Ann Lee",
        "BODY The harbour of Northport",
    ]
    metadata = imported.article.metadata
    assert metadata.title == "Harbour: draft – please check"
    assert metadata.author == "Růžena Horáková <ruzena@courier.example>"
    assert metadata.published == "2023-05-04"
    assert imported.original == (tmp_path / "a.eml").read_bytes()
    assert read_article(tmp_path / "message").article == imported.article


def test_the_html_is_read_where_the_plain_text_is_empty() -> None:
    mail = message(" \n", f"<html><body><h1>Harbour</h1><p>{PROSE}</p><script>x()</script></body></html>")
    assert parts(read_mail(bytes(mail), "a").article) == ["HEAD Harbour", "BODY The harbour of Northport"]


def test_a_wrong_or_unknown_charset_is_guessed() -> None:
    head = "From: a@b.example\nContent-Type: text/plain; charset={}\nContent-Transfer-Encoding: 8bit\n\n"
    words = "Die Gebühren für größere Schiffe steigen, und das ist nicht alles."
    for charset, encoding in (("no-such", "cp1252"), ("us-ascii", "utf-8"), ("utf-8", "cp1252")):
        data = head.format(charset).encode() + words.encode(encoding)
        assert read_mail(data, "a").article.text == words


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not an e-mail message"),
        (b"\n\njust words", "not an e-mail message"),
        (b"Subject: x\n\n", "has no text"),
        (b"Subject: x\nContent-Type: image/png\n\nabc", "has no text"),
        (b"Subject: x\n\n***", "no words"),
    ],
)
def test_what_has_no_words_is_told(data: bytes, says: str) -> None:
    with pytest.raises(ArticleError, match=says):
        read_mail(data, "a")


SCRAPS = [
    *(
        b"Subject: ",
        b"From: ",
        b"\n",
        b"\n\n",
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"--x\n",
        b"--x--",
        b"words",
    ),
    *(b"Date: yesterday\n", b"Content-Transfer-Encoding: base64\n", b"=?utf-8?q?=ff?=", b"=?no?b?x?=", b"\xff\x00"),
]


@given(st.lists(st.sampled_from(SCRAPS), max_size=20).map(b"".join))
def test_any_message_is_an_article_or_one_sentence(data: bytes) -> None:
    try:
        imported = read_mail(data, "a")
    except ArticleError:
        return
    imported.article.text.encode()
    imported.article.metadata.title.encode()


def test_what_is_said_around_the_article_bears_no_claims() -> None:
    message = b"""From: Jane <jane@x.example>
Subject: Fwd: growth
Content-Type: text/plain; charset=utf-8

Hi both, the release is below.

---------- Forwarded message ---------
From: Press Office <press@acme.example>
To: <jane@x.example>

Acme grew by 5% in the first quarter, the fastest rate in its history.

> On Friday Ann wrote:
> Acme lost 3 million euros last year.

This e-mail and any attachments are confidential. If you are not the intended
recipient, please delete it. Acme Ltd, registered in England No 123456.

--\x20
Jane Roe, The Courier, 12 High Street
"""
    article = read_mail(message, "m.eml").article
    told = [block.span.of(article.text) for block in article.blocks if block.kind.bears_claims]
    assert told == [
        "Hi both, the release is below.",
        "Acme grew by 5% in the first quarter, the fastest rate in its history.",
    ]
    assert "registered in England" in article.text


def test_an_article_that_is_sent_as_a_quotation_is_the_article() -> None:
    message = (
        b"Subject: x\n\nSee below.\n\n> Acme grew by 5% in May, the bank said.\n> It lost 3 million euros last year.\n"
    )
    article = read_mail(message, "m.eml").article
    assert any(block.kind.bears_claims and "5%" in block.span.of(article.text) for block in article.blocks)
