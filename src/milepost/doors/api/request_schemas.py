"""What goes in and out of requests."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from milepost.doors.api.ids import Id

State = Literal["new", "returned", "case", "approval", "approved", "started", "deferred", "rejected", "merged"]
What = Literal["accept", "return", "answer", "merge", "reject", "defer", "reopen", "submit", "approve"]
Text = Annotated[str, Field(max_length=5000)]


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


class FigureOut(Schema):
    """A figure, or the code and sentence of why there is none; `rates` are the internal rates where there are several."""

    value: float | None
    code: str
    reason: str
    rates: list[float]


class YearOut(Schema):
    """What a year of a case comes to: its factor, its present value, and both running sums."""

    year: int
    cost: float
    income: float
    net: float
    factor: float
    present: float
    running: float
    running_present: float


class FiguresOut(Schema):
    """What a case is worth: amounts in its currency, IRR and ROI in percent, paybacks in years; and the years they come from."""

    npv: FigureOut
    irr: FigureOut
    payback: FigureOut
    discounted_payback: FigureOut
    bcr: FigureOut
    roi: FigureOut
    cost: float
    income: float
    years: list[YearOut]


class FlowOut(Schema):
    """Cost and income of a year as decimal texts."""

    cost: str
    income: str


class BusinessCaseOut(Schema):
    """A business case as it was saved, with its figures."""

    number: int
    currency: str
    rate: str
    note: str
    flows: list[FlowOut]
    by: str
    at: datetime
    figures: FiguresOut


class FlowIn(Schema):
    """Cost and income of a year."""

    cost: Annotated[Decimal, Field(max_digits=20, decimal_places=4, ge=0)] = Decimal(0)
    income: Annotated[Decimal, Field(max_digits=20, decimal_places=4, ge=0)] = Decimal(0)


class BusinessCaseIn(Schema):
    """A business case: percent a year, and the years, year 0 first."""

    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    rate: Annotated[Decimal, Field(max_digits=8, decimal_places=4)]
    flows: Annotated[list[FlowIn], Field(min_length=1, max_length=40)]
    note: Text = ""


class ScoreCriterionOut(Schema):
    """A criterion: its weight and scale, whether less is better, and whether it is typed or the strategic fit."""

    key: str
    title: str
    weight: float
    low: float
    high: float
    less: bool
    source: Literal["typed", "fit"]


class CriteriaOut(Schema):
    """How requests are scored at a place; `node_id` is where it was set, null for what everybody begins with."""

    method: Literal["weighted", "wsjf", "rice"]
    items: list[ScoreCriterionOut]
    asked: list[str]
    node_id: int | None
    node_name: str
    number: int


class JudgementOut(Schema):
    """How much more the criterion `first` counts than `second`, by their places in the list."""

    first: int
    second: int
    value: float


class ComparisonOut(Schema):
    """The last comparison of criteria in pairs."""

    keys: list[str]
    judgements: list[JudgementOut]
    ratio: float
    at: datetime


class CriteriaPageOut(CriteriaOut):
    """The same with the last comparison in pairs that was made at the node."""

    comparison: ComparisonOut | None


class ScoreCriterionIn(Schema):
    """A criterion of the weighted method."""

    key: Annotated[str, Field(max_length=40)]
    title: Annotated[str, Field(max_length=100)]
    weight: float
    low: float = 0
    high: float = 10
    less: bool = False
    source: Literal["typed", "fit"] = "typed"


class CriteriaIn(Schema):
    """How requests shall be scored."""

    method: Literal["weighted", "wsjf", "rice"]
    items: Annotated[list[ScoreCriterionIn], Field(max_length=15)] = Field(default_factory=list)


class JudgementIn(Schema):
    """How much more the criterion `first` counts than `second`, by their places in the list, `first` before `second`."""

    first: Annotated[int, Field(ge=0, le=14)]
    second: Annotated[int, Field(ge=0, le=14)]
    value: Annotated[float, Field(ge=0.1, le=9)]


class PairsIn(Schema):
    """Judgements of all pairs; with `adopt` the weights that follow become those of the criteria."""

    judgements: Annotated[list[JudgementIn], Field(max_length=105)]
    adopt: bool = False


class DoubtOut(Schema):
    """The pair that disagrees most with the weights."""

    first: int
    second: int
    judged: float
    suggested: float


class PairsOut(Schema):
    """The weights (their sum is 1) and the consistency ratio; without weights the pairs that are `missing`, as `i:j`."""

    weights: list[float]
    ratio: float | None
    consistent: bool
    doubt: DoubtOut | None
    missing: list[str]
    adopted: bool


class ScorePartOut(Schema):
    """What a criterion brought to a score."""

    key: str
    share: float
    points: float


class ScoringOut(Schema):
    """A scoring as it was given."""

    number: int
    method: str
    values: dict[str, float]
    items: list[ScoreCriterionOut]
    parts: list[ScorePartOut]
    score: float
    by: str
    at: datetime


class ScoringPageOut(Schema):
    """The criteria that hold for a request, its strategic fit now (0 to 1), and its last scoring."""

    criteria: CriteriaOut
    fit: float | None
    fit_code: str
    last: ScoringOut | None


class ScoreIn(Schema):
    """What somebody says by criterion."""

    values: Annotated[dict[str, float], Field(max_length=20)]


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
