"""What only plans can do: why a row stands where it stands, baselines, indent and outdent, booked costs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.planning.actions.indent import indent_rows
from milepost.apps.planning.actions.post_actuals import ActualsEntry, post_actuals
from milepost.apps.planning.actions.set_baseline import set_baseline
from milepost.apps.planning.queries.driving import ChainStep, driving_steps
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.sheet_schemas import CallIn, ChangeOut
from milepost.doors.clock import now
from milepost.kernel.moments import format_moment

router = Router(tags=["plans"])
Most = Annotated[int, Field(ge=1, le=5000)]


class LinkOut(Schema):
    """A link by row ids: `kind` FS, SS, FF or SF; `lag` in seconds of work or elapsed time, or percent of the predecessor's duration."""

    predecessor: int
    successor: int
    kind: str
    lag: float
    lag_unit: str


class StepOut(Schema):
    """One step of a driving chain; `link` is the link by which the row is held, if it is one.

    `reason` is what holds it: project_start, project_finish, link, constraint, parent, child, manual, progress, levelling or
    as_late_as_possible.
    """

    row_id: int
    name: str
    start: str
    finish: str
    reason: str
    link: LinkOut | None


class ChainOut(Schema):
    """The steps from the project's start to the row, and how many of the first were left out."""

    steps: list[StepOut]
    left_out: int


class BaselineIn(CallIn):
    """A new baseline; without a name it gets its number."""

    name: Annotated[str, Field(max_length=200)] | None = None


class IndentIn(CallIn):
    """Rows that shall move one level in, or out."""

    rows: Annotated[list[Id], Field(min_length=1, max_length=5000)]


class ActualsIn(Schema):
    """Minutes and cost (minor units of the plan's currency) of a period, both days included; without `row_id` of the whole plan."""

    row_id: Id | None = None
    first: date
    last: date
    minutes: Annotated[int, Field(ge=-(10**9), le=10**9)] = 0
    cost: Annotated[int, Field(ge=-(10**15), le=10**15)] = 0


class ActualsList(Schema):
    """Entries to book: all of them, or none."""

    entries: Annotated[list[ActualsIn], Field(min_length=1, max_length=5000)]


class BookedOut(Schema):
    """How many entries were booked."""

    booked: int


@router.get("/sheets/{sheet_id}/rows/{row_id}/driving-chain", response=ChainOut, operation_id="get_driving_chain")
def get_driving_chain(request: Request, sheet_id: Id, row_id: Id, most: Query[Most | None] = None) -> dict[str, Any]:
    """Why the row stands where it stands: the chain of rows and links from the project's start to it, or the last `most` of them."""
    chain = driving_steps(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, most=most)
    return {"steps": [step_out(step) for step in chain.steps], "left_out": chain.left_out}


@router.post("/sheets/{sheet_id}/baseline", response=ChangeOut, operation_id="set_baseline")
def post_baseline(request: Request, sheet_id: Id, body: BaselineIn) -> dict[str, Any]:
    """Freeze the plan as it stands as its baseline. Undo lets the one before count again."""
    asked = {"name": body.name, "client_op_id": body.client_op_id}
    return asdict(set_baseline(actor_id=request.auth.id, sheet_id=sheet_id, at=now(), **asked))


@router.post("/sheets/{sheet_id}/indent", response=ChangeOut, operation_id="indent_rows")
def post_indent(request: Request, sheet_id: Id, body: IndentIn) -> dict[str, Any]:
    """Move rows one level in: below the row before them, with what stands below them."""
    return _moved(request, sheet_id, body, outwards=False)


@router.post("/sheets/{sheet_id}/outdent", response=ChangeOut, operation_id="outdent_rows")
def post_outdent(request: Request, sheet_id: Id, body: IndentIn) -> dict[str, Any]:
    """Move rows one level out: beside their summary, with what stands below them."""
    return _moved(request, sheet_id, body, outwards=True)


@router.post("/sheets/{sheet_id}/actuals", response={201: BookedOut}, operation_id="post_actuals")
def post_booked(request: Request, sheet_id: Id, body: ActualsList) -> dict[str, int]:
    """Book actual cost and hours on tasks, or on the plan as a whole; a correction is an entry with a minus."""
    entries = [ActualsEntry(**entry.model_dump()) for entry in body.entries]
    return {"booked": post_actuals(actor_id=request.auth.id, sheet_id=sheet_id, entries=entries, at=now())}


def step_out(step: ChainStep) -> dict[str, Any]:
    """A step of a driving chain as the API shows it."""
    shown = {"start": format_moment(step.start), "finish": format_moment(step.finish)}
    return {"row_id": step.row_id, "name": step.name, "reason": step.reason, "link": step.link and asdict(step.link), **shown}


def _moved(request: Request, sheet_id: int, body: IndentIn, *, outwards: bool) -> dict[str, Any]:
    at, call = now(), body.client_op_id
    moved = indent_rows(actor_id=request.auth.id, sheet_id=sheet_id, rows=body.rows, outwards=outwards, at=at, client_op_id=call)
    return asdict(moved)
