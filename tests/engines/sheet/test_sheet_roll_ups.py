"""Roll-ups over the rows below and over linked rows, kept up to date edit by edit."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sheet.story import calm, ops

from milepost.engines.sheet import Column, Delete, Dirty, Insert, Move, NewRow, Op, Set, Sheet, apply_all, write_computed
from milepost.engines.sheet.rollup import Computer, countable
from milepost.engines.sheet.tally import NOTHING, Tally, tally_of, together
from milepost.kernel.errors import MilepostError

TAKES = ("sum", "count", "min", "max", "average")
COLUMNS = [
    Column("x", "X", "number"),
    Column("y", "Y", "date"),
    *(Column(take, take, "number", computed=True, options={"compute": {"over": "children", "take": take, "of": "x"}}) for take in TAKES),
    Column("last", "Last", "date", computed=True, options={"compute": {"over": "children", "take": "max", "of": "y"}}),
    Column("rows", "Rows", "number", computed=True, options={"compute": {"over": "children", "take": "count"}}),
    Column("twice", "Twice", "number", computed=True, options={"compute": {"sum": ["sum", "sum"]}}),
    Column("all", "All", "number", computed=True, options={"compute": {"over": "children", "take": "sum", "of": "twice"}}),
]
# 1 House (2 Walls (3 Paint, 4 Plaster), 5 Roof)
HOUSE = Insert(
    (
        NewRow(1, None, {"x": 1000}),
        NewRow(2, 1),
        NewRow(3, 2, {"x": 30, "y": "2026-03-02"}),
        NewRow(4, 2, {"x": 0.5, "y": "2026-02-27"}),
        NewRow(5, 1, {"x": 8}),
    )
)


def nobody(said: Any, value: Any) -> Tally:
    return NOTHING


class Kept:
    """A sheet whose computed columns are brought up to date after every change."""

    def __init__(self) -> None:
        self.sheet = Sheet(columns=COLUMNS)
        self.computer = Computer(self.sheet.columns)

    def do(self, *operations: Op) -> dict[int, dict[str, Any]]:
        applied = apply_all(self.sheet, operations)
        return write_computed(self.sheet, self.computer.recompute(self.sheet, applied.dirty, {}, nobody))


@pytest.fixture
def kept() -> Kept:
    kept = Kept()
    kept.do(HOUSE)
    return kept


def test_l1_a_parent_takes_the_ends_of_its_branches(kept: Kept) -> None:
    house = kept.sheet.rows[1].cells
    assert (house["sum"], house["count"], house["min"], house["max"], house["rows"]) == (38.5, 3, 0.5, 30, 3)
    assert kept.sheet.rows[5].cells == {"x": 8, "sum": 8, "min": 8, "max": 8, "average": 8, "twice": 16, "all": 16}


def test_l1_a_branch_without_its_end_is_an_end(kept: Kept) -> None:
    kept.do(Set(2, {"x": 7}))
    assert kept.sheet.cell(1, "sum") == 38.5
    kept.do(Delete((3, 4)))
    assert kept.sheet.cell(1, "sum") == 15


def test_l2_dates_have_a_first_and_a_last_and_misfits_nothing(kept: Kept) -> None:
    assert kept.sheet.cell(1, "last") == "2026-03-02"
    kept.do(Set(3, {"x": {"raw": "much", "problem": "This is not a number."}, "y": None}))
    assert (kept.sheet.cell(1, "last"), kept.sheet.cell(1, "count"), kept.sheet.cell(1, "sum")) == ("2026-02-27", 2, 8.5)
    assert countable("sum", COLUMNS[1], "2026-03-02") is None


def test_l3_of_nothing_there_is_nothing_but_a_count(kept: Kept) -> None:
    kept.do(Set(3, {"x": None}), Set(4, {"x": None}))
    walls = kept.sheet.rows[2].cells
    assert walls["count"] == 0
    assert "sum" not in walls


def test_l4_sums_are_exact_in_any_order() -> None:
    values = [0.1] * 10 + [1e16, -1e16]
    found = {together(map(tally_of, order)).taken("sum") for order in (values, values[::-1], sorted(values))}
    assert found == {1}


def test_l5_linked_rows_are_asked_for_when_their_link_or_they_changed() -> None:
    link, total = Column("to", "To", "link"), Column("t", "T", "number", options={"compute": {"over": "to", "take": "sum", "of": "x"}})
    sheet = Sheet(columns=[link, total])
    computer, worth = Computer(sheet.columns), {"a": 2, "b": 3}

    def linked(said: Any, value: Any) -> Tally:
        return together(tally_of(worth[one]) for one in value)

    inserted = apply_all(sheet, [Insert((NewRow(1, None, {"to": ["a", "b"]}), NewRow(2, None)))])
    write_computed(sheet, computer.recompute(sheet, inserted.dirty, {}, linked))
    assert (sheet.cell(1, "t"), sheet.cell(2, "t")) == (5, None)
    worth["a"] = 10
    assert computer.recompute(sheet, Dirty(), {}, linked) == {}
    assert computer.recompute(sheet, Dirty(), {}, linked, stale=[1, 2]) == {1: {"t": 13}}


@calm
@given(st.lists(st.lists(ops, min_size=1, max_size=3), max_size=8))
def test_k7_edit_by_edit_is_as_all_at_once(changes: list[list[Op]]) -> None:
    kept = Kept()
    for operations in changes:
        try:
            kept.do(*operations)
        except MilepostError:
            continue
    fresh = Computer(kept.sheet.columns)
    everything = Dirty(inserted=set(kept.sheet.rows))
    assert fresh.recompute(kept.sheet, everything, {}, nobody) == {}


def test_k8_what_does_not_change_passes_nothing_on(kept: Kept) -> None:
    kept.do(Set(2, {"x": 5}))
    assert kept.do(Set(3, {"y": "2026-03-01"})).keys() == {1, 2, 3}
    assert kept.do(Set(4, {"y": "2026-02-28"})).keys() == {4}


def test_l1_moved_rows_are_counted_where_they_stand(kept: Kept) -> None:
    kept.do(Move((3,), 5))
    assert (kept.sheet.cell(2, "sum"), kept.sheet.cell(5, "sum"), kept.sheet.cell(1, "sum")) == (0.5, 30, 30.5)
    kept.do(Move((3,), None))
    assert (kept.sheet.cell(5, "sum"), kept.sheet.cell(1, "sum"), kept.sheet.cell(3, "sum")) == (8, 8.5, 30)
