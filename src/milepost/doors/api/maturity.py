"""How mature the management of projects is: assessments of a place, and the improvements that follow from them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Path, Router, Schema, Status
from pydantic import Field

from milepost.apps.office.maturity.assess import answer_question, begin_assessment, discard_assessment, finish_assessment
from milepost.apps.office.maturity.improve import plan_improvements
from milepost.apps.office.maturity.queries import assessment_of, maturity_of
from milepost.apps.office.maturity.questions import question_set
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.clock import now

router = Router(tags=["offices"])
Domain = Literal["portfolio", "programme", "project"]
Perspective = Literal["management_control", "benefits", "finance", "stakeholders", "risk", "governance", "resources"]
Level = Annotated[int, Field(ge=1, le=5, description="1 aware, 2 repeatable, 3 defined, 4 managed, 5 optimised.")]
QuestionKey = Annotated[str, Field(max_length=80, pattern=r"^[a-z_.]+$", description="The key of a question, such as project.risk.")]
Text = Annotated[str, Field(max_length=4000)]


class MaturityQuestion(Schema):
    """A question with its five described answers, level 1 first; texts by language."""

    key: str
    domain: Domain
    perspective: Perspective
    ask: dict[str, str]
    why: dict[str, str]
    answers: list[dict[str, str]]


class MaturityQuestions(Schema):
    """All questions of a version."""

    version: int
    questions: list[MaturityQuestion]


class MaturityCell(Schema):
    """A perspective in a domain: its level, how far answers lie apart, and how many of its questions were answered."""

    domain: Domain
    perspective: Perspective
    level: int | None
    spread: int
    answered: int
    questions: int


class MaturityClaim(Schema):
    """What a domain may claim: the level of its lowest perspectives, which bound it. None while perspectives are missing."""

    domain: Domain
    level: int | None
    bounded_by: list[Perspective]
    missing: list[Perspective]


class MaturityChange(Schema):
    """A perspective in the assessment before and in this one."""

    domain: Domain
    perspective: Perspective
    before: int | None
    after: int | None
    by: int | None


class AssessmentOutcome(Schema):
    """An assessment; cells and claims are told once it is finished, `changes` where another was finished before it."""

    id: int
    number: int
    at: datetime
    finished_at: datetime | None
    assessors: int
    cells: list[MaturityCell]
    claims: list[MaturityClaim]
    changes: list[MaturityChange]


class MaturityPerson(Schema):
    """A person."""

    id: int
    name: str


class ImprovementOut(Schema):
    """A row of the register of improvements; `late` where it is open after its date."""

    id: int
    name: str
    domain: str | None
    perspective: str | None
    from_level: int | None
    to_level: int | None
    owner: MaturityPerson | None
    due: str | None
    status: str | None
    late: bool
    benefit: str
    question: str | None


class RoadmapOut(Schema):
    """The register of improvements at the place, or None, and its rows: open ones first."""

    sheet_id: int | None
    items: list[ImprovementOut]


class AssessedNode(Schema):
    """The place that is assessed."""

    id: int
    name: str
    kind: str


class MaturityOut(Schema):
    """All assessments of a place, the latest first, its roadmap, and what you may do: begin, answer, improve."""

    node: AssessedNode
    may: list[Literal["begin", "answer", "improve"]]
    assessments: list[AssessmentOutcome]
    roadmap: RoadmapOut


class OwnAnswer(Schema):
    """What you answered to a question."""

    question: str
    level: int | None
    evidence: str


class GivenAnswer(Schema):
    """What an assessor answered; without the person where you may not see people there."""

    person: MaturityPerson | None
    level: int | None
    evidence: str


class AnsweredQuestion(Schema):
    """All answers to a question."""

    question: str
    answers: list[GivenAnswer]


class WeakAnswer(Schema):
    """A question that could stand a level higher; `binds` where its perspective bounds the claim of its domain."""

    question: str
    level: int
    next: int
    binds: bool


class AssessmentOut(Schema):
    """One assessment: your own answers and, once it is finished, everybody's and what is weak."""

    id: int
    node_id: int
    node_name: str
    number: int
    finished_at: datetime | None
    may: list[Literal["begin", "answer", "improve"]]
    mine: list[OwnAnswer]
    answers: list[AnsweredQuestion]
    weak: list[WeakAnswer]


class MaturityAnswerIn(Schema):
    """A level, or null, and what one would see. Both empty takes the answer back."""

    level: Level | None = None
    evidence: Text = ""


class ImprovementsIn(Schema):
    """The questions to improve, and who does it until when."""

    questions: list[QuestionKey] = Field(min_length=1, max_length=200)
    owner_id: Id | None = None
    due: date | None = None


class AssessmentBegun(Schema):
    """The assessment that was begun."""

    id: int


class ImprovementsPlanned(Schema):
    """The register, the rows that were made in it, and the questions for which an open improvement stood there already."""

    sheet_id: int
    rows: list[int]
    there: list[str]


@router.get("/maturity/questions", response=MaturityQuestions, operation_id="list_maturity_questions")
def list_questions(request: Request) -> dict[str, Any]:
    """All that an assessment asks, in every language that there is."""
    return asdict(question_set())


@router.get("/nodes/{node_id}/maturity", response=MaturityOut, operation_id="get_maturity")
def get_maturity(request: Request, node_id: Id) -> dict[str, Any]:
    """What came out of the assessments of a place, and how its roadmap stands."""
    return asdict(maturity_of(actor_id=request.auth.id, node_id=node_id, at=now()))


@router.post("/nodes/{node_id}/maturity", response={201: AssessmentBegun}, operation_id="begin_assessment")
def post_assessment(request: Request, node_id: Id) -> Status[dict[str, int]]:
    """Begin an assessment of the place. One at a time can be open."""
    return Status(201, {"id": begin_assessment(actor_id=request.auth.id, node_id=node_id, at=now())})


@router.get("/assessments/{assessment_id}", response=AssessmentOut, operation_id="get_assessment")
def get_assessment(request: Request, assessment_id: Id) -> dict[str, Any]:
    """An assessment: your own answers while it is open, everybody's once it is finished."""
    return asdict(assessment_of(actor_id=request.auth.id, assessment_id=assessment_id))


@router.put("/assessments/{assessment_id}/answers/{question}", response={204: None}, operation_id="answer_question")
def put_answer(request: Request, assessment_id: Id, question: Path[QuestionKey], body: MaturityAnswerIn) -> None:
    """Answer a question, for yourself: what you said before is replaced, what others say stays."""
    answer_question(actor_id=request.auth.id, assessment_id=assessment_id, question=question, at=now(), **body.dict())


@router.post("/assessments/{assessment_id}/finish", response={204: None}, operation_id="finish_assessment")
def post_finish(request: Request, assessment_id: Id) -> None:
    """Finish an assessment: its profile stays as it is from now on."""
    finish_assessment(actor_id=request.auth.id, assessment_id=assessment_id, at=now())


@router.delete("/assessments/{assessment_id}", response={204: None}, operation_id="discard_assessment")
def delete_assessment(request: Request, assessment_id: Id) -> None:
    """Discard an assessment that is still open, with its answers."""
    discard_assessment(actor_id=request.auth.id, assessment_id=assessment_id, at=now())


@router.post("/assessments/{assessment_id}/improvements", response={201: ImprovementsPlanned}, operation_id="plan_improvements")
def post_improvements(request: Request, assessment_id: Id, body: ImprovementsIn) -> Status[dict[str, Any]]:
    """Make improvements of weak answers: rows in the register of improvements of the place, which is made where there is none."""
    planned = plan_improvements(actor_id=request.auth.id, assessment_id=assessment_id, at=now(), **body.dict())
    return Status(201, asdict(planned))
