"""E-mail messages (EML): their plain text, or where there is none their HTML. Attachments are left aside."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from workbench.domain.article import Article
from workbench.domain.imported import ImportedArticle
from workbench.errors import ArticleError
from workbench.importers.decoding import decode, without_surrogates
from workbench.importers.html.reader import article_of_page
from workbench.importers.mail_talk import without_talk
from workbench.importers.plain_text import article_of

MEDIA_TYPE = "message/rfc822"


def read_mail(original: bytes, name: str) -> ImportedArticle:
    """The article in a message's body. Raises ArticleError when it is no message or has no text."""
    # Under the older policy, whose reading of broken headers never fails.
    message = message_from_bytes(original)
    if not message.keys():
        raise ArticleError(
            "“{name}” is not an e-mail message; save the article's words as plain text and open that.", name=name
        )
    article = _body(message, name)
    metadata = replace(
        article.metadata,
        title=_header(message, "subject") or article.metadata.title,
        author=_header(message, "from") or article.metadata.author,
        published=article.metadata.published or _sent_on(message),
    )
    return ImportedArticle(replace(article, metadata=metadata), original, MEDIA_TYPE, name)


def _body(message: Message, name: str) -> Article:
    """The message's plain text; its HTML where that is empty, as it is in many newsletters."""
    for kind in ("text/plain", "text/html"):
        for part in message.walk():
            content = part.get_payload(decode=True) if part.get_content_type() == kind else None
            if not isinstance(content, bytes) or not content.strip() or part.get_content_disposition() == "attachment":
                continue
            text = decode(content, name, part.get_content_charset() or "")
            return without_talk(article_of(text, name)) if kind == "text/plain" else article_of_page(text, name)
    raise ArticleError(
        "“{name}” has no text in it; open its attachment, or copy the article's words and paste them.", name=name
    )


def _header(message: Message, key: str) -> str:
    raw = str(message.get(key, ""))
    try:
        pieces = decode_header(raw)
    except HeaderParseError:
        pieces = [(raw, None)]
    words = "".join(piece if isinstance(piece, str) else _decoded(piece, charset or "") for piece, charset in pieces)
    return " ".join(without_surrogates(words).replace("\x00", "\ufffd").split())


def _decoded(piece: bytes, charset: str) -> str:
    try:
        return piece.decode(charset or "utf-8", "replace")
    except LookupError:
        return piece.decode("utf-8", "replace")


def _sent_on(message: Message) -> str:
    """The day in the sender's own time zone, or empty."""
    try:
        return parsedate_to_datetime(str(message.get("date", ""))).date().isoformat()
    except ValueError:
        return ""
