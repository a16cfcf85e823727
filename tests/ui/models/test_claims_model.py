from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from ui.models.claims_model import ClaimRole, ClaimRow, ClaimsModel, Order, rows_of
from workbench.domain.article import BlockKind
from workbench.domain.case import Case
from workbench.domain.claim import Status


@pytest.fixture
def model(qtmodeltester: ModelTester) -> ClaimsModel:
    model = ClaimsModel()
    qtmodeltester.check(model)
    return model


def _ids(model: ClaimsModel) -> list[str]:
    return [model.index(row).data(ClaimRole.ID) for row in range(model.rowCount())]


def _without(case: Case, *numbers: int) -> Case:
    return replace(case, claims=tuple(claim for claim in case.claims if claim.number not in numbers))


def test_rows_know_notes_warnings_queries_and_the_block_they_stand_in() -> None:
    rows = rows_of(seed_case())
    headline = rows[1]
    assert headline.block is BlockKind.HEADLINE
    assert (headline.notes, headline.open_queries) == (2, 1)
    assert [warning.id for warning in headline.warnings] == ["warning-1"]
    assert headline.outcome is not None
    assert headline.outcome.id == "change"
    assert rows[14].block is BlockKind.BODY


def test_a_dismissed_warning_is_no_longer_said() -> None:
    case = seed_case()
    case = replace(case, warnings=tuple(replace(warning, dismissed=True) for warning in case.warnings))
    assert not any(row.warnings for row in rows_of(case))


def test_claims_are_announced_with_number_status_and_outcome(model: ClaimsModel) -> None:
    model.show(seed_case())
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Claim 2, Checking, Change to…, Vladimir Putin, “We will not annex Minsk”"


def test_an_act_on_one_claim_refreshes_one_row(model: ClaimsModel, qtbot: QtBot) -> None:
    case = seed_case()
    model.show(case)
    changed: list[int] = []
    model.dataChanged.connect(lambda index, _: changed.append(index.row()))
    claims = list(case.claims)
    claims[3] = replace(claims[3], status=Status.CHECKED)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.rowsInserted):
        model.show(replace(case, claims=tuple(claims)))
    assert changed == [3]
    row = model.index(3).data(ClaimRole.ROW)
    assert isinstance(row, ClaimRow)
    assert row.claim.status is Status.CHECKED


@pytest.mark.parametrize("gone", [(1,), (15,), (7,), (2, 3, 9), tuple(range(1, 16)), ()])
def test_claims_that_come_and_go_keep_the_order_of_place(model: ClaimsModel, gone: tuple[int, ...]) -> None:
    whole = seed_case()
    for case in (whole, _without(whole, *gone), whole, None, _without(whole, *gone)):
        model.show(case)
        assert _ids(model) == [claim.id for claim in case.claims] if case else _ids(model) == []
        assert all(model.row_of(identifier) == row for row, identifier in enumerate(_ids(model)))


def test_a_deleted_claim_takes_only_its_own_row_away(model: ClaimsModel, qtbot: QtBot) -> None:
    case = seed_case()
    model.show(case)
    with qtbot.waitSignal(model.rowsRemoved) as removed, qtbot.assertNotEmitted(model.dataChanged):
        model.show(_without(case, 7))
    assert removed.args is not None
    assert removed.args[1:] == [6, 6]
    assert model.row_of("claim-7") is None


def test_most_worth_checking_first_and_back_to_place(model: ClaimsModel) -> None:
    case = seed_case()
    model.show(case)
    held = QPersistentModelIndex(model.index(8))
    model.sort_by(Order.WORTHINESS)
    assert _ids(model)[:4] == ["claim-9", "claim-2", "claim-12", "claim-15"]
    assert held.data(ClaimRole.ID) == "claim-9"
    model.show(_without(case, 2))
    assert _ids(model)[:3] == ["claim-9", "claim-12", "claim-15"]
    model.sort_by(Order.PLACE)
    assert held.row() == 7
    assert _ids(model) == [claim.id for claim in case.claims if claim.number != 2]


def test_a_claim_made_by_hand_leads() -> None:
    case = seed_case()
    by_hand = replace(case.claims[7], check_worthiness=None)
    model = ClaimsModel()
    model.sort_by(Order.WORTHINESS)
    model.show(replace(case, claims=(*case.claims[:7], by_hand, *case.claims[8:])))
    assert _ids(model)[0] == "claim-8"
