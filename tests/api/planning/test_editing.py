"""Editing a plan: what was typed becomes what planners mean by it, and the scheduler moves the rest."""

from __future__ import annotations

import pytest
from tests.api.planning.conftest import PlanPage
from tests.cast import Cast


def notices(answer) -> list[str]:
    return [notice["code"] for notice in answer.json()["notices"]]


def refusal(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_a_longer_task_moves_what_waits_for_it(bridge: PlanPage) -> None:
    deltas = bridge.set("Pour", duration="6d").json()["deltas"]
    rows = bridge.rows()
    assert (rows["Pour"]["duration"], rows["Pour"]["finish"]) == (6 * 28800, "2026-02-16T17:00")
    assert (rows["Deck"]["start"], rows["Open"]["finish"]) == ("2026-02-17T08:00", "2026-02-23T17:00")
    assert deltas[str(rows["Deck"]["id"])]["start"] == "2026-02-17T08:00"
    assert str(rows["Dig"]["id"]) not in deltas
    assert rows["Deck"]["slip"] == 28800


def test_undo_brings_the_dates_back(bridge: PlanPage) -> None:
    before = bridge.rows()
    bridge.set("Pour", duration="6d")
    assert bridge.post("undo").status_code == 200
    assert bridge.rows() == before


def test_a_typed_start_means_no_earlier_than_and_says_so(bridge: PlanPage) -> None:
    answer = bridge.set("Deck", start="2026-02-18")
    deck = bridge.rows()["Deck"]
    assert notices(answer) == ["plan.start_constrained"]
    assert (deck["constraint"], deck["constraint_date"], deck["start"]) == ("SNET", "2026-02-18T08:00", "2026-02-18T08:00")
    bridge.set("Deck", start=None)
    assert bridge.rows()["Deck"]["start"] == "2026-02-16T08:00"


def test_a_typed_finish_changes_the_duration(bridge: PlanPage) -> None:
    answer = bridge.set("Deck", finish="2026-02-24")
    deck = bridge.rows()["Deck"]
    assert notices(answer) == ["plan.duration_from_finish"]
    assert (deck["duration"], deck["finish"]) == (7 * 28800, "2026-02-24T17:00")
    assert refusal(bridge.set("Deck", finish="2026-02-01")) == (422, "plan.finish_before_start")


def test_a_date_that_is_none_is_kept_as_typed_and_moves_nothing(bridge: PlanPage) -> None:
    bridge.set("Deck", start="32.13.2026")
    deck = bridge.rows()["Deck"]
    assert deck["start"]["raw"] == "32.13.2026"
    assert deck["start"]["problem"]
    assert deck["finish"] == "2026-02-20T17:00"


def test_links_are_typed_by_row_number_with_lag(bridge: PlanPage) -> None:
    bridge.set("Deck", predecessors="3FS+2d; 2SS-1d")
    rows = bridge.rows()
    assert rows["Deck"]["predecessors"] == [
        {"row": rows["Pour"]["id"], "kind": "FS", "lag": 57600, "lag_unit": "work"},
        {"row": rows["Dig"]["id"], "kind": "SS", "lag": -28800, "lag_unit": "work"},
    ]
    assert rows["Deck"]["start"] == "2026-02-18T08:00"


@pytest.mark.parametrize(
    ("typed", "code"), [("99", "plan.link_unknown_row"), ("3XY", "plan.link_unreadable"), ("3FS+2q", "duration.unreadable")]
)
def test_a_link_that_fits_nothing_is_kept_as_typed(bridge: PlanPage, typed: str, code: str) -> None:
    bridge.set("Deck", predecessors=typed)
    deck = bridge.rows()["Deck"]
    assert (deck["predecessors"]["raw"], deck["predecessors"]["code"]) == (typed, code)
    assert deck["start"] == "2026-02-02T08:00"


def test_a_loop_is_refused_names_its_tasks_in_order_and_changes_nothing(bridge: PlanPage) -> None:
    before = bridge.sheet()
    answer = bridge.set("Dig", predecessors="4")
    assert refusal(answer) == (422, "schedule.loop")
    assert any(
        loop in answer.json()["detail"] for loop in ("Dig > Pour > Deck > Dig", "Pour > Deck > Dig > Pour", "Deck > Dig > Pour > Deck")
    )
    assert bridge.sheet() == before
    assert bridge.set("Pour", duration="6d").status_code == 200


def test_a_row_waits_neither_for_itself_nor_for_its_summary(bridge: PlanPage) -> None:
    assert refusal(bridge.set("Deck", predecessors="4")) == (422, "plan.link_to_itself")
    assert refusal(bridge.set("Dig", predecessors="1")) == (422, "plan.link_in_family")
    assert bridge.rows()["Dig"].get("predecessors") is None


def test_progress_and_actual_dates_keep_each_other_true(bridge: PlanPage) -> None:
    bridge.set("Pour", percent_complete=50)
    pour = bridge.rows()["Pour"]
    assert (pour["actual_start"], pour["remaining_duration"]) == ("2026-02-09T08:00", 2.5 * 28800)
    bridge.set("Pour", percent_complete=100)
    assert bridge.rows()["Pour"]["actual_finish"] == "2026-02-13T17:00"
    assert bridge.rows()["Foundations"]["percent_complete"] == 100
    bridge.set("Pour", percent_complete=0)
    assert bridge.rows()["Pour"].get("actual_start") is None
    bridge.set("Pour", actual_finish="2026-02-17")
    pour = bridge.rows()["Pour"]
    assert (pour["percent_complete"], pour["finish"], bridge.rows()["Deck"]["start"]) == (100, "2026-02-17T17:00", "2026-02-18T08:00")


def test_a_summary_takes_no_edit_of_what_it_sums_up(bridge: PlanPage) -> None:
    assert refusal(bridge.set("Foundations", duration="9d")) == (422, "plan.summary_cell")
    assert bridge.set("Foundations", name="Groundworks").status_code == 200


def test_an_inserted_row_lasts_a_day_and_a_milestone_none(bridge: PlanPage) -> None:
    deck = bridge.rows()["Deck"]["id"]
    bridge.edit({"op": "insert", "after": deck, "cells": {"name": "Paint", "predecessors": "4"}})
    bridge.edit({"op": "insert", "after": deck, "cells": {"name": "Ready", "milestone": True}})
    rows = bridge.rows()
    assert (rows["Paint"]["start"], rows["Paint"]["finish"]) == ("2026-02-23T08:00", "2026-02-23T17:00")
    assert (rows["Ready"]["duration"], rows["Ready"]["milestone"]) == (0, True)


def test_deleting_a_row_takes_the_links_to_it_and_undo_brings_both_back(bridge: PlanPage) -> None:
    before = bridge.rows()
    bridge.edit({"op": "delete", "rows": [before["Pour"]["id"]]})
    rows = bridge.rows()
    assert "Pour" not in rows
    assert (rows["Deck"].get("predecessors"), rows["Deck"]["start"]) == (None, "2026-02-02T08:00")
    bridge.post("undo")
    assert bridge.rows() == before


def test_rows_go_in_and_out_and_back(bridge: PlanPage) -> None:
    rows = bridge.rows()
    assert bridge.post("indent", rows=[rows["Deck"]["id"], rows["Open"]["id"]]).status_code == 200
    assert [row["wbs"] for row in bridge.rows().values()] == ["1", "1.1", "1.2", "1.3", "1.4"]
    assert bridge.rows()["Foundations"]["finish"] == "2026-02-20T17:00"
    # Pour would become the summary of Deck, which waits for it.
    assert refusal(bridge.post("outdent", rows=[rows["Pour"]["id"]])) == (422, "plan.link_in_family")
    assert bridge.post("outdent", rows=[rows["Deck"]["id"], rows["Open"]["id"]]).status_code == 200
    assert bridge.rows() == rows
    bridge.post("undo")
    assert [row["wbs"] for row in bridge.rows().values()] == ["1", "1.1", "1.2", "1.3", "1.4"]
    bridge.post("undo")
    assert bridge.rows() == rows
    assert refusal(bridge.post("indent", rows=[rows["Foundations"]["id"]])) == (422, "plan.nothing_to_indent")


def test_a_leaf_that_became_a_summary_gets_its_duration_back_by_undo(bridge: PlanPage) -> None:
    before = bridge.rows()
    bridge.set("Open", predecessors=None)
    assert bridge.post("indent", rows=[before["Open"]["id"]]).status_code == 200
    assert (bridge.rows()["Deck"]["summary"], bridge.rows()["Deck"]["duration"]) == (True, 0)
    bridge.post("undo")
    bridge.post("undo")
    assert bridge.rows() == before


def test_a_manual_task_keeps_its_dates(bridge: PlanPage) -> None:
    bridge.set("Deck", mode="manual")
    bridge.set("Deck", start="2026-03-02")
    deck = bridge.rows()["Deck"]
    assert (deck["start"], deck["finish"]) == ("2026-03-02T08:00", "2026-03-06T17:00")
    bridge.set("Pour", duration="9d")
    assert bridge.rows()["Deck"]["start"] == "2026-03-02T08:00"
    bridge.set("Deck", mode="auto")
    assert bridge.rows()["Deck"]["start"] == "2026-02-20T08:00"


def test_settings_of_the_plan_are_checked_and_move_it(bridge: PlanPage) -> None:
    calendars = bridge.sheet()["calendars"]
    calendars[0]["exceptions"] = [{"first": "2026-02-16", "last": "2026-02-16", "shifts": [], "name": "Closed"}]
    assert bridge.edit({"op": "settings", "values": {"calendars": calendars}}).status_code == 200
    assert bridge.rows()["Deck"]["start"] == "2026-02-17T08:00"
    calendars[0]["week"] = [[]] * 7
    calendars[0]["exceptions"] = []
    assert refusal(bridge.edit({"op": "settings", "values": {"calendars": calendars}})) == (422, "calendar.no_working_time")
    assert refusal(bridge.edit({"op": "settings", "values": {"calendars": [{"name": 3}]}})) == (422, "invalid")
    assert refusal(bridge.edit({"op": "settings", "values": {"baseline": 17}})) == (422, "invalid")


def test_a_resource_is_assigned_by_name(bridge: PlanPage) -> None:
    bridge.set("Deck", assignments="Crew [50%]")
    crew = bridge.sheet()["resources"][0]["id"]
    assert bridge.rows()["Deck"]["assignments"] == [{"resource": crew, "units": 0.5, "work": 72000}]
    assert bridge.rows()["Deck"]["work"] == 72000
    bridge.set("Deck", assignments="Nobody")
    assert bridge.rows()["Deck"]["assignments"]["code"] == "plan.resource_unknown"


def test_a_new_baseline_counts_and_undo_lets_the_old_one_count_again(bridge: PlanPage) -> None:
    bridge.set("Pour", duration="6d")
    assert bridge.rows()["Deck"]["slip"] == 28800
    assert bridge.post("baseline", name="Agreed in March").status_code == 200
    assert (bridge.rows()["Deck"]["slip"], bridge.rows()["Deck"]["baseline_finish"]) == (0, "2026-02-23T17:00")
    bridge.post("undo")
    assert bridge.rows()["Deck"]["baseline_finish"] == "2026-02-20T17:00"


def test_a_task_says_what_drives_it(bridge: PlanPage) -> None:
    steps = bridge.browser.get(f"{bridge.address}/rows/{bridge.rows()['Deck']['id']}/driving-chain").json()["steps"]
    assert [(step["name"], step["reason"]) for step in steps] == [("Dig", "progress"), ("Pour", "link"), ("Deck", "link")]
    end = bridge.browser.get(f"{bridge.address}/rows/{bridge.rows()['Deck']['id']}/driving-chain?most=2").json()
    assert ([step["name"] for step in end["steps"]], end["left_out"]) == (["Pour", "Deck"], 1)


def test_vera_may_not_edit_and_charlie_finds_no_plan(as_, cast: Cast, bridge: PlanPage) -> None:
    vera = PlanPage(as_(cast.vera), bridge.project_id, bridge.sheet_id)
    charlie = PlanPage(as_(cast.charlie), bridge.project_id, bridge.sheet_id)
    row = bridge.rows()["Deck"]["id"]
    for page, status in ((vera, 403), (charlie, 404)):
        assert page.edit({"op": "set", "row": row, "cells": {"duration": "9d"}}).status_code == status
        assert page.post("baseline").status_code == status
        assert page.post("indent", rows=[row]).status_code == status
        assert page.post("actuals", entries=[{"first": "2026-02-01", "last": "2026-02-02"}]).status_code == status
    assert charlie.browser.get(f"{bridge.address}/rows/{row}/driving-chain").status_code == 404


def test_rows_that_come_together_may_be_linked_to_each_other(bridge: PlanPage) -> None:
    link = [{"row": 71, "kind": "FS", "lag": 0, "lag_unit": "work"}]
    rows = [{"id": 71, "cells": {"name": "Sand", "duration": "2d"}}, {"id": 72, "cells": {"name": "Paint", "predecessors": link}}]
    bridge.edit({"op": "insert", "after": bridge.rows()["Deck"]["id"], "rows": rows})
    assert bridge.rows()["Paint"]["start"] == "2026-02-04T08:00"


def test_a_pasted_block_skips_what_a_summary_computes_and_says_so(bridge: PlanPage) -> None:
    rows = bridge.rows()
    answer = bridge.edit(*({"op": "set", "row": rows[name]["id"], "cells": {"duration": "2d"}} for name in ("Foundations", "Deck")))
    assert notices(answer) == ["plan.summary_cell"]
    assert bridge.rows()["Deck"]["duration"] == 2 * 28800


def test_a_plan_without_a_status_date_is_as_old_as_its_last_progress(bridge: PlanPage) -> None:
    bridge.edit({"op": "settings", "values": {"status_date": None}})
    bridge.set("Pour", percent_complete=50)
    found = bridge.browser.get(f"/api/v1/projects/{bridge.project_id}").json()
    assert (found["status_date"], found["reasons"][0]["code"]) == ("2026-03-02T08:00", "spi_t.red")
