"""Every kind of register, for every role and a stranger: who may read, edit and take it out, may; nobody else learns of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.by_node import sheets_at
from milepost.apps.sheets.kinds import registry
from milepost.apps.sheets.kinds.acts import asked_of
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import Row
from milepost.apps.sheets.row_names import primary_key
from milepost.engines.sheet import NewRow
from tests.architecture.test_rights import BITS, NOTHING, OPERATIONS, PEOPLE, browser_of, sign_in
from tests.cast import NOW, gather

KINDS = sorted([*registry.wanted(), "plan"])
EXPORTS = [name for name, (method, path, _) in OPERATIONS.items() if method == "get" and path.endswith("/sheets/{sheet_id}/export")]
READS = (
    ("GET", "sheets/{sheet}", None),
    ("GET", "sheets/{sheet}/head", None),
    ("POST", "sheets/{sheet}/rows", {"sort": [["{name}", "asc"]]}),
    ("POST", "sheets/{sheet}/rows", {"as_of": "2026-03-02"}),
    ("POST", "sheets/{sheet}/aggregate", {"keys": ["{name}"]}),
    ("GET", "sheets/{sheet}/changes?since=0", None),
    ("GET", "sheets/{sheet}/activity", None),
    ("GET", "views?sheet={sheet}", None),
    ("GET", "registers/{kind}/head?node={node}", None),
    ("POST", "registers/{kind}/rows?node={node}", {}),
    ("POST", "registers/{kind}/aggregate?node={node}", {"keys": ["{name}"]}),
    *((("GET", "sheets/{sheet}/export?format=json", None), ("GET", "sheets/{sheet}/export?format=csv", None)) if EXPORTS else ()),
)
SECRET = "Kept from strangers"
Place = dict[str, Any]


@pytest.fixture(scope="module")
def built(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """A project with a register of each kind, made once for all tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _build()
        transaction.set_rollback(True)


@pytest.fixture
def world(built: dict[str, Any], db: None) -> dict[str, Any]:
    """The world as it was built: what a test does to it is rolled back."""
    return built


def _build() -> dict[str, Any]:
    cast = gather()
    for person, role in ((cast.mona, "manager"), (cast.cora, "contributor")):
        grant_role(actor_id=cast.alice.pk, person_id=person.pk, node_id=cast.programme.pk, role=role, at=NOW)
    places = {kind: _place(cast.alice.pk, cast.project.pk, kind) for kind in KINDS}
    return {"places": places, "cookies": sign_in({name: getattr(cast, name) for name in (*PEOPLE, "charlie")})}


def _place(alice: int, node: int, kind: str) -> Place:
    """A register with two rows; the profile of a project is there already."""
    columns = kind_named(kind).columns
    name = primary_key(columns)
    # To name a project is more than to edit its profile.
    text = [name, *(column.key for column in columns if column.type == "text" and not column.computed)][-1]
    sheet = sheets_at([node], kind=kind).get(node)
    if sheet is None:
        rows = (NewRow(1, None, {name: SECRET}), NewRow(2, None, {name: SECRET}))
        sheet = create_sheet(actor_id=alice, node_id=node, kind=kind, name=SECRET, rows=rows, at=NOW).sheet_id
    row = Row.objects.filter(sheet_id=sheet).order_by("row_id").values_list("row_id", flat=True)[0]
    return {"kind": kind, "sheet": sheet, "node": node, "name": name, "text": text, "row": row}


def _ask(browser: Client, method: str, path: str, body: Any, place: Place) -> Any:
    text = "" if body is None else json.dumps(body).replace("{name}", place["name"])
    return browser.generic(method, f"/api/v1/{path.format(**place)}", text, "application/json")


def _edits(place: Place) -> dict[str, dict[str, Any]]:
    return {
        "edit": {"op": "set", "row": place["row"], "cells": {place["text"]: "Other words"}},
        "insert": {"op": "insert", "cells": {place["name"]: "One more"}},
        "delete": {"op": "delete", "rows": [place["row"]]},
    }


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("kind", KINDS)
def test_a_role_reads_and_writes_what_it_says(kind: str, name: str, world: dict[str, Any]) -> None:
    place, browser, bits = world["places"][kind], browser_of(world, name), BITS[PEOPLE[name]]
    for method, path, body in READS:
        answer = _ask(browser, method, path, body, place)
        assert answer.status_code == 200, (path, answer.content)
    asked = asked_of(kind_named(kind))
    head = _ask(browser, "GET", "sheets/{sheet}/head", None, place).json()
    for act, op in _edits(place).items():
        may = bool(bits & Capability.EDIT and bits & asked.get(act, Capability.EDIT))
        assert (act in head["may"]) == may
        answer = _ask(browser, "PATCH", "sheets/{sheet}", {"ops": [op]}, place)
        # A profile stands and falls with its project: who might write to it is refused for that reason, and not for want of a right.
        assert (answer.status_code != 403) == may, (act, answer.content)
        assert answer.status_code == 200 or not may or kind == "project", (act, answer.content)


@pytest.mark.parametrize("kind", KINDS)
def test_a_stranger_learns_nothing_of_a_register(kind: str, world: dict[str, Any]) -> None:
    place, charlie = world["places"][kind], browser_of(world, "charlie")
    nowhere = {**place, "sheet": NOTHING, "node": NOTHING, "row": NOTHING}
    calls = [*READS, *(("PATCH", "sheets/{sheet}", {"ops": [op]}) for op in _edits(place).values())]
    for method, path, body in calls:
        answer, nothing = (_ask(charlie, method, path, body, where) for where in (place, nowhere))
        assert (answer.status_code, answer.json()) == (404, nothing.json()), path
    everywhere = _ask(charlie, "POST", "registers/{kind}/rows", {}, place).json()
    assert (everywhere["total"], everywhere["rows"], everywhere["names"], everywhere["links"]) == (0, [], {}, {})
