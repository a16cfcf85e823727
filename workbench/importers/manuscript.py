"""Articles from word processors: paragraphs with a style, and notes in the margin or at the foot.

The article's text is the manuscript's paragraphs parted by a blank line, list items and table rows by a line end. What
was deleted with changes tracked is left out, what was inserted is in. Comments and footnotes are kept apart from the
text, each with the words it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.imported import AuthorNote
from workbench.domain.language import guess_language
from workbench.domain.span import Span
from workbench.errors import ArticleError
from workbench.importers.blocks import infer_blocks
from workbench.importers.publication import published_on


class Role(Enum):
    TITLE = auto()
    SUBTITLE = auto()
    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    """A list item or a table's row, which stands close to the one before it."""


_KINDS = {Role.TITLE: BlockKind.HEADLINE, Role.SUBTITLE: BlockKind.STANDFIRST, Role.HEADING: BlockKind.SUBHEAD}

_PARTS_OF_A_WORD = 50
"""How many pieces of text, each in its own face, one word may be made of."""


@dataclass(slots=True)
class Note:
    """A comment or footnote while its manuscript is read; its place is in code points of the article's text."""

    text: str
    author: str = ""
    start: int = 0
    end: int = 0


class Manuscript:
    """Takes in a manuscript's paragraphs and notes from first to last, and makes the article of them."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.title = ""
        self.author = ""
        self._parts: list[str] = []
        self._roles: list[tuple[int, Role]] = []
        self._next: Role | None = Role.TEXT
        self.place = 0
        """Where the next character will stand, in code points of the article's text."""

    def begin(self, role: Role) -> None:
        """Words added from here on are of another paragraph."""
        self._next = role

    def add(self, text: str) -> None:
        if not text:
            return
        if self._next is not None:
            self._write(self._gap(self._next))
            self._roles.append((self.place, self._next))
            self._next = None
        self._write(text)

    def start_of_last_word(self) -> int:
        """Where the last word so far begins: the one that a footnote's sign stands behind."""
        before = "".join(self._parts[-_PARTS_OF_A_WORD:])
        words = before.split()
        return self.place - (len(before) - before.rindex(words[-1])) if words else self.place

    def article(self, name: str) -> tuple[Article, tuple[AuthorNote, ...]]:
        """The article and its notes. Raises ArticleError when there are no words in it."""
        text = "".join(self._parts)
        if not any(character.isalnum() for character in text):
            raise ArticleError("“{name}” has no words in it; open a file with the article's text.", name=name)
        blocks = tuple(self._blocks(text))
        title, author = (" ".join(value.split()) for value in (self.title, self.author))
        metadata = Metadata(
            title=title, author=author, published=published_on(text, blocks), language=guess_language(text)
        )
        return Article(text, blocks, metadata), tuple(_author_notes(self.notes, text))

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self.place += len(text)

    def _gap(self, role: Role) -> str:
        if not self._roles:
            return ""
        return "\n" if role is self._roles[-1][1] is Role.ITEM else "\n\n"

    def _blocks(self, text: str) -> Iterator[Block]:
        """Kinds by the words, but for paragraphs whose style says what they are."""
        titled = any(role is Role.TITLE for _, role in self._roles)
        if not titled and self._roles[0][1] is Role.HEADING:
            self._roles[0] = (0, Role.TITLE)
            titled = True
        styled = _Styles(self._roles)
        for block in infer_blocks(text):
            role = styled.at(block.span.start)
            if role in _KINDS:
                yield Block(_KINDS[role], block.span)
            elif titled and block.kind is BlockKind.HEADLINE:
                yield Block(BlockKind.BODY, block.span)
            else:
                yield block


class _Styles:
    """Looks up the role of the paragraph at a place; places have to be asked for in order."""

    def __init__(self, roles: Sequence[tuple[int, Role]]) -> None:
        self._roles = roles
        self._index = 0

    def at(self, place: int) -> Role:
        while self._index + 1 < len(self._roles) and self._roles[self._index + 1][0] <= place:
            self._index += 1
        return self._roles[self._index][1]


def _author_notes(notes: Sequence[Note], text: str) -> Iterator[AuthorNote]:
    for note in sorted(notes, key=lambda note: (note.start, note.end)):
        words = " ".join(note.text.split())
        if words:
            yield AuthorNote(Span(note.start, max(note.start, note.end)).trimmed(text), words, note.author)
