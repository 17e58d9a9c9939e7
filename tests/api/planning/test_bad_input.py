"""What cannot be meant: kept as typed and marked, or refused in a sentence; the plan stands as it did."""

from __future__ import annotations

from typing import Any

import pytest
from tests.api.planning.conftest import PlanPage

ODD: list[dict[str, Any]] = [
    {"predecessors": [{"row": "x"}]},
    {"predecessors": [{"kind": "FS"}]},
    {"predecessors": [[]]},
    {"predecessors": [{"row": 1, "kind": []}]},
    {"predecessors": [{"row": 1, "lag": "x"}]},
    {"predecessors": [{"row": 1, "lag": 1e300}]},
    {"assignments": [{"resource": [], "units": 1}]},
    {"assignments": [{"resource": None, "units": "x"}]},
    {"assignments": [3]},
    {"duration": "99999999d"},
    {"duration": -5},
    {"duration": {"seconds": 10**15}},
    {"start": "9999-12-31"},
    {"start": "0001-01-01"},
    {"finish": "9999-12-31T23:59"},
    {"deadline": "1200-01-01"},
    {"cost": 1e300},
    {"percent_complete": 170},
    {"remaining_duration": "-3d"},
    {"calendar": "Nowhere"},
    {"actual_start": "2026-02-09", "actual_finish": "2026-02-03"},
    {"constraint": "MSO", "constraint_date": None},
    {"mode": "manual", "start": None, "finish": None},
    {"milestone": True, "duration": "3d"},
    {"milestone": "perhaps"},
    {"constraint": "soonish"},
    {"constraint": 5, "constraint_date": "2026-02-04"},
    {"constraint": ["SNET"], "start": None},
    {"mode": 7, "start": "2026-02-04"},
    {"cost": 10**400},
    {"priority": 10**400},
    {"duration": 10**400},
    {"duration": {"seconds": True}},
    {"duration": {"seconds": 60, "elapsed": "yes"}},
    {"work": "a lot"},
]


@pytest.mark.parametrize("cells", ODD, ids=str)
def test_odd_cells_never_break_the_plan(bridge: PlanPage, cells: dict[str, Any]) -> None:
    answer = bridge.set("Deck", **cells)
    assert answer.status_code in (200, 422), answer.content
    deck = bridge.rows()["Deck"]
    assert isinstance(deck["early_start"], str)
    assert bridge.set("Pour", duration="6d").status_code == 200


@pytest.mark.parametrize(
    "values",
    [
        {"start": "9999-01-01"},
        {"start": 5},
        {"status_date": "soon"},
        {"currency": "EURO"},
        {"calendar": "Nowhere"},
        {"calendar": []},
        {"calendars": [{"name": "X", "week": 3}]},
        {"calendars": 4},
        {"resources": [{"id": 1, "name": "A", "calendar": []}]},
        {"resources": [{"id": 1, "name": ""}]},
        {"critical_slack": "x"},
        {"from_finish": "yes"},
        {"progress_rule": 7},
        {"minutes_per_day": 0},
        {"baseline": "x"},
        {"nothing": 1},
    ],
    ids=str,
)
def test_odd_settings_are_refused(bridge: PlanPage, values: dict[str, Any]) -> None:
    answer = bridge.edit({"op": "settings", "values": values})
    assert answer.status_code == 422, answer.content
    assert bridge.rows()["Deck"]["finish"] == "2026-02-20T17:00"


def test_a_plan_beyond_all_dates_is_refused(bridge: PlanPage) -> None:
    after = bridge.rows()["Open"]["id"]
    rows = [{"id": 1000 + n, "cells": {"name": f"Age {n}", "duration": {"seconds": 3 * 10**9, "elapsed": True}}} for n in range(120)]
    made = bridge.edit({"op": "insert", "after": after, "rows": rows})
    assert made.status_code == 200, made.content
    links = [{"op": "set", "row": 1001 + n, "cells": {"predecessors": [{"row": 1000 + n, "kind": "FS"}]}} for n in range(119)]
    answer = bridge.edit(*links)
    assert (answer.status_code, answer.json()["code"]) == (422, "calendar.out_of_time")


@pytest.mark.parametrize(
    ("key", "typed", "problem"),
    [
        ("constraint", "soonish", "soonish is not one of: ASAP, ALAP, SNET, SNLT, FNET, FNLT, MSO, MFO."),
        ("milestone", "perhaps", "perhaps is neither yes nor no."),
        ("cost", 10**400, "This is not a number."),
        ("duration", 10**400, "This is not a duration."),
        ("duration", {"seconds": True}, "This is not a duration."),
        ("duration", {"seconds": 60, "elapsed": "yes"}, "This is not a duration."),
    ],
    ids=lambda part: str(part)[:20],
)
def test_what_does_not_fit_is_kept_as_typed_and_moves_nothing(bridge: PlanPage, key: str, typed: object, problem: str) -> None:
    before = bridge.rows()["Deck"]
    assert bridge.set("Deck", **{key: typed}).status_code == 200
    after = bridge.rows()["Deck"]
    assert after[key] == {"raw": typed, "problem": problem}
    if key != "duration":
        assert (after["early_start"], after["early_finish"]) == (before["early_start"], before["early_finish"])


def test_a_constraint_that_is_none_can_be_cleared_by_the_start(bridge: PlanPage) -> None:
    bridge.set("Deck", constraint="soonish")
    assert bridge.set("Deck", start=None).status_code == 200
    assert bridge.set("Deck", constraint_date="2026-02-23").status_code == 200
    assert bridge.rows()["Deck"]["constraint"] == "SNET"


def test_a_link_to_a_row_that_is_gone_is_left_out_and_said(bridge: PlanPage) -> None:
    rows = bridge.rows()
    answer = bridge.set("Deck", predecessors=[{"row": rows["Pour"]["id"]}, {"row": 987654321}]).json()
    assert [notice["code"] for notice in answer["notices"]] == ["plan.link_row_gone"]
    assert [link["row"] for link in bridge.rows()["Deck"]["predecessors"]] == [rows["Pour"]["id"]]


def test_work_typed_beside_assignments_is_not_lost_in_silence(bridge: PlanPage) -> None:
    bridge.edit({"op": "settings", "values": {"resources": [{"id": 1, "name": "Ann"}]}})
    bridge.set("Deck", assignments="Ann")
    work = bridge.rows()["Deck"]["work"]
    answer = bridge.set("Deck", work="90d").json()
    assert [notice["code"] for notice in answer["notices"]] == ["plan.work_is_assigned"]
    assert bridge.rows()["Deck"]["work"] == work
    assert bridge.set("Deck", work=work).json()["notices"] == []


def test_nobody_for_nothing(bridge: PlanPage) -> None:
    bridge.edit({"op": "settings", "values": {"resources": [{"id": 1, "name": "Ann"}]}})
    bridge.set("Deck", assignments=[{"resource": 1, "units": 0}])
    assert bridge.rows()["Deck"]["assignments"] == [{"resource": 1, "units": 0, "work": 0}]


def test_what_is_nested_too_deep_is_marked(bridge: PlanPage) -> None:
    deep: list[Any] = []
    for _ in range(200):
        deep = [deep]
    assert bridge.set("Deck", notes=deep).status_code == 200
    assert bridge.rows()["Deck"]["notes"]["problem"] == "This cannot be kept."
    assert bridge.browser.get(f"{bridge.address}/changes?since=1").status_code == 200
