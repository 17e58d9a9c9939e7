"""What the API says of offices."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from milepost.doors.api.ids import Id

Type = Literal["supportive", "controlling", "directive"]
Place = Literal["enterprise", "division", "department", "portfolio", "programme", "project"]
Role = Literal[
    "director",
    "analyst",
    "portfolio_manager",
    "programme_manager",
    "project_manager",
    "scheduler",
    "resource_manager",
    "trainer",
    "partner",
    "sponsor",
    "steering_committee",
    "department_lead",
    "client",
]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Text = Annotated[str, Field(max_length=20_000)]
Line = Annotated[str, Field(max_length=400)]
Aim = Literal["oversight", "on_time", "on_budget", "right_projects", "capacity", "consistency", "skills", "results", "surprises", "deliver"]
Objective = Annotated[list[Id], Field(min_length=2, max_length=2, description="The sheet and the row of a register of objectives.")]


class OfficePersonOut(Schema):
    """A person; `active` is false for somebody who left."""

    id: int
    name: str
    active: bool


class BriefOut(Schema):
    """An office by name."""

    id: int
    node_id: int
    name: str
    type: Type


class ResponsibleOut(Schema):
    """The office that is responsible for a place, if any; `own` where it was founded right there, `visible` where you may open it."""

    office: BriefOut | None
    own: bool
    visible: bool
    may_found: bool


class OfficeRowOut(Schema):
    """An office in the list; `hub_id` names another one of the list."""

    id: int
    node_id: int
    node_name: str
    node_kind: str
    path: list[str]
    name: str
    type: Type
    place: Place
    hub_id: int | None
    director: str | None
    people: int
    functions: int
    projects: int
    founded_at: datetime


class OfficesOut(Schema):
    """Offices, each hub before its spokes."""

    items: list[OfficeRowOut]


class GoalOut(Schema):
    """A goal of the organisation at a place."""

    id: int
    node_id: int
    node_name: str
    horizon: Literal["short", "long"]
    text: str
    measure: str
    due: date | None
    aims: list[Aim]
    objective_sheet: int | None
    objective_row: int | None


class GoalsOut(Schema):
    """The goals at a place and above it, its own first."""

    items: list[GoalOut]


class FunctionOut(Schema):
    """What the office does, and the goal that it does it for; `goal_dropped` where that goal is no more."""

    key: str
    goal_id: int
    goal: str
    goal_dropped: bool
    about: str


class RoleHeldOut(Schema):
    """Somebody's role in the office; `active` is false for somebody who left."""

    person_id: int
    name: str
    role: Role
    active: bool


class ReportingOut(Schema):
    """A reporting line."""

    person: OfficePersonOut
    to: OfficePersonOut


class WarningOut(Schema):
    """What to look at in the matrix: `many_r`, `a_left`, `no_letter`."""

    code: Literal["many_r", "a_left", "no_letter"]
    process: str
    role: str
    count: int


class SetUpPartOut(Schema):
    """How far a part of the set-up is."""

    key: Literal["goals", "functions", "charter", "roles", "raci", "authority"]
    done: int
    of: int


class TodoOut(Schema):
    """One thing to do; `name` is the project's, the goal's or the role's."""

    code: Literal["check_in_due", "check_in_unanswered", "no_check_in", "no_partner", "partner_left", "not_assigned", "vacant", "goal_due"]
    project_id: int | None
    name: str
    due: date | None
    late: bool


class OfficeProjectOut(Schema):
    """A project of the office that is not over, with who answers for it."""

    id: int
    name: str
    code: str
    proposed_status: str
    stated_status: str | None
    finish: str | None
    manager: OfficePersonOut | None
    partner: OfficePersonOut | None
    assigned: bool
    last_check_in: date | None
    next_check_in: date | None


class OfficeOut(Schema):
    """An office; `raci` is process to role to letters. Who may not see who works there gets no roles, lines, vacancies and warnings."""

    id: int
    node_id: int
    node_name: str
    path: list[str]
    name: str
    type: Type
    place: Place
    charter: str
    hub: BriefOut | None
    spokes: list[BriefOut]
    founded_at: datetime
    closed_at: datetime | None
    closed_reason: str
    goals: list[GoalOut]
    functions: list[FunctionOut]
    roles: list[RoleHeldOut]
    lines: list[ReportingOut]
    needed: list[Role]
    vacant: list[Role]
    raci: dict[str, dict[str, str]]
    warnings: list[WarningOut]
    progress: list[SetUpPartOut]
    may_change: bool


class OfficePageOut(OfficeOut):
    """An office with its projects and what needs doing."""

    projects: list[OfficeProjectOut]
    todo: list[TodoOut]


class OfficeIn(Schema):
    """A new office."""

    node_id: Id
    name: Name
    type: Type
    place: Place
    charter: Text = ""
    hub_id: Id | None = None


class OfficePatch(Schema):
    """What shall change; what is left out stays. Another type ends partners and assignments."""

    name: Name | None = None
    type: Type | None = None
    place: Place | None = None
    charter: Text | None = None
    hub_id: Id | None = Field(None, description="null: it reports to no other office.")


class CloseIn(Schema):
    """Why the office is closed."""

    reason: Annotated[str, Field(min_length=1, max_length=2000)]


class GoalIn(Schema):
    """A goal."""

    horizon: Literal["short", "long"]
    text: Annotated[str, Field(min_length=1, max_length=400)]
    measure: Line = ""
    due: date | None = None
    aims: Annotated[list[Aim], Field(max_length=10, default_factory=list)]
    objective: Objective | None = None


class GoalPatch(Schema):
    """What shall change; what is left out stays."""

    horizon: Literal["short", "long"] | None = None
    text: Annotated[str, Field(min_length=1, max_length=400)] | None = None
    measure: Line | None = None
    due: date | None = None
    aims: Annotated[list[Aim], Field(max_length=10)] | None = None
    objective: Objective | None = None


class FunctionIn(Schema):
    """For which goal the office does it."""

    goal_id: Id
    about: Text = ""


class OfficeRoleIn(Schema):
    """Who shall have which role."""

    person_id: Id
    role: Role


class ReportsIn(Schema):
    """To whom somebody reports; null for nobody."""

    person_id: Id
    to_id: Id | None


class LettersIn(Schema):
    """The letters of each role in a process, such as `{"director": "A", "analyst": "R"}`; none takes the process out."""

    letters: dict[Role, Annotated[str, Field(pattern="^[RACI]{0,4}$")]]
