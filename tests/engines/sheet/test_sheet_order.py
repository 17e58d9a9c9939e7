"""Position keys and the order of rows (R1 to R4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sheet.story import calm, house

from milepost.engines.sheet import Insert, NewRow, Row, Set, Settings, Sheet, apply
from milepost.engines.sheet.order import keys_between


def test_r1_rows_stand_depth_first_and_siblings_by_key_then_id() -> None:
    assert list(house().order()) == [1, 2, 3, 4, 5]
    tied = Sheet([Row(7, None, "b", {}), Row(9, None, "a", {}), Row(8, None, "a", {}), Row(6, 8, "z", {})])
    assert list(tied.order()) == [8, 6, 9, 7]
    assert [tied.depth(row) for row in tied.order()] == [0, 1, 0, 0]


@calm
@given(st.data())
def test_r2_there_is_always_a_key_between(data: st.DataObject) -> None:
    keys = keys_between(None, None, data.draw(st.integers(1, 5)))
    for _ in range(30):
        at = data.draw(st.integers(0, len(keys)))
        low, high = keys[at - 1] if at else None, keys[at] if at < len(keys) else None
        keys[at:at] = keys_between(low, high, data.draw(st.integers(1, 4)))
    assert keys == sorted(set(keys))
    assert not any(key.endswith("0") or not key for key in keys)


def test_r2_nothing_fits_between_two_equal_keys() -> None:
    with pytest.raises(ValueError, match="no key fits"):
        keys_between("V", "V", 1)


def test_r2_an_insert_leaves_all_other_keys_alone() -> None:
    sheet = house()
    before = {row.id: row.position for row in sheet.rows.values()}
    apply(sheet, Insert((NewRow(6, 1), NewRow(7, 1)), parent=1, after=2))
    assert {row: sheet.rows[row].position for row in before} == before
    assert list(sheet.order()) == [1, 2, 3, 6, 7, 4, 5]


@pytest.mark.parametrize("at_end", [True, False])
def test_r3_two_thousand_rows_added_one_by_one_keep_short_keys(at_end: bool) -> None:
    sheet = Sheet()
    for row in range(1, 2001):
        apply(sheet, Insert((NewRow(row, None),), after=row - 1 if at_end else None))
    assert list(sheet.order()) == (list(range(1, 2001)) if at_end else list(range(2000, 0, -1)))
    assert max(len(row.position) for row in sheet.rows.values()) <= 8


def test_r4_an_empty_cell_is_no_cell() -> None:
    sheet = house()
    assert sheet.cell(4, "name") is None
    apply(sheet, Set(1, {"name": None}))
    apply(sheet, Settings({"start": None}))
    assert "name" not in sheet.rows[1].cells
    assert sheet.settings == {}


def test_r2_there_is_room_for_thousands_of_rows_in_one_and_the_same_place() -> None:
    sheet = house()
    for row in range(100, 3100):
        apply(sheet, Insert((NewRow(row, 1),), parent=1, after=2))
    assert list(sheet.children(1)) == [2, *range(3099, 99, -1), 4]
    assert max(len(row.position) for row in sheet.rows.values()) <= 3000 / 4
