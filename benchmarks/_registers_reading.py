"""The database of the reading benchmark and its measurement; `registers.py` runs it once Django is set up."""

from __future__ import annotations

import itertools
import random
import resource
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from _machine import machine, show, worked
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.create_organisation import create_organisation
from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.models import Grant, Node
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.models import Change, Column, Row, Sheet
from milepost.apps.sheets.queries.across import kind_head, kind_rows
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.queries.register import register_rows
from milepost.apps.sheets.queries.window import asked
from milepost.apps.sheets.writing.bulk import upsert_rows
from milepost.engines.sheet import Row as ModelRow
from milepost.engines.sheet import Set
from milepost.engines.sheet.order import keys_between
from milepost.kernel.ids import new_id

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
PROJECTS, RISKS, ROWS, COLUMNS = 1000, 50, 20_000, 20
draw = random.Random(3)
counter = itertools.count(1)


def risk(number: int, owner: int) -> dict[str, Any]:
    """A risk as somebody fills it in."""
    probability, impact = draw.randint(1, 5), draw.randint(1, 5)
    return {
        "number": number,
        "name": f"Risk {number}: {draw.choice(['ground water', 'late permit', 'steel prices', 'a supplier fails'])}",
        "type": draw.choice(["risk", "issue", "assumption", "dependency"]),
        "status": draw.choice(["open", "closed", "in_progress"]),
        "probability": str(probability),
        "impact": str(impact),
        "score": probability * impact,
        "owner": owner,
        "due": f"2026-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
        "response": "Watch it, and tell the sponsor in time.",
    }


def make_sheet(node_id: int, kind: str, name: str, cells: list[dict[str, Any]]) -> int:
    """A sheet with rows written straight into the table: actions are not what is measured here."""
    sheet = Sheet.objects.create(node_id=node_id, kind=kind, name=name, seq=1, created_at=NOW)
    Change.objects.create(sheet=sheet, seq=1, at=NOW, kind="create")
    keys = keys_between(None, None, len(cells))
    upsert_rows(sheet.pk, 1, [ModelRow(new_id(), None, key, one) for key, one in zip(keys, cells, strict=True)])
    return sheet.pk


def build() -> tuple[int, int, list[int], int]:
    """Owner, programme manager of a tenth, the risk logs, and the large list."""
    call_command("migrate", verbosity=0)
    owner = create_person(actor_id=None, email="bench@example.org", name="Bench", at=NOW).pk
    root = create_organisation(name="Bench", owner_id=owner, at=NOW)
    programmes = [create_node(actor_id=owner, parent_id=root.pk, kind="programme", name=f"Programme {n}", at=NOW) for n in range(10)]
    with transaction.atomic():
        logs = []
        for number in range(PROJECTS):
            node = create_node(actor_id=owner, parent_id=programmes[number % 10].pk, kind="project", name=f"Project {number}", at=NOW)
            logs.append(make_sheet(node.pk, "raid", "RAID log", [risk(n, owner) for n in range(1, RISKS + 1)]))
        large = make_list(node.pk)
    some = create_person(actor_id=None, email="some@example.org", name="Some", at=NOW).pk
    Grant.objects.create(person_id=some, node_id=programmes[3].pk, role_id="viewer", granted_at=NOW)
    connection.cursor().execute("ANALYZE")
    return owner, some, logs, large


def make_list(node_id: int) -> int:
    """20,000 rows with a name and 19 columns of the sheet's own."""
    types = ["text", "number", "date", "check", "choice"]
    columns = {f"c{n}": types[n % 5] for n in range(1, COLUMNS)}
    value: dict[str, Callable[[int], Any]] = {
        "text": lambda n: f"Words of row {n}",
        "number": lambda n: n * 7 % 1000,
        "date": lambda n: f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}",
        "check": lambda n: n % 3 == 0,
        "choice": lambda n: "abc"[n % 3],
    }
    cells = [{"name": f"Row {n}", **{key: value[kind](n) for key, kind in columns.items()}} for n in range(ROWS)]
    sheet = make_sheet(node_id, "blank", "A long list", cells)
    for place, (key, kind) in enumerate(columns.items()):
        options = {"choices": ["a", "b", "c"]} if kind == "choice" else {}
        Column.objects.create(sheet_id=sheet, key=key, title=key, type=kind, position=place, options=options)
    return sheet


def new_filter() -> list[list[Any]]:
    """A filter that was not asked before."""
    return [["score", ">=", 9 + next(counter) / 10_000], ["status", "is", "open"]]


def across(actor_id: int, **query: Any) -> str:
    return kind_rows(actor_id=actor_id, kind="raid", node_id=None, ask=asked(**query), at=NOW)


def one(actor_id: int, sheet_id: int, **query: Any) -> str:
    return register_rows(actor_id=actor_id, sheet_id=sheet_id, ask=asked(**query), at=NOW)


def cold(work: Callable[[], object]) -> Callable[[], object]:
    def forgotten() -> object:
        rows_kept.clear()
        return work()

    return forgotten


def main() -> None:
    """Print what each question costs in processor time, for machines that others load as well."""
    print(machine(), connection.vendor)
    owner, some, logs, large = build()
    print(f"{Sheet.objects.count():,} sheets, {Row.objects.count():,} rows, {Node.objects.unscoped(reason='the size').count():,} nodes")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    read_across(owner, some)
    print(f"memory for what is kept: {(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:,.0f} MB")
    after_edits(owner, logs)
    read_large(owner, large)


def read_across(owner: int, some: int) -> None:
    show("50,000 rows across, first rows, cold", worked(cold(partial(across, owner)), rounds=3)[0], 3000)
    with CaptureQueriesContext(connection) as queries:
        across(owner, filter=new_filter())
    print(f"queries of a warm window: {len(queries)}")
    questions: list[tuple[str, Callable[[], dict[str, Any]]]] = [
        ("filtered by two columns", lambda: {"filter": new_filter()}),
        ("filtered and sorted by two", lambda: {"filter": new_filter(), "sort": [["score", "desc"], ["due", "asc"]]}),
        ("filtered and grouped", lambda: {"filter": new_filter(), "group": "type"}),
        ("all sorted by one", lambda: {"filter": [["score", ">", next(counter) / 10_000]], "sort": [["due", "asc"]]}),
        ("searched", lambda: {"search": f"water {'' if next(counter) % 2 else 'g'}", "filter": new_filter()}),
        ("next window of the same", lambda: {"filter": [["score", ">", 3]], "offset": 5000}),
    ]
    for name, query in questions:
        processor, clock = worked(lambda query=query: across(owner, **query()), rounds=7)
        show(f"50,000 rows across, {name} (by the clock {clock:,.0f} ms)", processor, 300)
    show("5,000 of them, for who sees a tenth", worked(lambda: across(some, filter=new_filter()), rounds=7)[0], 300)
    show("head across", worked(lambda: kind_head(actor_id=owner, kind="raid", node_id=None), rounds=7)[0], 300)
    show("as they were on a day", worked(lambda: across(owner, as_of="2026-03-02", filter=new_filter()), rounds=3)[0], 1000)


def after_edits(owner: int, logs: list[int]) -> None:
    def edited() -> None:
        across(owner, filter=new_filter())

    figures = []
    for log in logs[:5]:
        row = Row.objects.filter(sheet_id=log).values_list("row_id", flat=True)[0]
        change_sheet(actor_id=owner, sheet_id=log, ops=[Set(row, {"name": "Edited"})], client_op_id=None, base_seq=None, at=NOW)
        figures.append(worked(edited, rounds=1)[0])
    show("50,000 rows across, the first window after an edit in one sheet", sorted(figures)[2], 300)


def read_large(owner: int, large: int) -> None:
    show("20,000 x 20, first rows, cold", worked(cold(partial(one, owner, large)), rounds=3)[0], 500)
    show("20,000 x 20, rows in the middle, warm", worked(partial(one, owner, large, offset=10_000), rounds=7)[0], 50)
    filtered = worked(lambda: one(owner, large, filter=[["c1", ">", next(counter) / 10_000]], sort=[["c5", "desc"]]), rounds=7)[0]
    show("20,000 x 20, filtered and sorted, warm", filtered, 300)
