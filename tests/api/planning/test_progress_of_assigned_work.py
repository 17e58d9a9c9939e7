"""Progress of tasks that somebody is assigned to: what is left of the work follows what is left of the task."""

from __future__ import annotations

import pytest
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.writing.wire import rows_from_wire

DAY = 8 * 3600
TASK = {"name": "Dig", "duration": 10 * DAY, "assignments": [{"resource": 1, "units": 1.0, "work": 10 * DAY}]}
SETTINGS = {"start": "2026-03-02T08:00", "resources": [{"id": 1, "name": "Ann", "type": "work"}]}


@pytest.fixture
def dig(as_, cast: Cast):
    """`dig(percent_complete=50)` edits the task in Bob's browser and answers with its cells."""
    rows = rows_from_wire([{"id": 1, "cells": TASK}])
    sheet_id = create_sheet(
        actor_id=cast.bob.pk, node_id=cast.project.pk, kind="plan", name="Dig", at=NOW, rows=rows, settings=SETTINGS
    ).sheet_id
    address = f"/api/v1/sheets/{sheet_id}"

    def edit(**cells: object) -> dict[str, object]:
        browser = as_(cast.bob)
        browser.patch(address, {"ops": [{"op": "set", "row": 1, "cells": cells}]}, content_type="application/json")
        return browser.get(address).json()["rows"][0]["cells"]

    return edit


@pytest.mark.parametrize("percent", [1, 33, 50, 99, 100])
def test_percent_complete_does_not_move_the_finish(dig, percent: int) -> None:
    cells = dig(percent_complete=percent)
    assert cells["finish"] == "2026-03-13T17:00"
    assert cells["assignments"][0]["actual_work"] == 10 * DAY * percent // 100


def test_remaining_duration_moves_it_by_what_it_says(dig) -> None:
    dig(percent_complete=50)
    cells = dig(remaining_duration=7 * DAY)
    assert cells["finish"] == "2026-03-17T17:00"


def test_progress_taken_back_leaves_no_work_done(dig) -> None:
    dig(percent_complete=50)
    cells = dig(percent_complete=0)
    assert (cells["finish"], cells["assignments"]) == ("2026-03-13T17:00", TASK["assignments"])
