"""Changes taken back from the present: rules Q18 to Q20."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sheet.story import calm, house, ops, picture

from milepost.engines.sheet import Applied, Delete, Insert, Move, NewRow, Op, Set, Sheet, apply_all
from milepost.engines.sheet.select_past import Step, take_back
from milepost.kernel.errors import MilepostError


def done(sheet: Sheet, *ops: Op) -> Applied:
    return apply_all(sheet, ops)


def undone(*changes: Applied) -> list[Step]:
    """Steps that take all of these changes back, newest first."""
    return [Step(kept=False, undo=change.undo) for change in reversed(changes)]


@calm
@given(st.lists(st.lists(ops, min_size=1, max_size=3), max_size=12), st.integers(0, 12))
def test_q18_the_sheet_is_as_it_stood(changes: list[list[Op]], back: int) -> None:
    sheet = house()
    made: list[Applied] = []
    pictures = [picture(sheet)]
    for change in changes:
        try:
            made.append(apply_all(sheet, change))
        except MilepostError:
            continue
        pictures.append(picture(sheet))
    at = min(back, len(made))
    touched = take_back(sheet, undone(*made[at:]))
    assert picture(sheet) == pictures[at]
    assert touched <= sheet.rows.keys()


def test_q19_what_a_kept_change_wrote_stays() -> None:
    sheet = house()
    first = done(sheet, Set(2, {"name": "Higher walls", "cost": 1}))
    report = done(sheet, Set(2, {"cost": 7}))
    moved = done(sheet, Move((4,), None, None))
    back = done(sheet, Move((4,), 2, None))
    steps = [
        Step(kept=True, ops=back.ops),
        Step(kept=False, undo=moved.undo),
        Step(kept=True, ops=report.ops),
        Step(kept=False, undo=first.undo),
    ]
    take_back(sheet, steps)
    assert sheet.rows[2].cells == {"name": "Walls", "cost": 7}
    assert sheet.rows[4].parent == 2


def test_q20_a_row_that_a_kept_change_wrote_to_stays() -> None:
    sheet = house()
    made = done(sheet, Insert((NewRow(8, None, {"name": "Garage"}), NewRow(9, 8, {"name": "Door"}), NewRow(10, None)), None, None))
    painted = done(sheet, Set(9, {"colour": "red"}))
    gone = done(sheet, Delete((5,)))
    steps = [Step(kept=True, ops=gone.ops), Step(kept=True, ops=painted.ops), Step(kept=False, undo=made.undo)]
    take_back(sheet, steps)
    assert {8, 9} <= sheet.rows.keys()
    assert sheet.rows.keys().isdisjoint({5, 10})
