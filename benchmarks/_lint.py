"""The database of the linter's benchmark and its measurement; `lint.py` runs it once Django is set up."""

from __future__ import annotations

import time
from hashlib import sha256

from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from _machine import machine, show, worked
from _portfolio_page import NOW, PROJECTS, fill
from milepost.apps.method.actions import run_lint
from milepost.apps.method.actions.lint import AT_ONCE, lint, look_at
from milepost.apps.method.models import Adoption, Finding, LintRun, Pack, PackVersion
from milepost.apps.method.packs.shipped import shipped
from milepost.apps.method.queries.findings import Wanted, findings_of, method_kept
from milepost.apps.org.models import Node
from milepost.apps.sheets.models import Row, Sheet

_RISKS = 10


def adopt() -> int:
    """The shipped pack for controlling offices holds at the root, which is returned."""
    root = Node.objects.unscoped(reason="a benchmark").get(parent=None)
    text, _ = shipped()["controlling"]
    pack, _ = Pack.objects.get_or_create(key="controlling", defaults={"origin": "shipped", "created_at": NOW})
    values = {"digest": sha256(text.encode()).hexdigest(), "text": text, "state": "released", "at": NOW}
    version = PackVersion.objects.filter(pack=pack).last() or PackVersion.objects.create(pack=pack, number=1, **values)
    Adoption.objects.create(node=root, version=version, at=NOW)
    return root.pk


def log_risks(ids: list[int]) -> None:
    """A RAID log for each project; every third risk is a bad one without owner and response."""
    for n, node_id in enumerate(ids):
        sheet = Sheet.objects.create(node_id=node_id, kind="raid", name="Log", seq=1, created_at=NOW)
        rows = [{"name": f"Risk {k}", "type": "risk", "status": "open", "score": 16 if (n + k) % 3 == 0 else 6} for k in range(_RISKS)]
        Row.objects.bulk_create(Row(sheet=sheet, row_id=k + 1, position=f"a{k}", cells=cells, seq=1) for k, cells in enumerate(rows))


def run(root: int) -> tuple[float, float, float]:
    """Seconds of a whole run, by the processor and by the clock, and the longest that one of its transactions took, by the processor."""
    run_id = run_lint.begin_run(root, None, NOW)
    held: list[float] = []
    keep = run_lint.keep

    def measured(*given: object, **named: object) -> object:
        begun = time.process_time()
        try:
            return keep(*given, **named)
        finally:
            held.append(time.process_time() - begun)

    run_lint.keep = measured
    processor, clock = time.process_time(), time.perf_counter()
    while LintRun.objects.get(id=run_id).state != "done":
        run_lint.work_on_runs(at=NOW)
    took = time.process_time() - processor, time.perf_counter() - clock
    run_lint.keep = keep
    return *took, max(held)


def main() -> None:
    """Fill a database, hold it against the method twice, print the figures."""
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        owner = fill()
        ids = list(Node.objects.unscoped(reason="a benchmark").filter(kind="project").values_list("id", flat=True))
        log_risks(ids)
        root = adopt()
    if connection.vendor == "sqlite":
        connection.cursor().execute("ANALYZE")
    print(machine())
    first, first_by_clock, longest = run(root)
    again, again_by_clock, _ = run(root)
    with CaptureQueriesContext(connection) as queries:
        look_at(ids[:AT_ONCE], at=NOW)
    tasks, findings = Row.objects.filter(sheet__kind="plan").count(), Finding.objects.count()
    print(
        f"{connection.vendor}: {PROJECTS:,} projects, {tasks:,} tasks, {findings:,} findings, {len(queries)} queries for {AT_ONCE} projects"
    )
    show("a run in which every finding is new, processor time", first * 1000, 10_000)
    show("a run in which nothing changed, processor time", again * 1000, 10_000)
    print(f"  by the clock, beside whatever else the machine does: {first_by_clock:,.1f} s and {again_by_clock:,.1f} s")
    show("the longest that a writer waits for it", longest * 1000, 200)
    show("one project, after an edit", worked(lambda: lint(ids[:1], at=NOW))[0], 100)
    show("page of all projects, head", worked(lambda: method_kept(actor_id=owner, node_id=root, at=NOW))[0], 200)
    page = {"actor_id": owner, "node_id": root, "wanted": Wanted(), "at": NOW, "limit": 200, "offset": 0}
    show("page of all projects, first 200 findings", worked(lambda: findings_of(**page))[0], 200)
