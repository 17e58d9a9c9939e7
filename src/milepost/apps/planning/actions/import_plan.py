"""Import a plan file: first a dry run that is kept beside the upload, then the import of what was checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.planning.actions.create_plan import NewPlan, PlanWish, create_plan_from_file, create_plan_in_project
from milepost.apps.planning.bridge.drawn_up import draw_up
from milepost.apps.planning.errors import CheckFirst
from milepost.apps.planning.files.scheduled import opened
from milepost.apps.planning.import_report import report_on
from milepost.apps.sheets.actions.uploads import keep_report, upload_content
from milepost.apps.sheets.models import Upload
from milepost.kernel.ids import new_id


@dataclass(frozen=True, slots=True)
class CheckedUpload:
    """Which upload, and which report on it the person has seen."""

    upload_id: int
    report_id: int


@dataclass(frozen=True, slots=True)
class NewProject:
    """The plan becomes a project of its own below a node."""

    parent_id: int
    name: str


@dataclass(frozen=True, slots=True)
class IntoProject:
    """The plan becomes that of a project which is there and has none yet."""

    project_id: int


@dataclass(frozen=True, slots=True)
class Imported:
    """Where the new plan is, and the report that it was imported by."""

    plan: NewPlan
    report: dict[str, Any]


def check_import(*, actor_id: int, upload_id: int, at: datetime) -> dict[str, Any]:
    """Read and schedule an uploaded plan without writing a plan; the report is kept beside the upload. `at` is the real moment.

    Raises NotFound, what the reader of the file refuses, LoopFound, and what the file's calendars refuse.
    """
    upload, data = upload_content(actor_id=actor_id, upload_id=upload_id, at=at)
    plan, read = opened(data)
    found = report_on(plan, read, draw_up(plan, currency=organisation_or_default().currency))
    found["name"] = found["name"] or _stem(upload.name)
    report = {"upload_id": upload.pk, "sha256": upload.sha256, "report_id": new_id(), **found}
    keep_report(actor_id=actor_id, upload_id=upload_id, report=report, at=at)
    return report


def import_plan(
    *, actor_id: int, checked: CheckedUpload, to: NewProject | IntoProject, wish: PlanWish, at: datetime, real_at: datetime
) -> Imported:
    """Write the plan that was checked, into a new project or one without a plan: all of it or nothing.

    Raises NotFound, NotAllowed and BadPlace for the place, PlanThere for a project that has a plan, CheckFirst where the file or its
    report is not the one that was looked at.
    """
    node_for(actor_id, to.project_id if isinstance(to, IntoProject) else to.parent_id, Capability.CREATE)
    upload, data = upload_content(actor_id=actor_id, upload_id=checked.upload_id, at=real_at)
    report = _report(upload, checked)
    plan, _ = opened(data)
    # The file is read before the transaction begins: no lock waits for a child process.
    with transaction.atomic(durable=True):
        if isinstance(to, IntoProject):
            made = create_plan_in_project(actor_id=actor_id, project_id=to.project_id, plan=plan, at=at, wish=wish)
        else:
            made = create_plan_from_file(actor_id=actor_id, parent_id=to.parent_id, name=to.name, plan=plan, at=at, wish=wish)
    return Imported(made, report)


def _report(upload: Upload, checked: CheckedUpload) -> dict[str, Any]:
    report = upload.report
    if not report or report.get("report_id") != checked.report_id or report.get("sha256") != upload.sha256:
        raise CheckFirst
    return dict(report)


def _stem(name: str) -> str:
    return name.removesuffix(".gz").removesuffix(".xml")
