"""Values that may stand once in a column."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.engines.sheet.story import calm

from milepost.engines.sheet import Column, Delete, Insert, NewRow, Op, Set, Sheet, apply_all, write_computed
from milepost.engines.sheet.unique import PROBLEM, Uniques


class Once:
    """A sheet with one unique column."""

    def __init__(self) -> None:
        self.sheet = Sheet(columns=[Column("code", "Code", "text", options={"unique": True})])
        self.uniques = Uniques(["code"])

    def do(self, *operations: Op) -> None:
        dirty = apply_all(self.sheet, operations).dirty
        write_computed(self.sheet, self.uniques.marks(self.sheet, {*dirty.cells, *dirty.inserted, *dirty.removed}))

    def code(self, row: int) -> Any:
        return self.sheet.cell(row, "code")


def marked(text: str) -> dict[str, str]:
    return {"raw": text, "problem": PROBLEM}


def test_n1_who_comes_second_is_marked() -> None:
    once = Once()
    once.do(Insert((NewRow(1, None, {"code": "A"}), NewRow(2, None, {"code": "B"}), NewRow(3, None))))
    once.do(Set(3, {"code": " a"}))
    assert [once.code(row) for row in (1, 2, 3)] == ["A", "B", marked(" a")]
    once.do(Set(3, {"code": None}))
    assert [once.code(row) for row in (1, 2, 3)] == ["A", "B", None]


def test_n2_the_next_one_holds_it_when_the_holder_goes() -> None:
    once = Once()
    once.do(Insert((NewRow(1, None, {"code": "A"}), NewRow(2, None, {"code": "a"}), NewRow(3, None, {"code": "A"}))))
    assert [once.code(row) for row in (1, 2, 3)] == ["A", marked("a"), marked("A")]
    once.do(Set(1, {"code": "B"}))
    assert [once.code(row) for row in (1, 2, 3)] == ["B", "a", marked("A")]
    once.do(Delete((2,)))
    assert once.code(3) == "A"


def test_n2_who_takes_the_place_of_a_deleted_row_holds_what_it_held() -> None:
    once = Once()
    once.do(Insert((NewRow(9, None, {"code": "A"}),)))
    once.do(Insert((NewRow(1, None, {"code": "A"}),)), Delete((9,)))
    assert once.code(1) == "A"


edits = st.lists(st.tuples(st.integers(1, 4), st.sampled_from([None, "a", "A", "b"])), max_size=12)


@calm
@given(edits)
def test_n1_always_one_holds_what_is_said(edits: list[tuple[int, str | None]]) -> None:
    once = Once()
    once.do(Insert(tuple(NewRow(row, None) for row in range(1, 5))))
    said: dict[int, str | None] = {}
    for row, code in edits:
        once.do(Set(row, {"code": code}))
        said[row] = code
    for word in ("a", "b"):
        rows = [row for row, code in said.items() if code and code.lower() == word]
        assert sum(isinstance(once.code(row), str) for row in rows) == (1 if rows else 0)
        assert [value["raw"] if isinstance(value := once.code(row), dict) else value for row in rows] == [said[row] for row in rows]
