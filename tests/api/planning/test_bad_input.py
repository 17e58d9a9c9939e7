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
