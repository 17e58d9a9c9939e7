"""What goes in and out of requests."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from milepost.doors.api.ids import Id
from milepost.doors.api.worth_schemas import BusinessCaseOut, ScoringPageOut, Text

State = Literal["new", "returned", "case", "approval", "approved", "started", "deferred", "rejected", "merged"]
What = Literal["accept", "return", "answer", "merge", "reject", "defer", "reopen", "submit", "approve"]


class RowRef(Schema):
    """A request."""

    sheet_id: Id
    row_id: Id


class RequestStepOut(Schema):
    """A node on the way from the root."""

    id: int
    name: str
    kind: str


class RequestPlaceOut(RequestStepOut):
    """A node with the way to it."""

    path: list[RequestStepOut]


class FormChoiceOut(Schema):
    """A value that may be chosen, and what it is called by language."""

    value: str
    label: dict[str, str]


class ForMeOut(Schema):
    """How many requests wait for the reader: for triage, for approval; and how many they asked for."""

    triage: int
    approval: int
    asked: int


class RequestItem(Schema):
    """A request in a list. Money in the organisation's currency, effort in days; `for_me`: the reader can decide on it now."""

    sheet_id: int
    row_id: int
    node_id: int
    node_name: str
    number: str
    name: str
    state: State
    unit: str
    category: str
    size: str
    wanted_by: str
    wanted_for: str | None
    asked_on: str | None
    cost: float | None
    value: float | None
    effort: float | None
    score: float | None
    for_me: bool


class RegisterRef(Schema):
    """A register of requests, and where it is."""

    id: int
    node_id: int
    node_name: str


class IntakeOut(Schema):
    """The requests at a node and below: how many in each state, how many for the reader, and those that were asked for."""

    node: RequestPlaceOut
    currency: str
    counts: dict[str, int]
    for_me: ForMeOut
    total: int
    items: list[RequestItem]
    categories: list[FormChoiceOut]
    registers: list[RegisterRef]
    may: list[str]
    at: datetime


class RequestAmountOut(Schema):
    """An amount of money as a decimal text."""

    amount: str
    currency: str


class SimilarOut(Schema):
    """A request or project that is like another: the words that both have, those that say most first; `nearness` from 0 to 1."""

    what: Literal["request", "project"]
    sheet_id: int
    row_id: int
    node_id: int
    title: str
    number: str
    state: str
    path: list[str]
    nearness: float
    shared: list[str]


class WhoAskedOut(Schema):
    """Who asked by which form; the address of somebody from outside only for who works on requests."""

    name: str
    address: str
    form: str
    outside: bool
    at: datetime


class RequestDecisionOut(Schema):
    """A decision as it was taken; never changed."""

    number: int
    what: str
    state: State
    reason: str
    by: str
    at: datetime
    amount: RequestAmountOut | None
    until: str | None
    into: RowRef | None
    project_id: int | None


class RequestActOut(Schema):
    """Something that can be done with a request as it stands: whether the reader may, else why not, and who may."""

    what: str
    may: bool
    why: str
    who: list[str]
    reason: bool


class StoryOut(Schema):
    """The whole story of a request. Send `seen` back with a decision: what changed since is not decided on."""

    sheet_id: int
    row_id: int
    number: str
    name: str
    state: State
    seen: int
    own: bool
    may: list[str]
    node: RequestPlaceOut
    currency: str
    columns: list[Any]
    cells: dict[str, Any]
    names: dict[str, str]
    links: dict[str, Any]
    asked: WhoAskedOut | None
    similar: list[SimilarOut]
    amount: RequestAmountOut | None
    case: BusinessCaseOut | None
    scoring: ScoringPageOut
    decisions: list[RequestDecisionOut]
    acts: list[RequestActOut]
    at: datetime


class RequestDecisionIn(Schema):
    """A decision on the request as it was `seen`: with a reason where one is asked for, `into` for a merger, `until` for a deferral."""

    what: What
    seen: Annotated[int, Field(ge=0)]
    reason: Text = ""
    into: RowRef | None = None
    until: date | None = None


class ProjectStartIn(Schema):
    """How the project of an approved request shall be."""

    seen: Annotated[int, Field(ge=0)]
    parent_id: Id
    name: Annotated[str, Field(min_length=1, max_length=200)]
    code: Annotated[str, Field(max_length=60)] = ""
    manager_id: Id
    sponsor_id: Id | None = None
    start: date | None = None
    finish: date | None = None


class ProjectStartedOut(Schema):
    """The project that was made."""

    project_id: int


class SimilarList(Schema):
    """What is like a text."""

    items: list[SimilarOut]


class WritingIn(Schema):
    """What somebody is writing."""

    text: Annotated[str, Field(max_length=4000)]


class OriginRef(RowRef):
    """The request that a project came from."""

    number: str
    name: str
    at: datetime


class OriginOut(Schema):
    """Where a project came from; null where from no request, or from one that is not the reader's to see."""

    request: OriginRef | None
