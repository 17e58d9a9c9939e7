"""What the use of packs looks like on its way in and out: adoption, differences, tailoring, documents."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

from milepost.doors.api.ids import Id
from milepost.doors.api.method_schemas import BurdenOut, Key, LimitOut, MethodPlaceOut, ProcedureOut, Size, SizeOut, Told


class NewerOut(Schema):
    """A later released version of what holds."""

    id: int
    number: int
    note: str
    at: datetime


class PackHeldOut(Schema):
    """What holds at a place, and where it was adopted."""

    key: str
    title: Told
    version_id: int
    number: int
    node: MethodPlaceOut
    newer: NewerOut | None


class AdoptionOut(Schema):
    """What was adopted at a place, from when to when."""

    version_id: int
    key: str
    title: Told
    number: int
    note: str
    at: datetime
    ended_at: datetime | None
    by: str | None


class MethodAtOut(Schema):
    """The method of a place."""

    node: MethodPlaceOut
    holds: PackHeldOut | None
    adopted_here: bool
    may_adopt: bool
    history: list[AdoptionOut]


class AdoptIn(Schema):
    """A version that shall hold from now on; the projects in `keep` stay at theirs."""

    version_id: Id
    keep: Annotated[list[Id], Field(max_length=10_000)] = Field(default_factory=list)
    note: Annotated[str, Field(max_length=2000)] = ""


class PackChangeOut(Schema):
    """A part of a pack that differs."""

    part: str
    key: str
    what: str
    fields: list[str]


class ForProjectOut(Schema):
    """What a version means for a project: keys that become asked, no longer asked, asked at once, minutes before and after."""

    id: int
    name: str
    size: str
    stage: str | None
    number: int | None
    asked: list[str]
    no_longer: list[str]
    asked_now: list[str]
    minutes_before: int
    minutes_after: int
    once_before: int
    once_after: int


class DifferenceOut(Schema):
    """What a version changes at a place. `hidden` projects are counted, because the reader does not see them."""

    changes: list[PackChangeOut]
    projects: list[ForProjectOut]
    hidden: int
    titles: dict[str, Told]


class TailoredOut(Schema):
    """What a project leaves out or adds, and why; `by` is person or industry."""

    key: str
    do: str
    reason: str
    by: str


class TailoredIn(Schema):
    """What a project shall leave out or add, and why."""

    key: Key
    do: Literal["drop", "add"]
    reason: Annotated[str, Field(max_length=1000)]
    by: Literal["person", "industry"] = "person"


class TailorIn(Schema):
    """Size, industry and tailoring of a project, all anew."""

    size: Size
    size_reason: Annotated[str, Field(max_length=1000)] = ""
    industry: Annotated[str, Field(max_length=40)] = ""
    tailoring: Annotated[list[TailoredIn], Field(max_length=200)] = Field(default_factory=list)


class ProposalOut(Schema):
    """The size and tailoring that budget and industry suggest; `reason` is a code: size.below, size.largest, size.no_budget."""

    size: str
    reason: str
    budget_below: int | None
    tailoring: list[TailoredOut]


class PhaseLineOut(Schema):
    """A phase by title, and the stage that it answers to."""

    key: str
    title: Told
    stage: str


class AskedOut(Schema):
    """Something that the pack has; `asked` is now, later or no."""

    key: str
    asked: Literal["now", "later", "no"]


class AskedArtefactOut(AskedOut):
    """An artefact; `state` is absent, there, draft or final."""

    title: Told
    why: Told
    form: str
    kind: str
    phase: str
    owner: str
    every: str
    sizes: list[str]
    industry: list[str]
    state: str
    sheet_id: int | None
    number: int
    at: datetime | None
    make: int
    week: int


class AskedPolicyOut(AskedOut):
    """A policy."""

    say: Told
    why: Told
    severity: str


class AskedGateOut(AskedOut):
    """A gate."""

    title: Told
    gatekeeper: str


class HoldsOut(Schema):
    """The method that holds for a project, and what it asks of it."""

    key: str
    title: Told
    number: int
    kept: bool
    node: MethodPlaceOut
    stage: str | None
    phases: list[PhaseLineOut]
    size: str
    size_said: bool
    size_reason: str
    sizes: list[SizeOut]
    industry: str
    industries: list[str]
    tailoring: list[TailoredOut]
    proposal: ProposalOut
    budget: float | None
    currency: str
    burden: BurdenOut
    limit: LimitOut
    artefacts: list[AskedArtefactOut]
    policies: list[AskedPolicyOut]
    gates: list[AskedGateOut]


class ProjectMethodOut(Schema):
    """The method of a project; `holds` None: none does."""

    name: str
    holds: HoldsOut | None
    may_tailor: bool
    may_write: bool
    may_make: bool


class DocumentVersionOut(Schema):
    """A version of a document."""

    number: int
    text: str
    state: str
    at: datetime
    by: str | None


class DocumentOut(Schema):
    """A document of a project: the last version first; none yet: the template is what it begins with."""

    artefact: str
    title: Told
    why: Told
    template: dict[str, str]
    procedures: list[ProcedureOut]
    may_write: bool
    versions: list[DocumentVersionOut]


class DocumentIn(Schema):
    """The next version; `was` is the number of the one that was opened, 0 for none."""

    text: Annotated[str, Field(max_length=120_000)]
    state: Literal["draft", "final"]
    was: Annotated[int, Field(ge=0, le=1_000_000)]


class WrittenOut(Schema):
    """The number of the version that stands now."""

    number: int
