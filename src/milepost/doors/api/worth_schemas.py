"""What the business case and the score of a request look like on their way in and out."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field

Text = Annotated[str, Field(max_length=5000)]


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
