"""Filters, sorts, groups, searches and totals of a small sheet: rules Q1 to Q17, Q21 and Q22."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.engines.sheet import Column, Row
from milepost.engines.sheet.select import Query, select
from milepost.engines.sheet.select_dates import moment_named
from milepost.engines.sheet.select_errors import BadSelection
from milepost.engines.sheet.select_line import Line, ancestors, lines_of
from milepost.engines.sheet.select_totals import totals
from milepost.engines.sheet.select_values import Reader, folded
from milepost.engines.sheet.select_where import OPERATORS, holds
from milepost.engines.sheet.types import OPERATORS as DECLARED

TODAY = date(2026, 3, 31)
COLUMNS = {
    column.key: column
    for column in (
        Column("name", "Name", "text"),
        Column("score", "Score", "number"),
        Column("due", "Due", "datetime"),
        Column(
            "status", "Status", "choice", options={"choices": ["open", "late", "closed"], "labels": {"open": {"en": "Open", "de": "Offen"}}}
        ),
        Column("health", "Health", "symbol", options={"set": "status"}),
        Column("tags", "Tags", "choices", options={"choices": ["a", "b"]}),
        Column("owner", "Owner", "person"),
        Column("team", "Team", "people"),
        Column("links", "Links", "link"),
        Column("done", "Done", "check"),
        Column("total", "Total", "number", options={"compute": {"over": "children", "take": "sum", "of": "score"}}),
    )
}
READER = Reader(COLUMNS, TODAY, me=7, names={7: "Åsa", 8: "Bob"}, links={(1, 2): "The bridge"})
HIDDEN: dict[str, Any] = {"hidden": True}
MISFIT = {"raw": "many", "problem": "This is not a number."}


def lines(*cells: dict[str, Any]) -> list[Line]:
    """Rows at the top with these cells, numbered from 1."""
    return lines_of(1, [Row(number, None, f"{number:03}", dict(one)) for number, one in enumerate(cells, 1)])


def chosen(rows: list[Line], reader: Reader = READER, **query: Any) -> list[int]:
    return [line.id for line in select(rows, Query(**query), reader).lines]


def found(key: str, operator: str, *value: Any, among: list[Any]) -> list[Any]:
    """Those of the values for which a condition holds."""
    test = holds([[key, operator, *value]], READER)
    return [one for one in among if test({key: one} if one is not None else {})]


def test_q1_all_conditions_hold_and_the_order_stays() -> None:
    rows = lines({"score": 3, "name": "a"}, {"score": 1, "name": "a"}, {"score": 2, "name": "b"}, {"score": 5, "name": "a"})
    assert chosen(rows, filter=[["name", "is", "a"], ["score", ">", 1]]) == [1, 4]
    assert chosen(rows) == [1, 2, 3, 4]


def test_q2_what_is_withheld_counts_as_empty() -> None:
    assert found("score", "empty", among=[None, [], HIDDEN, 0, MISFIT]) == [None, [], HIDDEN]
    assert found("score", ">", -1, among=[HIDDEN, 0]) == [0]
    rows = lines({"score": HIDDEN}, {"score": 1}, {})
    assert chosen(rows, sort=[["score", "desc"]]) == [2, 1, 3]
    assert [group.value for group in select(rows, Query(group="score"), READER).groups] == [1, None]
    assert totals(rows, [COLUMNS["score"]])["score"]["count"] == 1


def test_q3_text_is_compared_without_case_and_accents() -> None:
    assert folded("Ärger Straße") == folded("arger STRASSE")
    assert found("name", "contains", "ÄRG", among=["Großer arger", "Arg", "Ruhe", None]) == ["Großer arger", "Arg"]
    assert found("name", "is", "zoe", among=["Zoë", "Zoe", "Zo"]) == ["Zoë", "Zoe"]
    assert found("name", "begins", "d", among=["Dig", "Add"]) == ["Dig"]


def test_q4_what_does_not_fit_is_there_but_compares_with_nothing() -> None:
    assert found("score", "not_empty", among=[MISFIT, None, 1]) == [MISFIT, 1]
    assert found("score", "<=", 10**9, among=[MISFIT, 1]) == [1]
    assert found("score", "contains", "man", among=[MISFIT, 1]) == [MISFIT]


def test_q5_each_type_compares_in_its_way() -> None:
    assert found("score", "between", [2, 10], among=[1, 2, 10, 11, None]) == [2, 10]
    assert found("status", ">=", "late", among=["open", "late", "closed", None]) == ["late", "closed"]
    assert found("health", ">", "G", among=["R", "G", "A", None]) == ["R", "A"]
    assert found("health", "contains", "gelb", among=["R", "A"]) == ["A"]
    assert found("name", "<", "m", among=["Anna", "Zoe", None]) == ["Anna"]
    assert found("score", "is", "3", among=[3, 3.0, 30, True]) == [3, 3.0]
    assert found("done", "is", True, among=[True, None]) == [True]


@given(st.lists(st.none() | st.sampled_from(["open", "late", "closed"])))
def test_q6_the_negative_of_an_operator_holds_where_it_does_not(values: list[Any]) -> None:
    for yes, no, value in (("is", "is_not", "open"), ("any_of", "none_of", ["open", "late"]), ("has", "has_not", "late")):
        held = found("status", yes, value, among=values)
        assert len(held) + len(found("status", no, value, among=values)) == len(values)
    assert found("status", "is_not", "open", among=[None]) == [None]


def test_q7_lists_are_looked_into() -> None:
    assert found("team", "has", 8, among=[[7, 8], [7], None]) == [[7, 8]]
    assert found("tags", "any_of", ["a", "x"], among=[["b", "a"], ["b"]]) == [["b", "a"]]
    assert found("owner", "has", 8, among=[8, 7]) == [8]
    assert found("owner", "any_of", ["me", 9], among=[8, 7, None]) == [7]
    assert found("score", "any_of", ["3", 4], among=[3, 4.0, 5, None, MISFIT]) == [3, 4.0]
    assert found("due", "any_of", ["today", "2026-03-02"], among=["2026-03-31T09:00", "2026-03-03"]) == ["2026-03-31T09:00"]
    assert found("status", "any_of", ["open", None], among=["open", "late", None]) == ["open", None]
    bridge = {"sheet": 1, "row": 2}
    assert found("links", "any_of", [bridge], among=[[bridge], [{"sheet": 1, "row": 3}], None]) == [[bridge]]
    assert found("links", "has", bridge, among=[[bridge], [{"sheet": 1, "row": 3}], None]) == [[bridge]]
    assert found("links", "contains", "bridge", among=[[bridge], [{"sheet": 1, "row": 3}]]) == [[bridge]]


def test_q8_days_are_named_from_today() -> None:
    words = ("today", "+1d", "-2w", "+1m", "-1m", "+1y", "2026-05-06", "soon", "+1x", "2026-13-01", "+99999y")
    assert [moment_named(one, TODAY) for one in words] == [
        "2026-03-31",
        "2026-04-01",
        "2026-03-17",
        "2026-04-30",
        "2026-02-28",
        "2027-03-31",
        "2026-05-06",
        None,
        None,
        None,
        None,
    ]
    days = ["2026-03-24T10:00", "2026-03-31T23:00", "2026-04-07T00:00", "2026-04-08T00:00", None]
    assert found("due", "within", "+7d", among=days) == days[1:3]
    assert found("due", "within", "-7d", among=days) == days[:2]
    assert found("due", "before", "today", among=days) == days[:1]
    assert found("due", "after", "+7d", among=days) == days[3:4]
    assert found("due", "today", among=days) == days[1:2]


def test_q9_a_day_is_compared_with_days_and_a_moment_with_moments() -> None:
    due = ["2026-03-02T07:00", "2026-03-02T09:00", "2026-03-03T00:00"]
    assert found("due", "<=", "2026-03-02", among=due) == due[:2]
    assert found("due", "is", "2026-03-02", among=due) == due[:2]
    assert found("due", "<", "2026-03-02T08:00", among=due) == due[:1]


def test_q10_a_search_finds_what_is_read() -> None:
    rows = lines(
        {"name": "Dig"},
        {"status": "open"},
        {"owner": 7},
        {"links": [{"sheet": 1, "row": 2}]},
        {"score": 42},
        {"score": MISFIT},
        {"total": HIDDEN},
    )
    assert [chosen(rows, search=words) for words in ("dig", "offen", "asa", "BRIDGE", "42", "many", "7", "hidden")] == [
        [1],
        [2],
        [3],
        [4],
        [5],
        [6],
        [],
        [],
    ]
    blind = Reader(COLUMNS, TODAY)
    assert (chosen(rows, blind, search="bridge"), chosen(rows, blind, search="asa")) == ([], [])


@given(st.lists(st.none() | st.integers(-9, 9) | st.just(MISFIT) | st.just(HIDDEN)))
def test_q11_empty_cells_are_last_whichever_the_direction(values: list[Any]) -> None:
    rows = lines(*({"score": value} for value in values))
    for direction in ("asc", "desc"):
        told = [values[row - 1] for row in chosen(rows, sort=[["score", direction]])]
        numbers = [value for value in told if isinstance(value, int)]
        assert numbers == sorted(numbers, reverse=direction == "desc")
        rest = told[len(numbers) :]
        assert all(value == MISFIT for value in rest[: rest.count(MISFIT)])


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["a", "A", "b"]))))
def test_q12_equal_rows_stay_in_their_order(values: list[tuple[int, str]]) -> None:
    rows = lines(*({"score": score, "name": name} for score, name in values))
    wanted = sorted(range(len(values)), key=lambda at: (-values[at][0], values[at][1].lower()))
    assert chosen(rows, sort=[["score", "desc"], ["name", "asc"]]) == [at + 1 for at in wanted]


@given(st.lists(st.tuples(st.none() | st.sampled_from(["open", "closed", "late"]), st.integers(0, 3))))
def test_q13_groups_cover_all_rows_in_the_order_of_their_values(values: list[tuple[Any, int]]) -> None:
    rows = lines(*({"status": status, "score": score} for status, score in values))
    told = select(rows, Query(group="status", sort=[["score", "asc"]]), READER)
    assert sorted(line.id for line in told.lines) == [line.id for line in rows]
    assert [group.value for group in told.groups] == [
        one for one in ("open", "late", "closed", None) if one in {value for value, _ in values}
    ]
    for group in told.groups:
        members = told.lines[group.start : group.start + group.count]
        assert {line.cells.get("status") for line in members} == {group.value}
        assert [line.cells["score"] for line in members] == sorted(line.cells["score"] for line in members)
    down = select(rows, Query(group="status", sort=[["status", "desc"]]), READER)
    assert [group.value for group in down.groups if group.value] == [group.value for group in told.groups if group.value][::-1]


def test_q13_a_moment_groups_by_its_day() -> None:
    rows = lines({"due": "2026-03-02T09:00"}, {"due": "2026-03-01T09:00"}, {"due": "2026-03-02T07:00"})
    told = select(rows, Query(group="due"), READER)
    assert [(group.value, group.count) for group in told.groups] == [("2026-03-01", 1), ("2026-03-02", 2)]


def tree() -> list[Line]:
    rows = [(1, None), (2, 1), (3, 2), (4, 1), (5, None)]
    cells: dict[int, dict[str, Any]] = {
        1: {"total": 7},
        2: {"total": 5},
        3: {"score": 5, "total": 5},
        4: {"score": 2, "total": 2},
        5: {"total": 1},
    }
    return lines_of(1, [Row(row, parent, f"{row}", cells[row]) for row, parent in rows])


def test_q14_what_is_below_a_closed_row_is_counted_but_not_shown() -> None:
    told = select(tree(), Query(closed=frozenset({2})), READER)
    assert [line.id for line in told.lines] == [1, 2, 4, 5]
    assert len(told.chosen) == 5
    assert chosen(tree(), closed=frozenset({1})) == [1, 5]


def test_q15_me_is_the_reader() -> None:
    assert found("owner", "me", among=[7, 8, None]) == [7]
    assert found("team", "me", among=[[8, 7], [8]]) == [[8, 7]]
    assert found("owner", "is", "me", among=[7, 8]) == [7]
    assert not holds([["owner", "me"]], Reader(COLUMNS, TODAY))({"owner": None})


@given(st.permutations([0.1, 0.2, 0.3, 1e15, -1e15, 7]))
def test_q16_a_sum_does_not_depend_on_the_order(values: list[float]) -> None:
    told = totals(lines(*({"score": value} for value in values)), [COLUMNS["score"]])["score"]
    assert told == {"count": 6, "sum": 7.6, "average": 1.266667, "min": -1e15, "max": 1e15}


def test_q16_each_type_has_its_totals() -> None:
    rows = lines({"due": "2026-03-02T09:00", "done": True, "owner": 7}, {"due": "2026-03-01T09:00"}, {"score": MISFIT})
    told = totals(rows, [COLUMNS[key] for key in ("due", "done", "owner", "score")])
    assert told["due"] == {"count": 2, "min": "2026-03-01T09:00", "max": "2026-03-02T09:00"}
    assert (told["done"], told["owner"], told["score"]) == ({"count": 1}, {"count": 1}, {"count": 0, "sum": 0})


def test_q17_what_rolls_up_is_added_up_once() -> None:
    assert totals(tree(), [COLUMNS["total"]])["total"]["sum"] == 8
    below = [line for line in tree() if line.id in (2, 3, 4)]
    assert totals(below, [COLUMNS["total"]])["total"]["sum"] == 7


@pytest.mark.parametrize(
    "query",
    [
        {"filter": [["nothing", "is", 1]]},
        {"filter": [["score", "like", 1]]},
        {"filter": [["score"]]},
        {"filter": ["score"]},
        {"filter": [["score", ">", "many"]]},
        {"filter": [["score", ">", 10**400]]},
        {"filter": [["score", "any_of", [1] * 1001]]},
        {"filter": [["score", "between", [1]]]},
        {"filter": [["status", "any_of", "open"]]},
        {"filter": [["due", "before", "soon"]]},
        {"filter": [[["score"], "is", 1]]},
        {"sort": [["nothing", "asc"]]},
        {"sort": [["score", "up"]]},
        {"sort": ["score"]},
        {"group": "nothing"},
    ],
)
def test_q21_what_cannot_be_read_is_refused(query: dict[str, Any]) -> None:
    with pytest.raises(BadSelection):
        chosen(lines({"score": 1}), **query)


def test_q21_a_declaration_knows_the_same_operators() -> None:
    assert set(OPERATORS) == set(DECLARED)


def test_q22_rows_are_read_depth_first() -> None:
    rows = [Row(3, 2, "1", {}), Row(2, None, "2", {}), Row(1, None, "1", {}), Row(9, 8, "1", {}), Row(4, 2, "0", {})]
    told = lines_of(1, rows)
    assert [(line.id, line.depth, line.has_children, line.parent) for line in told] == [
        (1, 0, False, None),
        (2, 0, True, None),
        (4, 1, False, 2),
        (3, 1, False, 2),
    ]
    assert [line.id for line in ancestors(told[3])] == [2]
