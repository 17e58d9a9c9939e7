"""Operations and their inverses (O1 to O12)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sheet.story import HOUSE, calm, house, ops, picture

from milepost.engines.sheet import (
    BadOperation,
    Delete,
    Insert,
    Move,
    NewRow,
    Op,
    Place,
    Restore,
    RowExists,
    RowUnknown,
    Set,
    Settings,
    Sheet,
    UnderItself,
    apply,
    apply_all,
    op_from_json,
    op_to_json,
    same,
    write_computed,
)
from milepost.kernel.errors import MilepostError


@calm
@given(st.lists(ops, max_size=12))
def test_o1_applying_the_inverse_gives_the_same_sheet(steps: list[Op]) -> None:
    sheet = house()
    for op in steps:
        before = picture(sheet)
        try:
            inverse = apply(sheet, op)
        except MilepostError:
            assert picture(sheet) == before
            continue
        after = picture(sheet)
        back = apply(sheet, inverse)
        assert picture(sheet) == before
        apply(sheet, back)
        assert picture(sheet) == after


@calm
@given(st.lists(ops, max_size=8))
def test_o2_a_list_takes_effect_whole_or_not_at_all(steps: list[Op]) -> None:
    sheet = house()
    before = picture(sheet)
    try:
        applied = apply_all(sheet, steps)
    except MilepostError:
        assert picture(sheet) == before
        return
    apply_all(sheet, applied.undo)
    assert picture(sheet) == before


def test_o3_rows_behind_one_that_is_gone_go_to_the_end() -> None:
    sheet = house()
    apply(sheet, Insert((NewRow(6, 1),), parent=1, after=99))
    apply(sheet, Insert((NewRow(7, 1),), parent=1, after=5))
    apply(sheet, Insert((NewRow(8, 1),), parent=1, after=None))
    assert list(sheet.children(1)) == [8, 2, 4, 6, 7]


def test_o4_a_subtree_comes_in_one_insert() -> None:
    sheet = house()
    apply(sheet, Insert((NewRow(6, 4), NewRow(7, 6), NewRow(8, 6), NewRow(9, 4)), parent=4))
    assert list(sheet.order()) == [1, 2, 3, 4, 6, 7, 8, 9, 5]
    with pytest.raises(RowExists):
        apply(sheet, Insert((NewRow(6, None),)))
    with pytest.raises(BadOperation, match="before its parent"):
        apply(sheet, Insert((NewRow(11, 10), NewRow(10, None))))


def test_o5_a_deleted_subtree_comes_back_where_it_stood() -> None:
    sheet = house()
    before = picture(sheet)
    back = apply(sheet, Delete((3, 1)))
    assert list(sheet.order()) == [5]
    apply(sheet, back)
    assert picture(sheet) == before


def test_o5_it_comes_back_beside_a_row_that_took_its_place() -> None:
    sheet = house()
    back = apply(sheet, Delete((2,)))
    apply(sheet, Insert((NewRow(6, 1),), parent=1))
    taken = sheet.rows[6]
    sheet.detach(6)
    taken.position = next(row.position for row in back.rows if row.id == 2) if isinstance(back, Restore) else ""
    sheet.attach(taken)
    apply(sheet, back)
    assert list(sheet.children(1)) == [6, 2, 4]
    apply(sheet, Insert((NewRow(7, 1),), parent=1, after=6))
    assert list(sheet.children(1)) == [6, 7, 2, 4]


def test_o6_rows_move_in_the_order_in_which_they_are_named() -> None:
    sheet = house()
    apply(sheet, Move((5, 3), parent=1, after=2))
    assert list(sheet.children(1)) == [2, 5, 3, 4]
    apply(sheet, Move((4, 5), parent=1, after=5))
    assert list(sheet.children(1)) == [2, 4, 5, 3]


@pytest.mark.parametrize("move", [Move((1,), parent=3), Move((2,), parent=2), Move((5, 1), parent=4)])
def test_o6_no_row_moves_below_itself(move: Move) -> None:
    sheet = house()
    before = picture(sheet)
    with pytest.raises(UnderItself):
        apply(sheet, move)
    assert picture(sheet) == before


def test_o6_a_row_named_twice_is_refused() -> None:
    with pytest.raises(BadOperation, match="twice"):
        apply(house(), Move((4, 4)))


@pytest.mark.parametrize(
    "op", [Set(9, {}), Delete((1, 9)), Move((9,)), Move((1,), 9), Insert((NewRow(6, 9),), 9), Place(((9, None, "V"),))]
)
def test_o7_a_row_that_is_not_there_is_named(op: Op) -> None:
    with pytest.raises(RowUnknown) as refused:
        apply(house(), op)
    assert refused.value.data == {"row": 9}


@calm
@given(st.lists(ops, max_size=8))
def test_o8_the_exact_form_does_the_same_to_a_copy(steps: list[Op]) -> None:
    sheet, copy = house(), house()
    for op in steps:
        try:
            exact = apply_all(sheet, [op]).ops
        except MilepostError:
            continue
        apply_all(copy, [op_from_json(op_to_json(each)) for each in exact])
    assert picture(copy) == picture(sheet)


def test_o9_what_was_touched_is_reported_once() -> None:
    sheet = house()
    dirty = apply_all(
        sheet,
        [
            Set(5, {"x": 1}),
            Set(5, {"y": 1}),
            Set(3, {"x": 2}),
            Insert((NewRow(6, None),)),
            Delete((2, 6)),
            Move((4,)),
            Settings({"start": 1}),
        ],
    ).dirty
    assert (dirty.cells, dirty.inserted, dirty.removed, dirty.moved, dirty.settings) == ({5: {"x", "y"}}, set(), {2, 3}, {4}, {"start"})
    assert dirty.structure


def test_o9_a_cell_edit_leaves_the_structure_alone() -> None:
    assert not apply_all(house(), [Set(5, {"x": 1})]).dirty.structure


def test_o10_one_cell_among_twenty_thousand_rows_is_set_at_once() -> None:
    sheet = Sheet()
    apply(sheet, Insert(tuple(NewRow(row, None, {"x": row}) for row in range(1, 20_001))))
    began = time.process_time()
    for row in range(1, 1001):
        apply(sheet, Set(row, {"x": 0}))
    assert (time.process_time() - began) / 1000 < 0.0001


def test_o11_only_computed_values_that_differ_are_reported() -> None:
    sheet = house()
    write_computed(sheet, {1: {"n": 1, "done": True}})
    assert write_computed(sheet, {1: {"n": True, "done": True, "gone": None}, 2: {}}) == {1: {"n": True}}
    assert sheet.cell(1, "n") is True
    assert same([1], [1])
    assert not same(0, False)


@calm
@given(ops)
def test_o12_json_reads_back_as_the_same_operation(op: Op) -> None:
    assert op_from_json(op_to_json(op)) == op


def test_o12_inverses_read_back_too() -> None:
    sheet = house()
    for op in (Delete((1,)), Move((4,)), HOUSE):
        if op is HOUSE:
            sheet = Sheet()
        inverse = apply_all(sheet, [op]).undo[0]
        assert op_from_json(op_to_json(inverse)) == inverse
        sheet = house()


@pytest.mark.parametrize(
    "data", [{}, {"op": "burn"}, {"op": "set", "row": "x", "cells": {}}, {"op": "delete", "rows": None}, {"op": "insert", "rows": [3]}]
)
def test_o12_anything_else_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(BadOperation):
        op_from_json(data)
