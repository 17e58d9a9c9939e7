"""The database of the portfolio benchmark and its measurement; `portfolio.py` runs it once Django is set up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pydantic import TypeAdapter

from _machine import machine, show, timed, worked
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.create_organisation import create_organisation
from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.models import Node
from milepost.apps.planning.actions.create_plan import PlanWish, create_plan_from_file
from milepost.apps.planning.models import PlanFigures
from milepost.apps.planning.queries.portfolio import portfolio
from milepost.apps.planning.queries.words import Portfolio
from milepost.apps.sheets.models import Row, Sheet
from milepost.formats.mspdi.model import Link, PlanFile, Properties, Task
from milepost.kernel.ids import new_id

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
PROJECTS, TASKS = 1000, 200
HOUR = 3600


def plan() -> PlanFile:
    """A plan of 200 tasks in summaries of ten, each waiting for the one before it in its summary; a milestone ends every summary."""
    tasks = []
    for n in range(TASKS):
        summary, place = divmod(n, 10)
        above = None if place == 0 else summary * 10 + 1
        links = (Link(n),) if place > 1 else ()
        milestone = place == 9
        tasks.append(
            Task(
                n + 1,
                name=f"Task {n + 1}",
                parent=above,
                summary=place == 0,
                milestone=milestone,
                duration=0 if milestone else (place + 1) * 8 * HOUR,
                percent_complete=100 if summary < 5 and place else 0,
                actual_start=datetime(2026, 1, 5, 8) if summary < 5 and place else None,
                links=links,
                outline_level=1 if place == 0 else 2,
            )
        )
    return PlanFile(Properties(title="A plan", start=datetime(2026, 1, 5, 8), status_date=datetime(2026, 2, 27, 17)), tasks=tuple(tasks))


def fill() -> int:
    """One plan through the real action, then 999 more with rows of their own; the id of who sees them all."""
    owner = create_person(actor_id=None, email="bench@example.org", name="Bench", at=NOW, password=None).pk
    root = create_organisation(name="Bench", owner_id=owner, at=NOW)
    units = [create_node(actor_id=owner, parent_id=root.pk, kind="unit", name=f"Unit {n}", at=NOW) for n in range(10)]
    programmes = [
        create_node(actor_id=owner, parent_id=units[n % 10].pk, kind="programme", name=f"Programme {n}", at=NOW) for n in range(50)
    ]
    wish = PlanWish(baseline_now=True)
    made = create_plan_from_file(actor_id=owner, parent_id=programmes[0].pk, name="Project 0", plan=plan(), at=NOW, wish=wish)
    rows = list(Row.objects.filter(sheet_id=made.sheet_id))
    figures = PlanFigures.objects.get(sheet_id=made.sheet_id)
    for n in range(1, PROJECTS):
        node = create_node(actor_id=owner, parent_id=programmes[n % 50].pk, kind="project", name=f"Project {n}", at=NOW)
        copy_plan(node, rows, figures, n)
    return owner


def copy_plan(node: Node, rows: list[Row], figures: PlanFigures, n: int) -> None:
    """The same rows and figures as another plan, with a slip of its own."""
    sheet = Sheet.objects.create(node=node, kind="plan", name=node.name, seq=1, created_at=NOW)
    ids = {row.row_id: new_id() for row in rows}
    Row.objects.bulk_create(
        Row(sheet=sheet, row_id=ids[r.row_id], parent_id=ids.get(r.parent_id), position=r.position, cells=r.cells, seq=1) for r in rows
    )
    values = PlanFigures.objects.filter(pk=figures.pk).values().get()
    finish = datetime.fromisoformat(figures.finish) + timedelta(days=n % 40)
    values |= {"sheet_id": sheet.pk, "node_id": node.pk, "slip_seconds": n % 40 * 8 * HOUR, "finish": finish.isoformat(timespec="minutes")}
    PlanFigures.objects.create(**values)


def main() -> None:
    """Fill a database, ask for the page, print the figures."""
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        owner = fill()
    if connection.vendor == "sqlite":
        connection.cursor().execute("ANALYZE")
    writer = TypeAdapter(Portfolio)

    def page() -> bytes:
        return writer.dump_json(portfolio(actor_id=owner, node_id=None, at=NOW))

    first, _ = timed(page, rounds=1)
    with CaptureQueriesContext(connection) as queries:
        size = len(page())
    processor, median = worked(page)
    print(machine())
    print(
        f"{connection.vendor}: {PROJECTS:,} projects, {Row.objects.count():,} tasks, {len(queries)} queries, {size / 1024:,.0f} KB of JSON"
    )
    show("portfolio page data, least processor time of 15", processor, 150)
    print(f"  median by the clock: {median:,.0f} ms; the first one after a start, which judges every project anew: {first:,.0f} ms")
