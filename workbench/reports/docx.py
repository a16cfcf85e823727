"""The article as a Word document, each claim a comment on the words it marks: the notes where the author writes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from workbench.domain.article import BlockKind
from workbench.reports import phrases
from workbench.reports.annotated import AnnotatedBlock
from workbench.reports.citations import cite
from workbench.reports.cleaning import Cleaner
from workbench.reports.content import ClaimNote, EvidenceNote, Notes
from workbench.reports.markdown import read_markdown
from workbench.reports.markdown_lines import Line, to_lines
from workbench.reports.scripts import script_of
from workbench.reports.words import STANCES, when

_STYLES = {
    BlockKind.HEADLINE: "Title",
    BlockKind.KICKER: "Caption",
    BlockKind.STANDFIRST: "Subtitle",
    BlockKind.BYLINE: "Caption",
    BlockKind.SUBHEAD: "Heading 2",
    BlockKind.BODY: "Normal",
    BlockKind.SOURCE: "Caption",
    BlockKind.BOILERPLATE: "Caption",
}
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_docx(notes: Notes, progress: Callable[[float], None] = lambda _share: None) -> bytes:
    """The document. The same notes give the same bytes: its times are those of the case. `progress` gets 0..1."""
    out = io.BytesIO()
    _Writer(notes).document(progress).save(out)
    return _without_clock(out.getvalue())


class _Writer:
    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._clean = Cleaner(covers=lambda _code: True).clean
        self._document = Document()
        self._saved = _instant(notes.case.last_saved)
        self._by = self._clean(", ".join(notes.checkers) or notes.options.house.name or "Fact-check")
        self._runs: dict[int, list[Run]] = {}

    def document(self, progress: Callable[[float], None]) -> WordDocument:
        self._properties()
        for block in self._notes.article:
            self._block(block)
        for done, claim in enumerate(self._notes.claims):
            runs = self._runs.get(claim.number)
            if runs:
                self._comment(claim, runs)
            if done % 50 == 0:
                progress(done / len(self._notes.claims))
        self._cut()
        self._sources()
        return self._document

    def _properties(self) -> None:
        known, notes = self._document.core_properties, self._notes
        known.title = self._clean(notes.title)[:255]
        known.author = known.last_modified_by = self._by[:255]
        known.comments = phrases.version(notes)
        known.created = known.modified = self._saved.replace(tzinfo=None)
        known.language = notes.case.article.metadata.language or notes.options.language
        normal = self._document.styles["Normal"].font
        normal.name, normal.size = "Georgia", Pt(11)

    def _block(self, block: AnnotatedBlock) -> None:
        paragraph = self._document.add_paragraph(style=_STYLES[block.kind])
        text = "".join(piece.text for piece in block.pieces)
        rtl = script_of(text).right_to_left
        if rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for piece in block.pieces:
            run = self._run(paragraph, piece.text, rtl)
            run.underline = True if piece.lanes else None
            run.font.strike = True if piece.removed else None
            for lane in piece.lanes:
                if not lane.again:
                    self._runs.setdefault(lane.claim, []).append(run)
            if piece.inserted:
                self._run(paragraph, f"‸{piece.inserted}", rtl).bold = True

    def _run(self, paragraph: Paragraph, text: str, rtl: bool = False) -> Run:
        run = paragraph.add_run(self._clean(text))
        if rtl:
            run.font.rtl = True
        return run

    def _comment(self, claim: ClaimNote, runs: list[Run]) -> None:
        first, *rest = _lines(claim)
        comment = self._document.add_comment([runs[0], runs[-1]], author=self._by, initials=_initials(self._by))
        comment._comment_elm.set(qn("w:date"), f"{self._saved:%Y-%m-%dT%H:%M:%SZ}")
        assert isinstance(first, str)
        self._line(comment.paragraphs[0], first).bold = True
        self._rest(comment.add_paragraph, rest)

    def _rest(self, new: Callable[[], Paragraph], lines: list[str | Line]) -> None:
        for line in lines:
            if isinstance(line, str):
                self._line(new(), line)
            else:
                self._marked(new(), line)

    def _marked(self, paragraph: Paragraph, line: Line) -> None:
        """A line of the checker's note in its own styles."""
        rtl = self._directed(paragraph, line.text)
        paragraph.paragraph_format.left_indent = Pt(12 * (line.indent + 1))
        for piece in line.words:
            run = self._run(paragraph, piece.text, rtl)
            run.bold = True if piece.strong else None
            run.italic = True if piece.emphasis else None
            run.font.name = "Courier New" if piece.code else None

    def _line(self, paragraph: Paragraph, line: str) -> Run:
        return self._run(paragraph, line, self._directed(paragraph, line))

    def _directed(self, paragraph: Paragraph, text: str) -> bool:
        """Set the paragraph's direction; whether it runs from right to left."""
        rtl = script_of(text).right_to_left
        if rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        return rtl

    def _cut(self) -> None:
        """What has no place in the article for a comment stands after it."""
        if not self._notes.cut:
            return
        self._document.add_heading("Cut from the article", level=1)
        self._run(self._document.add_paragraph(), phrases.CUT)
        for claim in self._notes.cut:
            head, *rest = _lines(claim)
            assert isinstance(head, str)
            self._line(self._document.add_paragraph(), head).bold = True
            self._line(self._document.add_paragraph(), claim.quote).italic = True
            self._rest(self._document.add_paragraph, rest)

    def _sources(self) -> None:
        if not self._notes.sources:
            return
        self._document.add_heading("Sources", level=1)
        lines = cite([numbered.source for numbered in self._notes.sources])
        for numbered, line in zip(self._notes.sources, lines, strict=True):
            paragraph = self._document.add_paragraph()
            self._run(paragraph, f"[{numbered.number}] ").bold = True
            for piece in line:
                self._run(paragraph, piece.text).italic = True if piece.italic else None
            about = [phrases.grade(numbered.source), numbered.source.url, numbered.source.archive_url]
            if doi := phrases.doi(numbered.source):
                about.append(f"DOI {doi}")
            if numbered.source.accessed:
                about.append(f"accessed {when(numbered.source.accessed)}")
            self._run(paragraph, " " + ", ".join(filter(None, about)) + ".").font.size = Pt(9)


def _lines(claim: ClaimNote) -> Iterator[str | Line]:
    """What the comment on a claim says."""
    yield f"Claim {claim.number}: {claim.verdict.label} ({claim.status.value})"
    said = f"{claim.kind_label}, said by {claim.claimant or 'the article itself'}"
    yield said if claim.checkable else f"{said}; not checkable"
    for name, text in (
        ("What is claimed", claim.restated),
        ("Correction", claim.correction),
        ("Reasoning", claim.reasoning),
    ):
        if text:
            yield f"{name}: {text}"
    for evidence in claim.evidence:
        yield _evidence(evidence)
        yield from to_lines(read_markdown(evidence.note))
    if claim.withheld:
        yield phrases.withheld(claim)
    for query in claim.queries:
        yield f"Query to the {query.to.value}: {query.question}"
        if query.answer:
            yield f"Answer: {query.answer}"
    for sign in claim.sign_offs:
        yield f"Signed off by {sign.who}, {when(sign.when)}{phrases.since(sign, claim)}"


def _evidence(evidence: EvidenceNote) -> str:
    source = evidence.source
    place = f", {evidence.locator}" if evidence.locator else ""
    parts = [f"{STANCES[evidence.stance]}: {source.title} [{evidence.source_number}]{place}."]
    parts += [f"“{evidence.excerpt}”"] if evidence.excerpt else []
    parts += [f"Quotation: {evidence.wording.label}."] if evidence.wording else []
    parts += [source.url] if source.url else []
    parts += [f"Tags: {', '.join(evidence.tags)}."] if evidence.tags else []
    return " ".join(parts)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()[:3]).upper()


def _instant(saved: str) -> datetime:
    try:
        return datetime.fromisoformat(saved).astimezone(UTC)
    except ValueError:
        return datetime(1980, 1, 1, tzinfo=UTC)


def _without_clock(package: bytes) -> bytes:
    """The same package with no times of writing in it."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(package)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name, _ZIP_EPOCH), before.read(name), ZIP_DEFLATED)
    return out.getvalue()
