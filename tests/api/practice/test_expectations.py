"""What is expected of somebody: everything from everywhere, by due date, and nothing that they may not see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.api.planning.conftest import PlanPage
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions.comment import make_comment
from milepost.apps.sheets.actions.create_register import create_register
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.models import Row
from milepost.engines.sheet import NewRow

Browser = Callable[[Any], Client]


def expected(browser: Client) -> dict[str, Any]:
    return browser.get("/api/v1/expectations").json()


def of_kind(browser: Client, kind: str) -> list[dict[str, Any]]:
    return [one for one in expected(browser)["items"] if one["kind"] == kind]


def patch(browser: Client, sheet: int, *ops: dict[str, Any]) -> Any:
    return browser.patch(f"/api/v1/sheets/{sheet}", {"ops": list(ops)}, content_type="application/json")


def enter(cast: Cast, browser: Client, **cells: Any) -> tuple[int, int]:
    """An entry of a RAID log at the project."""
    sheet = create_register(actor_id=cast.alice.pk, node_id=cast.project.pk, kind="raid", at=NOW)
    answer = patch(browser, sheet, {"op": "insert", "rows": [{"cells": cells}]})
    return sheet, answer.json()["inserted"][0]["id"]


def test_an_entry_that_is_mine_is_expected_until_it_is_closed(cast: Cast, as_: Browser) -> None:
    bob = as_(cast.bob)
    sheet, row = enter(cast, bob, name="The ground is wet", owner=cast.bob.pk, due="2026-02-27")
    (one,) = of_kind(bob, "row")
    assert (one["title"]["en"], one["due"], one["when"]) == ("The ground is wet", "2026-02-27", "overdue")
    assert one["path"][-1] == "The project"
    assert one["does"] == f"/sheet/{sheet}?row=%22{sheet}.{row}%22&panel=true"
    assert one["why"]["data"] == {"sheet": "RAID log", "column": {"en": "Owner", "de": "Verantwortlich"}}
    patch(bob, sheet, {"op": "set", "row": row, "cells": {"status": "closed"}})
    assert of_kind(bob, "row") == []
    bob.post(f"/api/v1/sheets/{sheet}/undo", {}, content_type="application/json")
    assert len(of_kind(bob, "row")) == 1


def test_what_i_may_not_see_is_not_expected_of_me(cast: Cast, as_: Browser) -> None:
    enter(cast, as_(cast.bob), name="The ground is wet", owner=cast.charlie.pk, due="2026-03-04")
    assert expected(as_(cast.charlie))["items"] == []
    assert as_(None).get("/api/v1/expectations").status_code == 401


def test_a_task_is_mine_by_a_resource_that_bears_my_name(cast: Cast, as_: Browser, bridge: PlanPage) -> None:
    bob = as_(cast.bob)
    bridge.edit({"op": "settings", "values": {"resources": [{"id": 1, "name": "bob", "type": "work"}]}})
    bridge.set("Deck", assignments="bob")
    (one,) = of_kind(bob, "task")
    row = bridge.rows()["Deck"]
    assert (one["title"]["en"], one["due"], one["why"]["code"]) == ("Deck", row["finish"][:10], "assigned")
    bridge.set("Deck", percent_complete=100)
    assert of_kind(bob, "task") == []


def test_a_mention_waits_until_it_is_read(cast: Cast, as_: Browser) -> None:
    sheet, row = enter(cast, as_(cast.bob), name="The ground is wet")
    text = f"Look at this, @[Vera]({cast.vera.pk})"
    said = make_comment(actor_id=cast.bob.pk, sheet_id=sheet, row_id=row, text=text, at=NOW)
    vera = as_(cast.vera)
    (one,) = of_kind(vera, "mention")
    assert (one["when"], one["why"]["data"]["by"]) == ("undated", "Bob")
    vera.post("/api/v1/mentions/read", {"comment_ids": [said.comment.pk]}, content_type="application/json")
    assert of_kind(vera, "mention") == []


def test_a_manager_is_asked_for_a_status_that_grows_old(cast: Cast, as_: Browser, settings: Any) -> None:
    alice = as_(cast.alice)
    profile = alice.get(f"/api/v1/projects/{cast.project.pk}").json()["profile_id"]
    patch(alice, profile, {"op": "set", "row": cast.project.pk, "cells": {"manager": cast.alice.pk}})
    assert of_kind(alice, "status") == []
    settings.MILEPOST_NOW = NOW + timedelta(days=16)
    (one,) = of_kind(alice, "status")
    assert (one["due"], one["when"], one["does"]) == ("2026-03-16", "overdue", f"/projects/{cast.project.pk}?figure=status")
    stated = {"colour": "G", "reason": "On its way"}
    answer = alice.put(f"/api/v1/projects/{cast.project.pk}/stated-status", stated, content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert of_kind(alice, "status") == []


def test_a_request_waits_for_whoever_may_decide_it_and_not_for_who_asked(cast: Cast, as_: Browser) -> None:
    cells = {"name": "A bench", "cost": 5000}
    asked = ((1, cast.bob), (2, cast.bob), (3, cast.alice))
    rows = [NewRow(row, None, {**cells, "wanted_by": who.pk}) for row, who in asked]
    sheet = create_sheet(actor_id=cast.bob.pk, node_id=cast.programme.pk, kind="requests", name="Requests", at=NOW, rows=rows).sheet_id
    for row in Row.objects.filter(sheet_id=sheet, row_id__in=(2, 3)):
        Row.objects.filter(sheet_id=sheet, row_id=row.row_id).update(cells={**row.cells, "state": "approval"})
    waiting = {one["id"] for one in of_kind(as_(cast.alice), "request")}
    assert waiting == {f"request:{sheet}.1", f"request:{sheet}.2"}
    assert of_kind(as_(cast.bob), "request") == []


@pytest.mark.parametrize("count", [1, 60])
def test_the_queries_do_not_grow_with_what_is_expected(cast: Cast, as_: Browser, count: int) -> None:
    cells = {"owner": cast.bob.pk, "due": "2026-03-05"}
    rows = [NewRow(number, None, {"name": f"No. {number}", **cells}) for number in range(1, count + 1)]
    create_sheet(actor_id=cast.alice.pk, node_id=cast.project.pk, kind="raid", name="RAID log", at=NOW, rows=rows)
    bob = as_(cast.bob)
    expected(bob)
    with CaptureQueriesContext(connection) as asked:
        found = expected(bob)
    assert found["counts"]["week"] == count
    assert len(asked) <= 40
