"""What is left of long work, by a clock of the test's own."""

from __future__ import annotations

import pytest

from ui.models.remaining import Remaining


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_nothing_is_said_in_the_first_seconds(clock: Clock) -> None:
    left = Remaining(clock)
    assert left.seconds(0.01) is None
    clock.now += 2
    assert left.seconds(0.5) is None


def test_the_rest_takes_as_long_as_its_share_of_what_was_done(clock: Clock) -> None:
    left = Remaining(clock)
    left.seconds(0.0)
    clock.now += 10
    assert left.seconds(0.25) == pytest.approx(30)
    clock.now += 10
    assert left.seconds(0.5) == pytest.approx(20)


def test_what_goes_before_the_first_progress_is_not_counted(clock: Clock) -> None:
    left = Remaining(clock)
    clock.now += 60  # a model is loaded
    left.seconds(0.1)
    clock.now += 9
    assert left.seconds(0.4) == pytest.approx(18)


def test_work_that_stands_still_promises_nothing(clock: Clock) -> None:
    left = Remaining(clock)
    left.seconds(0.1)
    clock.now += 600
    assert left.seconds(0.11) is None


def test_work_that_begins_again_is_measured_anew(clock: Clock) -> None:
    left = Remaining(clock)
    left.seconds(0.9)
    clock.now += 1
    left.seconds(0.0)
    clock.now += 10
    assert left.seconds(0.5) == pytest.approx(10)


def test_finished_work_has_nothing_left(clock: Clock) -> None:
    left = Remaining(clock)
    left.seconds(0.0)
    clock.now += 10
    assert left.seconds(1.0) is None
