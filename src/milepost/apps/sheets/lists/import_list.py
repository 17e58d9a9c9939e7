"""Bring a list in that was checked: begun by one call, then part after part, each one transaction; what was killed goes on.

Every part can be repeated: rows of a register have ids that follow from the import and their line, and their changes a name of their
own; projects are found again by their key.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from milepost.apps.sheets.access import own_upload
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.lists import into_projects, into_sheet, kept_plans
from milepost.apps.sheets.lists.columns_made import make_columns
from milepost.apps.sheets.lists.compare import counts, parents_first
from milepost.apps.sheets.lists.errors import CheckListFirst, ListOver, NothingToImport
from milepost.apps.sheets.lists.people import make_people
from milepost.apps.sheets.lists.plan import Plan, plan_list, target_of
from milepost.apps.sheets.lists.progress import Progress, own_import, progress_of, told
from milepost.apps.sheets.models import ListImport, ListState, Upload
from milepost.kernel.errors import NotFound
from milepost.kernel.ids import new_id

RIGHT = "right"


class _Elsewhere(Exception):
    """Another call goes on with the import; never leaves this module."""


def start_import(*, actor_id: int, upload_id: int, report_id: int, what: str, at: datetime, real_at: datetime) -> Progress:
    """Begin the import of a list as it was checked; `what` is `all`, or `right`: only rows without doubts.

    Raises NotFound, CheckListFirst where the file or its report is another one now, and NothingToImport.
    """
    upload = own_upload(actor_id, upload_id, real_at)
    report = _checked(upload, report_id)
    rows = report["rows"]["right" if what == RIGHT else "all"]
    if not rows["new"] + rows["changed"] + rows["same"]:
        raise NothingToImport
    begun = ListImport.objects.create(
        id=new_id(),
        owner_id=actor_id,
        upload_id=upload.pk,
        name=upload.name,
        sha256=upload.sha256,
        node_id=report["node_id"],
        sheet_id=report["sheet_id"],
        kind=report["kind"],
        options=report["options"],
        what=what,
        total=rows["total"],
        created_at=at,
        changed_at=real_at,
    )
    return told(begun, real_at)


def go_on(*, actor_id: int, import_id: int, at: datetime, real_at: datetime) -> Iterator[Progress]:
    """Bring in one part after the other, as long as the caller asks for the next; before the first and after each, how far it is.

    Two calls never bring in the same part: where another one goes on with it meanwhile, this one ends. Raises NotFound, ListOver,
    CheckListFirst where the upload is gone or another one, and what single writes refuse: then the parts before stand, and nothing
    of this one.
    """
    begun = own_import(actor_id, import_id)
    if begun.state != ListState.RUNNING:
        raise ListOver
    ListImport.objects.filter(id=import_id, state=ListState.RUNNING).update(changed_at=real_at)
    begun.changed_at = real_at
    try:
        yield from _parts(begun, at, real_at)
    except _Elsewhere:
        yield progress_of(actor_id=actor_id, import_id=import_id, real_at=real_at)


def _parts(begun: ListImport, at: datetime, real_at: datetime) -> Iterator[Progress]:
    plan = kept_plans.taken(begun.pk, begun.done, real_at)
    if plan is None:
        plan = _planned(begun, real_at)
        if _make_what_is_missing(begun, plan, at):
            plan = _planned(begun, real_at)
    yield told(begun, real_at)
    parts = _projects(begun, plan, at) if plan.places is not None else _rows(begun, plan, at)
    try:
        for _ in parts:
            yield told(begun, real_at)
    except GeneratorExit:
        # Whoever asks for no more parts now may do so in a moment.
        kept_plans.keep(begun.pk, begun.done, plan, real_at)
        raise
    with _turn(begun):
        begun.state = ListState.DONE
        begun.save(update_fields=["state"])
    yield told(begun, real_at)


def _checked(upload: Upload, report_id: int) -> dict[str, Any]:
    report = upload.report
    if not report or report.get("report_id") != report_id or report.get("sha256") != upload.sha256 or "makes" not in report:
        raise CheckListFirst
    return dict(report)


def _planned(begun: ListImport, real_at: datetime) -> Plan:
    target = target_of(begun.owner_id, node_id=begun.node_id, sheet_id=begun.sheet_id, kind=begun.kind)
    try:
        upload, plan = plan_list(begun.owner_id, begun.upload_id, target, begun.options, real_at)
    except NotFound:
        raise CheckListFirst from None
    if upload.sha256 != begun.sha256:
        raise CheckListFirst
    return plan


def _make_what_is_missing(begun: ListImport, plan: Plan, at: datetime) -> bool:
    """The register, its columns and the people: before the first row, each once. Whether the plan named people who were not there yet."""
    if begun.made.get("ready"):
        return False
    with _turn(begun):
        make_people(plan.people.made.items(), actor_id=begun.owner_id, at=at)
    if plan.places is None and begun.sheet_id is None:
        _make_register(begun, plan, at)
    begun.made["columns"] = make_columns(plan, begun.sheet_id, partial(_turn, begun), import_id=begun.pk, actor_id=begun.owner_id, at=at)
    begun.made["ready"] = True
    with _turn(begun):
        begun.save(update_fields=["made"])
    return bool(plan.people.made)


def _make_register(begun: ListImport, plan: Plan, at: datetime) -> None:
    stem = begun.name.rpartition(".")[0] or begun.name
    name = " ".join((plan.options.name or plan.understood.table.name or stem).split())[:200] or "List"
    with _turn(begun):
        made = create_sheet(actor_id=begun.owner_id, node_id=begun.node_id, kind=begun.kind, name=name, at=at)
        begun.sheet_id = begun.made["register"] = made.sheet_id
        begun.save(update_fields=["sheet_id", "made"])


def _rows(begun: ListImport, plan: Plan, at: datetime) -> Iterator[None]:
    outcomes = parents_first(plan.outcomes(only_right=begun.what == RIGHT))
    keys = begun.made["columns"]
    if not begun.counts:
        begun.counts = {**counts(outcomes), "reports": 0}
    ids, size = into_sheet.row_ids(begun.pk, outcomes), into_sheet.PART
    for number in range(-(-begun.done // size), -(-len(outcomes) // size)):
        assert begun.sheet_id is not None
        part = into_sheet.Part(begun.pk, number, outcomes[number * size : (number + 1) * size], ids, keys)
        with _turn(begun):
            seq = into_sheet.write_part(part, actor_id=begun.owner_id, sheet_id=begun.sheet_id, at=at)
            begun.changes += [] if seq is None else [seq]
            begun.done = min(len(outcomes), (number + 1) * size)
            begun.save(update_fields=["changes", "done", "counts"])
        yield


def _projects(begun: ListImport, plan: Plan, at: datetime) -> Iterator[None]:
    assert plan.places is not None
    projects = plan.histories(only_right=begun.what == RIGHT)
    size = into_projects.PART
    writer = into_projects.writer_of(actor_id=begun.owner_id, at=at, name_key=plan.name_key, keys=begun.made["columns"])
    if not begun.counts:
        skipped = sum(not one.reports for one in projects)
        begun.counts = {"total": len(projects), "new": 0, "changed": 0, "same": 0, "skipped": skipped, "doubtful": 0, "reports": 0}
    for first in range(begun.done, len(projects), size):
        with _turn(begun):
            some = projects[first : first + size]
            written = into_projects.write_projects(some, plan.places, writer)
            begun.counts = {**begun.counts, **{state: begun.counts[state] + count for state, count in written.counts.items()}}
            begun.done = first + len(some)
            _note(begun, written)
            begun.save(update_fields=["done", "counts", "made"])
        yield


@contextmanager
def _turn(begun: ListImport) -> Iterator[None]:
    """A transaction of one's own, with the import locked. Raises _Elsewhere where it does not stand as this call left it: a page that is
    loaded again goes on with an import while the server is still busy with the call before."""
    with transaction.atomic(durable=True):
        stands = ListImport.objects.select_for_update().filter(id=begun.pk).values_list("state", "done", "sheet_id").first()
        if stands != (ListState.RUNNING, begun.done, begun.sheet_id):
            raise _Elsewhere
        yield


def _note(begun: ListImport, written: into_projects.Written) -> None:
    """Keep what an undo has to take back."""
    begun.made["nodes"] = [*begun.made.get("nodes", ()), *written.nodes]
    begun.made["profiles"] = {**begun.made.get("profiles", {}), **{str(sheet): seqs for sheet, seqs in written.profiles.items()}}
