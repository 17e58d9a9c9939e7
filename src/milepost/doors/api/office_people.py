"""Who does what in an office: roles, reporting lines, responsibilities by process, and the bench."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from ninja import Path, Router, Schema
from pydantic import Field

from milepost.apps.office.actions.people import end_office_role, give_office_role, report_to
from milepost.apps.office.actions.share_out import share_out
from milepost.apps.office.queries.bench import bench
from milepost.apps.office.queries.detail import office_detail
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.office_schemas import LettersIn, OfficeOut, OfficeRoleIn, ReportsIn, Role
from milepost.doors.clock import now

router = Router(tags=["offices"])
Process = Annotated[str, Field(min_length=1, max_length=60)]


class RunOut(Schema):
    """A project that somebody runs."""

    id: int
    name: str


class OnBenchOut(Schema):
    """A project manager of the office, with the open projects that they manage, of those that you may see."""

    person_id: int
    name: str
    active: bool
    projects: list[RunOut]


class BenchOut(Schema):
    """The bench, who has least to run first."""

    items: list[OnBenchOut]


@router.post("/offices/{office_id}/roles", response={201: OfficeOut}, operation_id="give_office_role")
def post_role(request: Request, office_id: Id, body: OfficeRoleIn) -> dict[str, Any]:
    """Give somebody a role in an office. What they may do where is granted at nodes, not by this."""
    give_office_role(actor_id=request.auth.id, office_id=office_id, at=now(), **body.dict())
    return _told(request, office_id)


@router.delete("/offices/{office_id}/roles/{office_role}/{person_id}", response={204: None}, operation_id="end_office_role")
def remove_role(request: Request, office_id: Id, office_role: Role, person_id: Id) -> None:
    """End somebody's role in an office."""
    end_office_role(actor_id=request.auth.id, office_id=office_id, person_id=person_id, role=office_role, at=now())


@router.put("/offices/{office_id}/reporting", response=OfficeOut, operation_id="report_to")
def put_reporting(request: Request, office_id: Id, body: ReportsIn) -> dict[str, Any]:
    """Say to whom somebody reports in matters of the office."""
    report_to(actor_id=request.auth.id, office_id=office_id, at=now(), **body.dict())
    return _told(request, office_id)


@router.put("/offices/{office_id}/raci/{process}", response=OfficeOut, operation_id="share_out")
def put_letters(request: Request, office_id: Id, process: Path[Process], body: LettersIn) -> dict[str, Any]:
    """Share out a process: exactly one role accountable, at least one responsible."""
    letters = {str(role): its for role, its in body.letters.items()}
    share_out(actor_id=request.auth.id, office_id=office_id, process=process, letters=letters, at=now())
    return _told(request, office_id)


@router.get("/offices/{office_id}/bench", response=BenchOut, operation_id="list_bench")
def list_bench(request: Request, office_id: Id) -> dict[str, Any]:
    """The project managers of an office, and how much each runs."""
    return {"items": [asdict(one) for one in bench(request.auth.id, office_id)]}


def _told(request: Request, office_id: int) -> dict[str, Any]:
    return asdict(office_detail(request.auth.id, office_id))
