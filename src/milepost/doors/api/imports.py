"""Imports: a dry run of an uploaded plan, then the import of what was checked."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Router, Schema
from pydantic import Field

from milepost.apps.planning.actions.create_plan import PlanWish
from milepost.apps.planning.actions.import_plan import CheckedUpload, IntoProject, NewProject, check_import, import_plan
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.clock import now, real_now
from milepost.kernel.errors import Invalid

router = Router(tags=["imports"])


class UploadRef(Schema):
    """Which upload."""

    upload_id: Id


class ChangedOut(Schema):
    """Something that was read otherwise than it was written."""

    code: str
    where: str
    message: str


class DroppedOut(Schema):
    """Elements of the file that Milepost does not use, as `Task/HideBar`, and how often they occur."""

    what: str
    count: int


class FindingOut(Schema):
    """Something to look at in the plan; `uids` are the file's own numbers of the tasks, a hundred at most, `count` is how many there are.

    `names` are those of the first tasks, and `data` what else stands in the sentence, for who says it in another language.
    """

    code: str
    severity: Literal["error", "warning", "advice"]
    uids: list[int]
    message: str
    names: list[str]
    count: int
    data: dict[str, str]


class ImportReport(Schema):
    """What an import will bring. Dates are the plan's wall clock; `finish` is computed, `file_finish` is what the file stores."""

    upload_id: int
    sha256: str
    report_id: int
    name: str
    tasks: int
    links: int
    resources: int
    calendars: int
    start: str
    finish: str
    file_finish: str | None
    finish_difference_seconds: int | None = Field(description="Working seconds from the stored to the computed finish.")
    compared: int = Field(description="Automatic tasks whose dates were compared with the stored ones.")
    same_dates: int
    status_date: str | None
    has_baseline: bool
    currency: str
    taken: dict[str, int]
    changed: list[ChangedOut]
    dropped: list[DroppedOut]
    findings: list[FindingOut]


class ImportIn(Schema):
    """What to import where: a new project `name` below `parent_id`, or the project `project_id`, which must not have a plan yet.

    `status_date` is wall clock without a zone; without it the file's counts.
    """

    upload_id: Id
    report_id: Id
    parent_id: Id | None = None
    name: Annotated[str | None, Field(min_length=1, max_length=200)] = None
    project_id: Id | None = None
    status_date: datetime | None = None
    baseline_now: bool = Field(False, description="Take the plan as it stands as baseline where the file has none.")


class ImportOut(Schema):
    """The project, its new plan, and the report that it was imported by."""

    project_id: int
    sheet_id: int
    report: ImportReport


@router.post("/imports/plans/check", response=ImportReport, operation_id="check_import")
def post_check(request: Request, body: UploadRef) -> dict[str, Any]:
    """Read and schedule an uploaded plan without writing anything: what would come in, and how its dates compare."""
    return check_import(actor_id=request.auth.id, upload_id=body.upload_id, at=real_now())


@router.post("/imports/plans", response={201: ImportOut}, operation_id="import_plan")
def post_import(request: Request, body: ImportIn) -> dict[str, Any]:
    """Create a project with the plan of an upload that was checked, or give that plan to a project which has none.

    Refused where the upload or its report is another one now, and where the project has a plan.
    """
    checked = CheckedUpload(body.upload_id, body.report_id)
    stated = body.status_date.replace(tzinfo=None) if body.status_date else None
    wish = PlanWish(status_date=stated, baseline_now=body.baseline_now)
    made = import_plan(actor_id=request.auth.id, checked=checked, to=_place(body), wish=wish, at=now(), real_at=real_now())
    return {"project_id": made.plan.project_id, "sheet_id": made.plan.sheet_id, "report": made.report}


def _place(body: ImportIn) -> NewProject | IntoProject:
    if body.project_id is not None and body.parent_id is None and body.name is None:
        return IntoProject(body.project_id)
    if body.project_id is None and body.parent_id is not None and body.name is not None:
        return NewProject(body.parent_id, body.name)
    raise Invalid(field="parent_id", reason="give either parent_id and name, or project_id")
