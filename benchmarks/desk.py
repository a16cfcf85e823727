"""How long the window takes from an act of the checker to everything painted, on a short article and on a report.

    python -m benchmarks.desk [--cpu]

`--cpu` counts only the time that the window's thread works: for machines that are busy with something else.

A frame is the time from the event's delivery until no event is left to handle, painting among them. Each act is done
in the real window on a real case file; acts that change the case are also timed until the change has come back from
the database's thread and been painted, and for that the longest stretch in which the window could not answer counts.
The screen is Qt's offscreen platform unless another is set.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks import start as launch
from ui.actions import file_menu
from ui.application import start
from ui.main_window import MainWindow
from ui.views.article_text import ArticleText
from workbench import settings
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.claim import ClaimKind
from workbench.domain.findings import Fact, FactKind, Findings, FoundClaim
from workbench.domain.imported import ImportedArticle
from workbench.domain.span import Span
from workbench.reports.options import NotesOptions
from workbench.workflow import opening

_clock = time.thread_time if "--cpu" in sys.argv else time.perf_counter
SIZES = ((1_500, 100), (50_000, 2_000))
"""Words and claims: a long newspaper article, a book chapter or a parliamentary report."""
_LONGEST_WORK = 300.0
"""Seconds that an export or a search for claims may take."""
FRAME = 16.0
"""Milliseconds from one picture to the next at 60 a second."""
_WORDS = ("minister", "spending", "roads", "year", "per cent", "council", "hospital", "seven thousand", "Tuesday", "in")


def report(words: int, claims: int, one_paragraph: bool = False) -> tuple[Article, Findings]:
    """An article of about `words` words with `claims` claims in it and three facts a claim. Always the same."""
    chance = random.Random(words)
    paragraphs, count = ["A long report on roads and hospitals"], 0
    while count < words:
        size = chance.randint(30, 120)
        paragraphs.append(" ".join(chance.choice(_WORDS) for _ in range(size)).capitalize() + ".")
        count += len(paragraphs[-1].split())
    if one_paragraph:
        paragraphs = [paragraphs[0], " ".join(paragraphs[1:])]
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.BODY if blocks else BlockKind.HEADLINE, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    article = Article("\n\n".join(paragraphs), tuple(blocks))
    starts = sorted(chance.randint(40, len(article.text) - 200) for _ in range(claims))
    found = tuple(
        FoundClaim(Span(at, at + chance.randint(40, 150)), ClaimKind.STATEMENT, "the minister", check_worthiness=0.5)
        for at in starts
    )
    facts = tuple(
        Fact(Span(at, at + 8), FactKind.NAME)
        for at in sorted(chance.randint(0, len(article.text) - 20) for _ in range(3 * claims))
    )
    return article, Findings(found, facts=facts)


def make_case(path: Path, words: int, claims: int, *, one_paragraph: bool = False) -> None:
    article, findings = report(words, claims, one_paragraph)
    imported = ImportedArticle(article, article.text.encode(), "text/plain", "report.txt")
    scale = settings.scale("editorial")
    with opening.new_case(imported, path, who="Benchmark", scale=scale) as file:
        opening.add_findings(file, findings)


def painted(app: QApplication) -> None:
    """Handle events until none is left."""
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Desk:
    """The window on one case, and the times of what is done in it."""

    def __init__(self, app: QApplication, path: Path) -> None:
        self.app = app
        self.window = MainWindow(settings.load())
        self.window.resize(1440, 900)
        self.window.show()
        painted(app)
        begun = time.perf_counter()
        longest = self._until(lambda: self.window.session.case is not None, lambda: self.window.open_path(path))
        self.opened = (time.perf_counter() - begun) * 1000
        self._say("opening, longest stall", [max(longest, self._until(self._is_settled))])

    def _is_settled(self) -> bool:
        return self.window.article.text.is_settled

    def _until(self, reached: Callable[[], bool], begin: Callable[[], object] = lambda: None) -> float:
        """Go on until `reached`; the longest stretch in milliseconds in which the window did not answer."""
        longest, end = 0.0, time.monotonic() + 60
        step = begin
        while True:
            begun = _clock()
            step()
            painted(self.app)
            longest = max(longest, (_clock() - begun) * 1000)
            step = _nothing
            if reached():
                return longest
            if time.monotonic() > end:
                raise TimeoutError("the window did not get there in a minute")
            time.sleep(0.0005)

    def frames(self, name: str, act: Callable[[int], object], times: int) -> None:
        """Do `act` `times` times, each until it is painted."""
        taken = []
        for turn in range(times):
            begun = _clock()
            act(turn)
            painted(self.app)
            taken.append((_clock() - begun) * 1000)
        self._say(name, taken)

    def acts(self, name: str, act: Callable[[int], object], times: int) -> None:
        """Do `act`, which changes the case, until the change is painted: the longest stall of each time."""
        arrived: list[object] = []
        self.window.session.changed.connect(arrived.append)
        taken = []
        for turn in range(times):
            arrived.clear()
            taken.append(self._until(lambda: bool(arrived), lambda turn=turn: act(turn)))
        self.window.session.changed.disconnect(arrived.append)
        self._say(name, taken)

    def meanwhile(self, name: str, begin: Callable[[], object], ended: Callable[[], bool]) -> None:
        """Turn the wheel and go on to the next claim until long work has `ended`: the time of each round of events.

        By the clock on the wall in any case: what is waited for here is the work's threads.
        """
        view, taken, end = self.window.article.text.viewport(), [], time.monotonic() + _LONGEST_WORK
        step = begin
        while not taken or not ended():
            if time.monotonic() > end:
                raise TimeoutError(f"{name}: not done in {_LONGEST_WORK} s")
            begun = time.perf_counter()
            step()
            painted(self.app)
            taken.append((time.perf_counter() - begun) * 1000)
            turn = partial(_turn_wheel, view, 1 - len(taken) // 20 % 2 * 2)
            step = turn if len(taken) % 8 else self.window.claims.next_claim
            time.sleep(0.005)
        self._say(name, taken)

    @staticmethod
    def _say(name: str, taken: list[float]) -> None:
        taken = sorted(taken)
        late = sum(one > FRAME for one in taken) / len(taken)
        at95 = taken[min(len(taken) - 1, int(len(taken) * 0.95))]
        print(
            f"  {name:<34} median {statistics.median(taken):6.1f}   95th {at95:6.1f}   longest {taken[-1]:6.1f} ms"
            f"   over {FRAME:.0f} ms: {late:4.0%}"
        )


def _nothing() -> None:
    return None


def _turn_wheel(view: QWidget, notches: int) -> None:
    place = QPointF(300, 300)
    turn = QPoint(0, -120 * notches)
    none = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(
        place, place, QPoint(), turn, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view, wheel)


def measure(app: QApplication, path: Path, *, beside_work: bool = False) -> None:
    """All acts on the case at `path`; `beside_work` also while notes are exported and claims looked for."""
    desk = Desk(app, path)
    print(f"  {'opening until shown':<34} {desk.opened:6.0f} ms")
    read(desk)
    change(desk)
    if beside_work:
        work_beside(desk, path.parent / f"notes of {path.stem}")
    desk.window.close()
    painted(app)


def read(desk: Desk) -> None:
    """Scroll, select and find."""
    window, view = desk.window, desk.window.article.text
    case = window.session.case
    assert case is not None
    chance, bar = random.Random(1), view.verticalScrollBar()
    claims = [claim.id for claim in case.claims]

    def turn_page(_: int) -> None:
        at_end = bar.value() == bar.maximum()
        bar.setValue(0 if at_end else bar.value() + view.viewport().height())

    desk.frames("turning the wheel", lambda turn: _turn_wheel(view.viewport(), 1 - turn // 20 % 2 * 2), 200)
    desk.frames("a page further", turn_page, 40)
    desk.frames("jumping anywhere", lambda _: bar.setValue(chance.randint(0, bar.maximum())), 60)
    desk.frames("next claim", lambda _: window.claims.next_claim(), 60)
    desk.frames("selecting any claim", lambda _: window.session.select(chance.choice(claims)), 60)
    desk.frames("moving the pointer", lambda turn: _point(view, turn), 100)
    desk.frames("resting on a claim: its card", lambda _: _rest_on_a_number(view), 20)
    desk.frames("a click on a claim's number", lambda _: _click_a_number(view), 40)
    window.article.open_find()
    field = window.article.find_bar.words
    desk.frames("typing in the find bar", lambda turn: QTest.keyClick(field, "roads in tuesday"[turn]), 16)
    window.article.find_bar.close_bar()
    search = window.claims.header.search
    desk.frames("typing in the search of claims", lambda turn: QTest.keyClick(search, "minister roads"[turn]), 14)
    search.clear()
    painted(desk.app)


def change(desk: Desk) -> None:
    """Type, check, resize."""
    window = desk.window
    case = window.session.case
    assert case is not None
    claims = [claim.id for claim in case.claims]
    reasoning = window.details.fields.widgets()[-1]
    desk.frames("typing in a note", lambda turn: QTest.keyClick(reasoning, "the budget says otherwise "[turn]), 26)
    desk.acts("a status, longest stall", lambda turn: _check(window, claims[turn]), 20)
    desk.frames("resizing", lambda turn: window.resize(1440 - 7 * turn, 900), 20)
    desk.frames("another size of type", lambda turn: window.article.zoom(1 if turn % 2 else -1), 10)


def work_beside(desk: Desk, folder: Path) -> None:
    """Read on while the case is exported and while its claims are looked for anew."""
    folder.mkdir()
    session = desk.window.session
    for to in ("pdf", "docx"):
        begin = partial(file_menu.start_export, desk.window.desk, to, folder / f"notes.{to}", NotesOptions())
        desk.meanwhile(f"reading during export to {to}", begin, lambda to=to: any(folder.glob(f"notes*.{to}")))
    desk.meanwhile("reading while claims are found", session.find_claims, lambda: not session.is_finding)


def _point(view: ArticleText, turn: int) -> None:
    QTest.mouseMove(view.viewport(), QPoint(100 + 3 * turn, 100 + 2 * turn))


def _rest_on_a_number(view: ArticleText) -> None:
    place = _a_number(view)
    if place is not None:
        QTest.mouseMove(view.viewport(), place)
        view._show_card()  # what the timer does when the pointer has rested


def _click_a_number(view: ArticleText) -> None:
    place = _a_number(view)
    if place is not None:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _a_number(view: ArticleText) -> QPoint | None:
    """Where in the viewport the number of a claim in view stands."""
    top = float(view.offset)
    for number in range(view.page.number_at(top), view.page.count):
        part = view.page.part(number, top, top + view.viewport().height())
        for entry in view.margin.entries(part):
            point = (entry.box.center() - QPointF(0, top)).toPoint()
            if view.viewport().rect().contains(point):
                return point
    return None


def _check(window: MainWindow, claim_id: str) -> None:
    from workbench.domain.claim import Status
    from workbench.workflow import checking

    window.session.do(lambda file: checking.set_status(file, claim_id, Status.CHECKED))


@contextmanager
def neighbour() -> Iterator[None]:
    """Another process at full load, as the search for claims and the export of notes are."""
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        busy.kill()
        busy.wait()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACT_CHECK_HOME"] = folder
        app = start([])
        for words, claims in SIZES:
            print(f"{words:,} words, {claims:,} claims")
            make_case(Path(folder) / f"{claims}.factcase", words, claims)
            measure(app, Path(folder) / f"{claims}.factcase", beside_work=True)
            print(f"  peak memory {_memory():.0f} MB")
        words, claims = SIZES[-1]
        print("the same while another process works at full load")
        make_case(Path(folder) / "again.factcase", words, claims)
        with neighbour():
            measure(app, Path(folder) / "again.factcase")
        print("the same, all in one paragraph")
        make_case(Path(folder) / "one.factcase", words, claims, one_paragraph=True)
        measure(app, Path(folder) / "one.factcase")
    print(f"peak memory of it all {_memory():.0f} MB")
    launch.measure(3)


def _memory() -> float:
    """The most this process has used so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
