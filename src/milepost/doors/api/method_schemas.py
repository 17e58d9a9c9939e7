"""What packs look like on their way in and out."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from milepost.doors.api.ids import Id

Key = Annotated[str, Field(max_length=40, pattern="^[a-z][a-z0-9_]*$")]
Told = Annotated[dict[str, str], Field(description="A text by language; `en` is always there.")]
Size = Literal["S", "M", "L"]


class MethodPlaceOut(Schema):
    """A place by id and name."""

    id: int
    name: str


class HeldAtOut(MethodPlaceOut):
    """A place at which a version holds."""

    number: int
    at: datetime


class PartOut(Schema):
    """What one artefact or policy asks: minutes a week, fields, documents, minutes once; `counts`: the project manager does it."""

    key: str
    form: str
    minutes: int
    fields: int
    documents: int
    once: int
    owner: str
    counts: bool


class BurdenOut(Schema):
    """Minutes a week, fields, documents and minutes once that a project manager is asked, and what makes them up."""

    minutes: int
    fields: int
    documents: int
    once: int
    parts: list[PartOut]


class LimitOut(Schema):
    """The most that a pack lets itself ask; None: no limit."""

    minutes: int | None
    fields: int | None
    documents: int | None


class VersionOut(Schema):
    """A version by number."""

    id: int
    number: int
    state: str


class PackOut(Schema):
    """A pack in the list: its last version, where it holds, how much it asks by size."""

    key: str
    title: Told
    about: Told
    origin: str
    copied_from: str
    node: MethodPlaceOut | None
    life_cycle: str
    types: list[str]
    industry: list[str]
    version: VersionOut
    has_draft: bool
    may_change: bool
    held_at: list[HeldAtOut]
    budget: LimitOut
    burden: dict[str, BurdenOut]


class SizeOut(Schema):
    """A size, and the budget below which it is proposed."""

    key: str
    about: Told
    budget_below: int | None


class PhaseOut(Schema):
    """A phase of the life cycle."""

    key: str
    title: Told
    about: Told
    stage: str
    after: list[str]


class CriterionOut(Schema):
    """What a gate looks at."""

    key: str
    say: Told
    weight: int


class GateOut(Schema):
    """A gate between two phases."""

    key: str
    title: Told
    about: Told
    leaves: str
    enters: str
    gatekeeper: str
    must: list[CriterionOut]
    should: list[CriterionOut]


class ArtefactOut(Schema):
    """Something that a project has to have."""

    key: str
    title: Told
    why: Told
    form: str
    phase: str
    owner: str
    until: str
    kind: str
    template: dict[str, str]
    every: str
    sizes: list[str]
    industry: list[str]
    make: int
    week: int
    fields: int
    stale_after: int | None


class PolicyOut(Schema):
    """A sentence that holds, why, and its rule."""

    key: str
    say: Told
    why: Told
    severity: str
    rule: str
    takes: dict[str, Any]
    sizes: list[str]
    stages: list[str]
    procedure: str
    minutes: int


class ProcedureOut(Schema):
    """How something is done, and beside what it is shown."""

    key: str
    title: Told
    text: dict[str, str]
    at: list[str]


class PackRoleOut(Schema):
    """Who does what."""

    key: str
    title: Told
    does: list[Told]


class RaciOut(Schema):
    """Who answers for a process, does it, is asked, is told."""

    process: Told
    accountable: list[str]
    responsible: list[str]
    consulted: list[str]
    informed: list[str]


class QuestionOut(Schema):
    """A question of a course; `right` counts from 1."""

    say: Told
    answers: list[Told]
    right: int


class CourseOut(Schema):
    """Training for roles."""

    key: str
    title: Told
    roles: list[str]
    minutes: int
    text: dict[str, str]
    ask: list[QuestionOut]


class StartMessageOut(Schema):
    """A line of the communication plan that a project begins with."""

    name: Told
    audience: Told
    purpose: Told
    channel: str
    frequency: str


class StartTaskOut(Schema):
    """A task that a project begins with."""

    name: Told
    days: int
    phase: str


class StartOut(Schema):
    """What a project begins with."""

    sheets: list[str]
    communication: list[StartMessageOut]
    tasks: list[StartTaskOut]


class SaysOut(Schema):
    """All that a version says."""

    key: str
    title: Told
    about: Told
    life_cycle: str
    vocabulary: dict[str, Told]
    sizes: list[SizeOut]
    phases: list[PhaseOut]
    gates: list[GateOut]
    artefacts: list[ArtefactOut]
    policies: list[PolicyOut]
    procedures: list[ProcedureOut]
    roles: list[PackRoleOut]
    raci: list[RaciOut]
    courses: list[CourseOut]
    start: StartOut


class VersionLineOut(VersionOut):
    """A version with its note."""

    note: str
    at: datetime
    by: str | None


class PackPageOut(PackOut):
    """One version of a pack, and the versions that there are."""

    says: SaysOut
    versions: list[VersionLineOut]


class ProblemOut(Schema):
    """What is wrong on a line: an English sentence, and where it is of a known kind its code and data."""

    line: int
    reason: str
    code: str = ""
    data: dict[str, Any] = Field(default_factory=dict)


class DraftOut(Schema):
    """A draft: its text, its digest, what is wrong, and its items by part as they are written."""

    number: int
    text: str
    digest: str
    problems: list[ProblemOut]
    items: dict[str, list[Any]]


class CopyIn(Schema):
    """A copy of a pack for a place."""

    node_id: Id
    key: Key
    title: Annotated[str, Field(max_length=200)]


class DraftIn(Schema):
    """A draft to save; without text one is begun. `was`: the digest of the draft that was opened."""

    text: Annotated[str, Field(max_length=300_000)] | None = None
    was: Annotated[str, Field(max_length=64)] | None = None


class PartIn(Schema):
    """An item as it shall be written in the pack; without values it is taken out."""

    values: dict[str, Any] | None
    was: Annotated[str, Field(max_length=64)] | None = None


class TextIn(Schema):
    """The text of a pack to look at."""

    key: Key
    text: Annotated[str, Field(max_length=300_000)]


class NoteIn(Schema):
    """What is new."""

    note: Annotated[str, Field(max_length=2000)]


class ParameterOut(Schema):
    """What a rule takes: a number, a word or words."""

    name: str
    type: str
    needed: bool
    least: int
    most: int
    among: list[str]


class RuleOut(Schema):
    """A rule that a policy may name."""

    key: str
    about: str
    takes: list[ParameterOut]
