"""The checker's note as it is meant: its Markdown shown, never its images, scripts or anything from elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import look

_STYLE = """
p, ul, ol, blockquote, pre { margin-top: 0; margin-bottom: 4px; }
ul, ol { margin-left: 16px; -qt-list-indent: 0; }
blockquote { margin-left: 12px; }
pre { white-space: pre-wrap; }
"""

_WITH_LINKS = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
"""A note without links is no stop for the Tab key."""


class NoteWords(QLabel):
    """Selectable; a link is opened by `linkActivated`, by whoever listens."""

    def __init__(self, note: str, parent: QWidget | None = None) -> None:
        from workbench.reports.markdown import read_markdown
        from workbench.reports.markdown_html import to_html

        super().__init__(parent)
        look.style(self, role="body")
        self.setWordWrap(True)
        # Our own tree with every word escaped: not a word of the note is read as HTML.
        self.setTextFormat(Qt.TextFormat.RichText)
        shown = to_html(read_markdown(note))
        self.setText(f"<style>{_STYLE}</style>{shown}")
        self.setAccessibleName(note)
        self.setOpenExternalLinks(False)
        self.linkHovered.connect(self.setToolTip)  # where it really leads
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.setTextInteractionFlags(_WITH_LINKS if "<a " in shown else Qt.TextInteractionFlag.TextSelectableByMouse)
