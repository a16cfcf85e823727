"""Where claims stand: made of selected words, repeated, split, merged, their ends moved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui import messages
from ui.actions.desk import Desk
from workbench.domain import words
from workbench.domain.span import Span

_LONGEST_TOLD = 60
"""Code points of the article's words that a message repeats."""


def new_from_words(desk: Desk) -> None:
    """A claim of the words selected in the article."""
    from workbench.workflow import marking

    span = _selected_words(desk)
    if span is not None:
        desk.session.do(lambda file: marking.add_claim(file, span))


def repeat_here(desk: Desk) -> None:
    """The selected claim is also made in the selected words."""
    from workbench.workflow import marking

    span, claim_id = _selected_words(desk), desk.session.selected
    if span is not None and claim_id:
        desk.session.do(lambda file: marking.repeat_claim(file, claim_id, span))


def _selected_words(desk: Desk) -> Span | None:
    """The words selected in the article, whole: a hand at the mouse often stops within one."""
    case, span = desk.session.case, desk.article.selected_span()
    return words.whole_words(case.article.text, span) if case is not None and span is not None else None


def remove_place(desk: Desk) -> None:
    """Of the places where the selected claim is repeated, take out the one at the cursor, else the last."""
    from workbench.workflow import marking

    case, claim_id = desk.session.case, desk.session.selected
    claim = case.claim(claim_id) if case else None
    if claim is None or len(claim.anchors) < 2:
        return
    gone = claim.anchors[desk.article.current_place() or -1]
    desk.session.do(lambda file: marking.remove_place(file, claim_id, gone.span))
    told = QCoreApplication.translate("Actions", "The claim no longer stands at “{words}”. Undo brings the place back.")
    shown = gone.exact if len(gone.exact) <= _LONGEST_TOLD else gone.exact[: _LONGEST_TOLD - 1] + "…"
    messages.show(told.format(words=shown))


def split_at_cursor(desk: Desk) -> None:
    """Split the selected claim at the cursor, or at the nearest edge of the word it is in."""
    from workbench.workflow import marking

    case, claim_id, at = desk.session.case, desk.session.selected, desk.article.cursor_position()
    claim = case.claim(claim_id) if case else None
    if case is None or claim is None:
        return
    edges = words.edges_around(case.article.text, at)
    at = next((edge for edge in edges if claim.span.start < edge < claim.span.end), at)
    desk.session.do(lambda file: marking.split_claim(file, claim_id, at))


def merge_with_next(desk: Desk) -> None:
    from workbench.workflow import marking

    case, claim_id = desk.session.case, desk.session.selected
    if case is None:
        return
    order = [claim.id for claim in case.claims]
    place = order.index(claim_id)
    if place + 1 < len(order):
        desk.session.do(lambda file: marking.merge_claims(file, order[place : place + 2]))
    else:
        messages.show(
            QCoreApplication.translate("Actions", "This is the last claim of the article: none follows to merge with.")
        )


def move_bound(desk: Desk, *, start: int = 0, end: int = 0) -> None:
    """Move a bound of the selected claim by whole words: -1 to the left, 1 to the right."""
    from workbench.workflow import marking

    case, claim_id = desk.session.case, desk.session.selected
    claim = case.claim(claim_id) if case else None
    if case is None or claim is None:
        return
    text, span = case.article.text, claim.span
    first, last = _step(text, span.start, start, _begins_word), _step(text, span.end, end, _ends_word)
    # A claim of one word stays as it is: a bound never passes the other.
    if first < last and (moved := Span(first, last)) != span:
        desk.session.do(lambda file: marking.set_bounds(file, claim_id, moved))


def _step(text: str, place: int, direction: int, is_edge: Callable[[str, int], bool]) -> int:
    """The next edge of a word in code points: before `place` (-1) or after it (1)."""
    if direction == 0:
        return place
    places = range(place + direction, len(text) + 1 if direction > 0 else -1, direction)
    return next((at for at in places if is_edge(text, at)), place)


def _begins_word(text: str, at: int) -> bool:
    return at < len(text) and not text[at].isspace() and (at == 0 or text[at - 1].isspace())


def _ends_word(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace() and (at == len(text) or text[at].isspace())
