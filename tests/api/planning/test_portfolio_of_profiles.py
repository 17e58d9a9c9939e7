"""The portfolio as a register: profiles in it, projects without a plan whole, and how forecasts moved from report to report."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import NOW, Cast

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.models import Node
from milepost.apps.sheets.models import ChangeKind, Sheet
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.write import Call, begin, write
from milepost.engines.sheet import Set

PORTFOLIO = "/api/v1/portfolio"


@pytest.fixture(autouse=True)
def no_memory() -> None:
    """Nothing is remembered from another test."""
    cache.models.clear()
    rows_kept.clear()


def sheet_of(node: Node) -> int:
    return Sheet.objects.get(node_id=node.pk, kind="project").pk


def tell(cast: Cast, node: Node, day: str | None = None, **cells: Any) -> None:
    """Write cells of a profile, as a report of that day."""
    writing = begin(actor_id=cast.alice.pk, sheet_id=sheet_of(node), at=NOW)
    as_of = None if day is None else datetime.fromisoformat(day).replace(tzinfo=UTC)
    write(writing, [Set(node.pk, cells)], Call(ChangeKind.EDIT, as_of=as_of))


def item(browser: Any, name: str = "The project", query: str = "") -> dict[str, Any]:
    return next(one for one in browser.get(PORTFOLIO + query).json()["items"] if one["name"] == name)


def another(cast: Cast, name: str, **values: Any) -> Node:
    return create_node(actor_id=cast.alice.pk, parent_id=cast.programme.pk, kind="project", name=name, at=NOW, **values)


def milestones(as_, cast: Cast, *rows: dict[str, Any]) -> int:
    browser = as_(cast.alice)
    made = browser.post(f"/api/v1/nodes/{cast.project.pk}/registers", {"kind": "milestones"}, content_type="application/json").json()
    ops = [{"op": "insert", "cells": row} for row in rows]
    assert browser.patch(f"/api/v1/sheets/{made['id']}", {"ops": ops}, content_type="application/json").status_code == 200
    return made["id"]


def test_a_project_without_a_plan_stands_by_its_profile(as_, cast: Cast) -> None:
    tell(cast, cast.project, baseline_finish="2026-06-01", finish="2026-06-11", start="2026-01-05", baseline_budget=100, cost_forecast=125)
    found = item(as_(cast.bob))
    assert (found["start"], found["finish"], found["baseline_finish"], found["slip_days"]) == ("2026-01-05", "2026-06-11", "2026-06-01", 8)
    assert (found["proposed_status"], found["reasons"][0]["code"], found["reasons"][0]["rows"]) == ("A", "finish.amber", [])
    assert (found["money"]["growth"], found["money"]["growth_percent"], found["money"]["currency"]) == (25, 25, "EUR")
    summary = as_(cast.bob).get(PORTFOLIO).json()["summary"]
    assert (summary["late"], summary["portfolio_slip_days"]) == (1, 8)
    assert (found["may"], found["profile_id"], found["cells"]["cost_forecast"]) == (["edit"], sheet_of(cast.project), 125)
    assert item(as_(cast.vera))["may"] == []


def test_its_milestones_are_those_of_its_register(as_, cast: Cast) -> None:
    first = {"name": "Permit", "baseline": "2026-02-02", "forecast": "2026-02-02", "actual": "2026-02-03", "done": True}
    late = {"name": "Handover", "baseline": "2026-08-03", "forecast": "2026-08-31"}
    sheet = milestones(as_, cast, late, first, {"name": "Some day"})
    found = item(as_(cast.bob))["next_milestone"]
    assert (found["name"], found["slip_days"], found["sheet_id"]) == ("Handover", 20, sheet)
    detail = as_(cast.bob).get(f"/api/v1/projects/{cast.project.pk}").json()
    assert [(one["name"], one["done"], one["slip_days"]) for one in detail["milestones"]] == [("Permit", True, 1), ("Handover", False, 20)]
    assert (detail["proposed_status"], detail["reasons"][0]["code"]) == ("A", "milestone.amber")
    status = as_(cast.bob).get(f"/api/v1/projects/{cast.project.pk}/status").json()
    assert status["proposed_status"] == "A"
    assert "budget" in [column["key"] for column in detail["columns"]]


def test_what_is_over_or_says_nothing_is_grey(as_, cast: Cast) -> None:
    assert item(as_(cast.bob))["proposed_status"] == "grey"
    tell(cast, cast.project, baseline_finish="2026-01-01", finish="2026-06-11", phase="closed")
    assert item(as_(cast.bob))["proposed_status"] == "grey"


def test_why_there_is_no_growth_is_said(as_, cast: Cast) -> None:
    browser = as_(cast.bob)
    assert item(browser)["money"]["reason"]["code"] == "cost.no_forecast"
    tell(cast, cast.project, budget=100)
    assert item(browser)["money"]["reason"]["code"] == "cost.no_baseline"


def test_columns_that_the_office_added_stand_in_the_portfolio(as_, cast: Cast) -> None:
    wish = {"title": "Borough", "type": "text"}
    made = as_(cast.alice).post("/api/v1/kinds/project/columns", wish, content_type="application/json")
    assert made.status_code in (200, 201), made.content
    key = made.json()["key"]
    ops = [{"op": "set", "row": cast.project.pk, "cells": {key: "Queens"}}]
    answer = as_(cast.bob).patch(f"/api/v1/sheets/{sheet_of(cast.project)}", {"ops": ops}, content_type="application/json")
    assert answer.status_code == 200, answer.content
    found = as_(cast.vera).get(PORTFOLIO).json()
    assert ([c["title"] for c in found["columns"] if c["key"] == key], found["items"][0]["cells"][key]) == (["Borough"], "Queens")


def test_the_portfolio_as_it_was_on_a_day(as_, cast: Cast) -> None:
    tell(cast, cast.project, "2025-03-01", finish="2026-01-30", baseline_finish="2026-01-30", stated_status="G", stated_reason="Fine")
    tell(cast, cast.project, "2025-09-01", finish="2026-06-30", stated_status="R", stated_reason="The crane")
    browser = as_(cast.bob)
    then, now = item(browser, query="?as_of=2025-05-01"), item(browser)
    assert (then["finish"], then["stated_status"], then["slip_days"]) == ("2026-01-30", "G", 0)
    assert (now["finish"], now["stated_status"]) == ("2026-06-30", "R")
    assert browser.get(PORTFOLIO + "?as_of=2025-05-01").json()["past"] == "2025-05-01"
    assert browser.get(PORTFOLIO + "?as_of=2024-01-01").json()["items"] == []
    assert browser.get(PORTFOLIO + "?as_of=yesterday").status_code == 422


def test_slips_and_growth_over_the_reports(as_, cast: Cast) -> None:
    tell(cast, cast.project, "2025-03-01", finish="2026-01-30", cost_forecast=100)
    tell(cast, cast.project, "2025-09-01", finish="2026-02-06", cost_forecast=100)
    tell(cast, cast.project, "2026-01-01", finish="2026-02-13", cost_forecast=150)
    other = another(cast, "The tunnel")
    tell(cast, other, "2025-09-01", finish="2027-01-29", cost_forecast=50)
    browser = as_(cast.bob)
    found = browser.get(f"{PORTFOLIO}/trend").json()
    (bridge, tunnel) = found["projects"]
    assert [(p["at"], p["finish"], p["slip_days"], p["cost"]) for p in bridge["points"]] == [
        ("2025-03-01", "2026-01-30", 0, 100),
        ("2025-09-01", "2026-02-06", 5, 100),
        ("2026-01-01", "2026-02-13", 10, 150),
    ]
    assert (bridge["slip_days"], bridge["growth"], bridge["growth_percent"], tunnel["slip_days"]) == (10, 50, 50, 0)
    all_ = found["together"]
    assert (all_["projects"], all_["later"], all_["same"], all_["growth"], all_["cost"], all_["growth_percent"]) == (
        2,
        1,
        1,
        50,
        200,
        33.33,
    )
    assert [tuple(month.values()) for month in all_["months"]] == [
        ("2025-03", 100, 1, 0, 0, 0),
        ("2025-09", 150, 2, 1, 2.5, 0),
        ("2026-01", 200, 2, 1, 5, 33.33),
    ]
    since = browser.get(f"{PORTFOLIO}/trend?day=2025-10-01").json()["projects"][0]
    assert (since["slip_days"], since["growth"]) == (5, 50)


def test_trends_leak_nothing_and_say_where_there_is_nothing(as_, cast: Cast) -> None:
    tell(cast, cast.project, "2025-03-01", finish="2026-01-30", cost_forecast=100)
    assert as_(cast.charlie).get(f"{PORTFOLIO}/trend").json()["projects"] == []
    nothing = as_(cast.charlie).get(f"{PORTFOLIO}/trend").json()["together"]
    assert (nothing["growth"], nothing["reason"]["code"]) == (None, "trend.no_amounts")
    assert as_(cast.charlie).get(f"{PORTFOLIO}/trend?node={cast.project.pk}").status_code == 404


def test_queries_do_not_grow_with_profiles_and_reports(as_, cast: Cast) -> None:
    browser = as_(cast.bob)

    def queries(path: str) -> int:
        rows_kept.clear()
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(path).status_code == 200
        return len(captured)

    tell(cast, cast.project, "2025-03-01", finish="2026-01-30", manager=cast.bob.pk)
    paths = (PORTFOLIO, f"{PORTFOLIO}/trend", f"{PORTFOLIO}?as_of=2026-03-01")
    before = [queries(path) for path in paths]
    for n in range(5):
        tell(cast, another(cast, f"Project {n}"), "2025-03-01", finish="2026-01-30", manager=cast.bob.pk)
    assert [queries(path) for path in paths] == before


def test_a_project_without_a_plan_gets_one(as_, cast: Cast) -> None:
    browser, address = as_(cast.bob), f"/api/v1/projects/{cast.project.pk}/plan"
    made = browser.post(address, {}, content_type="application/json")
    assert made.status_code == 201, made.content
    sheet = made.json()["sheet_id"]
    ops = [{"op": "insert", "cells": {"name": "Dig", "duration": 5 * 8 * 3600}}]
    assert browser.patch(f"/api/v1/sheets/{sheet}", {"ops": ops}, content_type="application/json").status_code == 200
    assert (item(browser)["start"], item(browser)["finish"]) == ("2026-03-02T08:00", "2026-03-06T17:00")
    assert browser.post(address, {}, content_type="application/json").json()["code"] == "plan.there"
    assert as_(cast.vera).post(address, {}, content_type="application/json").status_code == 403


def test_of_several_forecasts_on_one_day_the_last_holds(as_, cast: Cast) -> None:
    tell(cast, cast.project, "2025-03-01", finish="2026-01-30", cost_forecast=100)
    tell(cast, cast.project, "2025-03-01", finish="2026-02-06")
    tell(cast, cast.project, finish="2026-02-13")
    tell(cast, cast.project, cost_forecast=120)
    (found,) = as_(cast.bob).get(f"{PORTFOLIO}/trend").json()["projects"]
    assert [(p["at"], p["finish"]) for p in found["points"]] == [("2025-03-01", "2026-02-06"), ("2026-03-02", "2026-02-13")]
