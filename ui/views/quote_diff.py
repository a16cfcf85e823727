"""The quote check inside an evidence card: were these the words, and where do they differ."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import look
from ui.look.labels import plain
from ui.look.sign import Sign
from ui.models.verdicts import VERDICT_LOOKS, verdict_words
from workbench.sources.quote_check import Piece, PieceKind, QuoteCheck, Verdict


class QuoteDiff(QWidget):
    """The verdict in words, and unless the words are the same, the words that differ struck through or underlined."""

    def __init__(self, check: QuoteCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        icon, token = VERDICT_LOOKS[check.verdict]
        sign = Sign(icon, token, 1)
        self._said = plain("small", self._verdict())
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        look.style(self._words, role="reading")
        look.set_font(self._words, "reading-small")
        line = QHBoxLayout()
        line.setSpacing(look.px(0.4))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(0.4), 0, look.px(0.4), 0)
        column.setSpacing(look.px(0.2))
        column.addLayout(line)
        column.addWidget(self._words)
        self._words.setVisible(check.verdict in (Verdict.LEFT_OUT, Verdict.CHANGED))
        self._show_words()
        look.changed.connect(self._show_words)

    def _verdict(self) -> str:
        verdict = verdict_words(self._check)
        if self._check.verdict is Verdict.NOT_FOUND:
            verdict = self.tr("the excerpt does not have these words")
        return self.tr("Quote check: {verdict}").format(verdict=verdict)

    def said(self) -> str:
        """The verdict as it is shown."""
        return self._said.text()

    def _show_words(self) -> None:
        self._words.setText(" ".join(self._piece(piece) for piece in self._check.pieces))
        self._words.setAccessibleName(self._spoken())

    def _piece(self, piece: Piece) -> str:
        """Escaped: what a web page says never becomes markup."""
        colours, text = look.tokens(), escape(piece.text.strip())
        match piece.kind:
            case PieceKind.ONLY_IN_QUOTE:
                return f'<s style="color:{colours.bad}">{text}</s>'
            case PieceKind.ONLY_IN_SOURCE:
                return f'<u style="color:{colours.good}">{text}</u>'
        return text

    def _spoken(self) -> str:
        marks = {
            PieceKind.ONLY_IN_QUOTE: self.tr("only in the quotation: {words}"),
            PieceKind.ONLY_IN_SOURCE: self.tr("only in the source: {words}"),
        }
        parts = (marks.get(piece.kind, "{words}").format(words=piece.text.strip()) for piece in self._check.pieces)
        return ", ".join(parts)
