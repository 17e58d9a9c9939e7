"""Undo after others went on working, and conflicts (U1 to U6, C1). Alice's change is taken back; Bob worked meanwhile."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sheet.story import calm, house, ops, picture

from milepost.engines.sheet import (
    Applied,
    CellEdit,
    Delete,
    Insert,
    Move,
    NewRow,
    Op,
    Set,
    Settings,
    Sheet,
    Skipped,
    apply,
    apply_all,
    overwritten,
    plan_undo,
)
from milepost.kernel.errors import MilepostError


def undo(sheet: Sheet, applied: Applied, *edited: tuple[int, str]) -> list[Skipped]:
    """Take a change back, and return what was skipped."""
    plan = plan_undo(sheet, applied.ops, applied.undo, frozenset(edited))
    apply_all(sheet, plan.ops)
    return list(plan.skipped)


def test_c1_cells_that_somebody_else_changed_are_reported_with_the_last_value() -> None:
    since = [CellEdit(1, "x", 5, 7, "a"), CellEdit(1, "x", 6, 8, "b"), CellEdit(1, "y", 7, 7, "c"), CellEdit(2, "x", 8, 9, "mine")]
    assert overwritten([Set(1, {"x": 0}), Set(2, {"x": 0}), Delete((3,))], since, writer=9) == (since[1],)


def test_u1_a_cell_goes_back_only_where_it_holds_what_the_change_wrote() -> None:
    sheet = house()
    alice = apply_all(sheet, [Set(1, {"name": "A", "x": 1}), Set(1, {"x": 2})])
    apply(sheet, Set(1, {"name": "Bob's"}))
    assert undo(sheet, alice, (1, "name")) == [Skipped(1, "name", "changed_since")]
    assert sheet.rows[1].cells == {"name": "Bob's"}


def test_u1_a_value_that_was_only_recomputed_goes_back() -> None:
    sheet = house()
    alice = apply_all(sheet, [Set(1, {"x": 1})])
    apply(sheet, Set(1, {"x": 1.5}))
    assert undo(sheet, alice) == []
    assert sheet.cell(1, "x") is None


def test_u1_cells_of_a_row_that_is_gone_are_named() -> None:
    sheet = house()
    alice = apply_all(sheet, [Set(5, {"x": 1})])
    apply(sheet, Delete((5,)))
    assert undo(sheet, alice) == [Skipped(5, "x", "row_gone")]


def test_u2_a_setting_goes_back_only_where_it_holds_what_the_change_wrote() -> None:
    sheet = house()
    alice = apply_all(sheet, [Settings({"start": "April", "rule": "retained"})])
    apply(sheet, Settings({"start": "May"}))
    assert undo(sheet, alice) == [Skipped(None, "start", "changed_since")]
    assert sheet.settings == {"start": "May"}


def test_u3_inserted_rows_that_others_use_are_kept() -> None:
    sheet = house()
    alice = apply_all(sheet, [Insert((NewRow(6, None), NewRow(7, None), NewRow(8, None, {"x": 1}), NewRow(9, None)))])
    apply_all(sheet, [Insert((NewRow(10, 6),), parent=6), Set(7, {"x": 2}), Delete((9,))])
    assert undo(sheet, alice, (7, "x"), (8, "x")) == [Skipped(6, None, "row_used"), Skipped(7, None, "row_used")]
    assert list(sheet.order()) == [6, 10, 7, 1, 2, 3, 4, 5]


def test_u4_deleted_rows_come_back_unless_their_parent_is_gone() -> None:
    sheet = house()
    alice = apply_all(sheet, [Delete((3, 5))])
    apply(sheet, Delete((2,)))
    assert undo(sheet, alice) == [Skipped(3, None, "parent_gone")]
    assert list(sheet.order()) == [1, 4, 5]


def test_u4_cells_set_before_the_delete_go_back_with_the_row() -> None:
    sheet = house()
    before = picture(sheet)
    alice = apply_all(sheet, [Set(1, {"x": 1}), Move((2,)), Delete((2, 1))])
    assert undo(sheet, alice) == []
    assert picture(sheet) == before


def test_u5_a_row_that_somebody_moved_since_stays() -> None:
    sheet = house()
    alice = apply_all(sheet, [Move((4, 5), parent=2)])
    apply(sheet, Move((5,)))
    assert undo(sheet, alice) == [Skipped(5, None, "moved_since")]
    assert sheet.rows[4].parent == 1


def test_u5_a_row_stays_where_its_old_parent_is_gone_or_below_it_now() -> None:
    sheet = house()
    alice = apply_all(sheet, [Move((3,)), Move((4, 5))])
    apply_all(sheet, [Delete((2,)), Move((1,), parent=4)])
    assert set(undo(sheet, alice)) == {Skipped(3, None, "parent_gone"), Skipped(4, None, "under_itself")}
    gone = apply_all(sheet, [Move((5,), parent=3)])
    apply(sheet, Delete((3,)))
    assert undo(sheet, gone) == []


@calm
@given(st.lists(ops, min_size=1, max_size=6))
def test_u6_undo_and_its_undo_give_the_sheet_as_the_change_left_it(steps: list[Op]) -> None:
    sheet = house()
    before = picture(sheet)
    try:
        alice = apply_all(sheet, steps)
    except MilepostError:
        return
    after = picture(sheet)
    taken_back = plan_undo(sheet, alice.ops, alice.undo, frozenset())
    assert taken_back.skipped == ()
    undone = apply_all(sheet, taken_back.ops)
    assert picture(sheet) == before
    again = plan_undo(sheet, undone.ops, undone.undo, frozenset())
    assert again.skipped == ()
    apply_all(sheet, again.ops)
    assert picture(sheet) == after
