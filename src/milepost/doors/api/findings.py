"""What projects do not keep of their methods: counted, in pages, with what can be done about it; and the runs that look."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.method.actions.fix import fix
from milepost.apps.method.actions.look_again import look_again
from milepost.apps.method.actions.run_lint import ask_for_run
from milepost.apps.method.queries.findings import Wanted, findings_of, method_kept
from milepost.apps.method.queries.runs import run_of
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.paging import Paging
from milepost.doors.clock import now

router = Router(tags=["method"])
Severity = Literal["error", "warning", "advice"]
Key = Annotated[str, Field(max_length=80, pattern="^[a-z0-9_]+$")]


class AskingOut(Schema):
    """A policy or an artefact of the pack that holds for the project; texts by language. `procedure` tells how it is done."""

    key: str
    form: str = Field(description="policy, register, document, plan or report.")
    title: dict[str, str]
    why: dict[str, str]
    pack: str
    pack_title: dict[str, str]
    procedure: str | None
    procedure_title: dict[str, str]


class WaivedOut(Schema):
    """How the waiver of a finding stands."""

    id: int
    state: Literal["asked", "granted", "refused", "expired"]
    until: date | None


class UnkeptFixOut(Schema):
    """What can be done: the server makes what is missing (`fix_finding`), or the browser opens (`open`) what `what` says."""

    does: Literal["create_register", "create_document", "make_plan", "set_baseline", "open"]
    what: Literal["sheet", "row", "plan", "plan_row", "profile", "project", "method"] | None = None
    kind: str | None = None
    artefact: str | None = None
    sheet: int | None = None
    row: int | None = None
    role: str | None = None


class UnkeptOut(Schema):
    """Something that a project does not keep: `rule` with `data` makes the sentence, `asks` says what asks for it and why."""

    id: int
    node_id: int
    project: str
    rule: str
    key: str = Field(description="The policy or the artefact that asks; waivers are asked for it.")
    severity: Severity
    data: dict[str, Any]
    fix: UnkeptFixOut | None
    may_fix: bool
    may_ask: bool = Field(description="Whether you may ask for a waiver.")
    first_seen: datetime
    asks: AskingOut | None
    waiver: WaivedOut | None


class UnkeptPageOut(Schema):
    """A page of findings, the most severe first."""

    items: list[UnkeptOut]
    next_offset: int | None


class UnkeptGroupOut(Schema):
    """The findings of a rule (`key` is the rule) or of a project (`key` is its id): open ones by severity, waived ones, projects."""

    key: str
    name: str
    error: int
    warning: int
    advice: int
    waived: int
    projects: int


class KeptPlaceOut(Schema):
    """The node that was asked for."""

    id: int
    name: str
    kind: str


class MethodKeptOut(Schema):
    """How well the projects that you may see keep their method: `keeping` of `checked` have nothing open but advice.

    `unchecked` are asked nothing: no method holds there, or they are over or on hold.
    """

    node: KeptPlaceOut
    checked: int
    keeping: int
    unchecked: int
    open: dict[str, int] = Field(description="Open findings by severity.")
    waived: int
    since: datetime | None = Field(description="The oldest moment at which one of them was last looked at.")
    rules: list[UnkeptGroupOut]
    projects: list[UnkeptGroupOut]
    may_run: bool


class FindingsQuery(Paging):
    """What is asked for."""

    rule: Annotated[Key | None, Field(description="Only findings of this rule.")] = None
    severity: Annotated[Severity | None, Field(description="Only these.")] = None
    project: Annotated[Id | None, Field(description="Only of this project.")] = None
    state: Annotated[Literal["open", "waived", "all"], Field(description="Not waived ones, waived ones, or both.")] = "open"


class FixedOut(Schema):
    """What was done, and the sheet or the document that is there now."""

    did: str
    sheet_id: int | None
    document_id: int | None


class LintRunOut(Schema):
    """A run of the linter: `done` of `total` projects were looked at; `appeared` and `went` count findings."""

    id: int
    node_id: int
    state: Literal["waiting", "running", "done"]
    total: int
    done: int
    appeared: int
    went: int
    asked_at: datetime
    finished_at: datetime | None


@router.get("/nodes/{node_id}/method-kept", response=MethodKeptOut, operation_id="get_method_kept")
def get_method_kept(request: Request, node_id: Id) -> dict[str, Any]:
    """How the projects at and below a node that you may see keep their methods, by rule and by project."""
    look_again(actor_id=request.auth.id, node_id=node_id, at=now())
    return asdict(method_kept(actor_id=request.auth.id, node_id=node_id, at=now()))


@router.get("/nodes/{node_id}/findings", response=UnkeptPageOut, operation_id="list_findings")
def list_findings(request: Request, node_id: Id, query: Query[FindingsQuery]) -> dict[str, Any]:
    """What the projects at and below a node that you may see do not keep."""
    wanted = Wanted(query.rule, query.severity, query.project, query.state)
    found = findings_of(actor_id=request.auth.id, node_id=node_id, wanted=wanted, at=now(), **query.ask)
    page, next_offset = query.cut(found)
    return {"items": [asdict(one) for one in page], "next_offset": next_offset}


@router.post("/findings/{finding_id}/fix", response=FixedOut, operation_id="fix_finding")
def fix_finding(request: Request, finding_id: Id) -> dict[str, Any]:
    """Make what is missing: the register, the document from its template, the plan, the baseline. By your own rights."""
    return asdict(fix(actor_id=request.auth.id, finding_id=finding_id, at=now()))


@router.post("/nodes/{node_id}/lint", response={202: LintRunOut}, operation_id="lint_node")
def lint_node(request: Request, node_id: Id) -> dict[str, Any]:
    """Hold all projects at and below a node against their methods, in the background."""
    run_id = ask_for_run(actor_id=request.auth.id, node_id=node_id, at=now())
    return asdict(run_of(actor_id=request.auth.id, run_id=run_id))


@router.get("/lint-runs/{run_id}", response=LintRunOut, operation_id="get_lint_run")
def get_lint_run(request: Request, run_id: Id) -> dict[str, Any]:
    """How far a run is."""
    return asdict(run_of(actor_id=request.auth.id, run_id=run_id))
