"""Computed columns of a row: what they read, in which order, and what they give where something is missing."""

from __future__ import annotations

from typing import Any

import pytest

from milepost.engines.sheet import Column
from milepost.engines.sheet.circles import circle_from
from milepost.engines.sheet.compute import computing_of, formula_value, in_order, number_of
from milepost.engines.sheet.errors import ComputeBroken

COLUMNS = {
    "a": Column("a", "A", "number"),
    "b": Column("b", "B", "number"),
    "size": Column("size", "Size", "choice", options={"choices": ["s", "l", "x"], "weights": {"s": 1, "l": 3}}),
    "tags": Column("tags", "Tags", "choices", options={"choices": ["s", "l"], "weights": {"s": 1, "l": 3}}),
    "done": Column("done", "Done", "check"),
    "length": Column("length", "Length", "duration"),
    "from": Column("from", "From", "date"),
    "to": Column("to", "To", "date"),
}


def value(how: str, *of: str, **cells: Any) -> Any:
    said = computing_of(Column("x", "X", "number", options={"compute": {how: list(of)}}))
    assert said is not None
    return formula_value(said, COLUMNS, cells)


@pytest.mark.parametrize(
    ("key", "cell", "number"),
    [
        ("a", 2.5, 2.5),
        ("size", "l", 3),
        ("size", "x", None),
        ("tags", ["s", "l"], 4),
        ("done", True, 1),
        ("done", False, 0),
        ("length", 3600, 3600),
        ("length", {"seconds": 60, "elapsed": True}, 60),
        ("a", None, None),
        ("a", {"raw": "much", "problem": "This is not a number."}, None),
    ],
)
def test_k1_the_number_in_a_cell(key: str, cell: Any, number: float | None) -> None:
    assert number_of(COLUMNS[key], cell) == number


def test_k2_what_is_read_comes_first() -> None:
    def computed(key: str, *of: str) -> Column:
        return Column(key, key, "number", options={"compute": {"sum": list(of)}})

    order = in_order({"c": computed("c", "b"), "b": computed("b", "a"), "a": Column("a", "A", "number")})
    assert [one.key for one in order] == ["b", "c"]
    with pytest.raises(ComputeBroken, match="computed from itself"):
        in_order({"b": computed("b", "c"), "c": computed("c", "b")})
    with pytest.raises(ComputeBroken, match="no column z"):
        in_order({"b": computed("b", "z")})


@pytest.mark.parametrize(
    "said", [{"guess": ["a"]}, {"sum": []}, {"subtract": ["a"]}, {"over": "children", "take": "all"}, {"over": "children"}, "a"]
)
def test_k2_what_cannot_be_read_is_refused(said: Any) -> None:
    with pytest.raises(ComputeBroken):
        computing_of(Column("x", "X", "number", options={"compute": said}))


@pytest.mark.parametrize(("how", "found"), [("multiply", 12), ("subtract", 4), ("divide", 3), ("percent", 300), ("share", 0.12)])
def test_k3_of_two_numbers(how: str, found: float) -> None:
    assert value(how, "a", "b", a=6, b=2) == found
    assert value(how, "a", "b", a=6) is None


def test_k3_nothing_is_divided_by_zero() -> None:
    assert value("divide", "a", "b", a=6, b=0) is None
    assert value("percent", "a", "b", a=6, b=0) is None


def test_k3_a_number_without_bounds_is_nothing() -> None:
    assert value("multiply", "a", "b", a=1e300, b=1e300) is None


@pytest.mark.parametrize(("how", "found"), [("sum", 8), ("average", 4), ("min", 2), ("max", 6)])
def test_k4_of_what_is_there(how: str, found: float) -> None:
    assert value(how, "a", "b", "size", a=6, b=2) == found
    assert value(how, "a", "b") is None


def test_k4_sums_are_written_as_people_write_them() -> None:
    assert value("sum", "a", "b", a=0.1, b=0.2) == 0.3


def test_k5_days_between_dates() -> None:
    assert value("days", "from", "to", **{"from": "2026-02-27", "to": "2026-03-02"}) == 3
    assert value("days", "from", "to", **{"from": "2026-03-02", "to": "2026-02-27"}) == -3
    assert value("days", "from", "to", **{"from": "2026-03-02"}) is None


def test_k6_the_first_that_is_there_and_dates() -> None:
    assert value("first", "to", "from", **{"from": "2026-03-02"}) == "2026-03-02"
    assert value("first", "a", "b", a={"raw": "?", "problem": "!"}, b=3) == 3
    assert value("max", "from", "to", **{"from": "2026-03-02", "to": "2026-02-27"}) == "2026-03-02"


def test_k9_a_circle_through_other_kinds_is_told_in_order() -> None:
    def kind(to: str, of: str) -> dict[str, Column]:
        link = Column("link", "Link", "link", options={"to": to})
        total = Column("total", "Total", "number", options={"compute": {"over": "link", "take": "sum", "of": of}})
        return {"link": link, "total": total, "plain": Column("plain", "Plain", "number")}

    round_about = {"a": kind("b", "total"), "b": kind("c", "total"), "c": kind("a", "total")}
    assert circle_from(round_about, "a", "total") == (("a", "total"), ("b", "total"), ("c", "total"))
    straight = {**round_about, "c": kind("a", "plain")}
    assert circle_from(straight, "a", "total") == ()
    assert circle_from({"a": kind("a", "total")}, "a", "total") == (("a", "total"),)
