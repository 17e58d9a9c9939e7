"""The database of the benchmark of requests and its measurement; `intake.py` runs it once Django is set up."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import Any

from django.core.management import call_command

from _machine import machine, show, worked
from milepost.apps.intake.queries.board import Filter, board
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.create_organisation import create_organisation
from milepost.apps.org.actions.create_person import create_person
from milepost.apps.sheets.models import Change, Row, Sheet
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.search.index import index_sheet
from milepost.apps.sheets.writing.bulk import upsert_rows
from milepost.engines.sheet import Row as ModelRow
from milepost.engines.sheet.order import keys_between
from milepost.kernel.ids import new_id

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
REQUESTS, UNITS = 5000, 10
draw = random.Random(4)
_VERBS, _THINGS = ["Renew", "Measure", "Move", "Automate"], ["pumps", "bills", "mains", "reports"]


def request(number: int, owner: int) -> dict[str, Any]:
    """A request as somebody makes it."""
    state = draw.choice(["new", "case", "case", "approval", "approved", "started", "rejected", "deferred"])
    return {
        "number": number,
        "name": f"{draw.choice(_VERBS)} the {draw.choice(_THINGS)} {number}",
        "state": state,
        "need": "It breaks twice a year, and each time costs a week of the crew and the patience of two thousand customers.",
        "wanted_by": owner,
        "unit": draw.choice(["Networks", "Finance", "Digital"]),
        "category": draw.choice(["growth", "saving", "duty", "upkeep", "renewal"]),
        "cost": draw.randint(5, 900) * 1000,
        "value": draw.randint(-50, 900) * 1000,
        "score": round(draw.random() * 100, 2),
        "asked_on": f"2026-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}T08:00:00+00:00",
    }


def build() -> tuple[int, int]:
    """Ten units with 500 requests each; who owns all, and the root."""
    call_command("migrate", verbosity=0)
    owner = create_person(actor_id=None, email="o@example.org", name="O", at=NOW, password="a-bridge-of-many-stones").pk
    root = create_organisation(name="Bench", owner_id=owner, at=NOW).pk
    for unit in range(UNITS):
        node = create_node(actor_id=owner, parent_id=root, kind="unit", name=f"Unit {unit}", at=NOW).pk
        sheet = Sheet.objects.create(node_id=node, kind="requests", name="Requests", seq=1, created_at=NOW)
        Change.objects.create(sheet=sheet, seq=1, at=NOW, kind="create")
        count = REQUESTS // UNITS
        keys = keys_between(None, None, count)
        cells = (request(unit * count + number, owner) for number in range(1, count + 1))
        upsert_rows(sheet.pk, 1, (ModelRow(new_id(), None, key, one) for key, one in zip(keys, cells, strict=True)))
        index_sheet(sheet)
    return owner, root


def main() -> None:
    """Build, measure, print."""
    print(machine())
    owner, root = build()
    print(f"{Row.objects.count():,} requests in {UNITS} registers")
    asks = {
        "all of them, the first 1,000 told": Filter(limit=1000),
        "those that wait for approval": Filter(states=("approval",)),
        "one category and two words": Filter(category="saving", words="renew pumps"),
        "those that wait for me": Filter(who="me"),
    }
    rows_kept.clear()
    _, cold = worked(lambda: board(actor_id=owner, node_id=root, wanted=Filter(), at=NOW), rounds=1)
    show("cold: the first request of a process", cold, 1000)
    for what, wanted in asks.items():
        least, median = worked(lambda wanted=wanted: board(actor_id=owner, node_id=root, wanted=wanted, at=NOW))
        print(f"  by the clock {median:,.0f} ms")
        show(f"warm, processor: {what}", least, 200)
