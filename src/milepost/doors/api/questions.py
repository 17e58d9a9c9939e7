"""Questions to the office: asked from any page, answered by its people, found again."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.office.queries.offices import office_for
from milepost.apps.org.mails import Letter, can_send, send_soon
from milepost.apps.org.queries import tree
from milepost.apps.practice.actions import answer as answering
from milepost.apps.practice.actions.ask import MOST_LETTERS, Place, ask
from milepost.apps.practice.queries import questions as reading
from milepost.apps.practice.queries.asked_offices import offices_to_ask
from milepost.apps.practice.question_mails import letters_to_asker, letters_to_office
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.paging import Paging
from milepost.doors.clock import now

router = Router(tags=["questions"])
Text = Annotated[str, Field(min_length=1, max_length=MOST_LETTERS)]


class QuestionIn(Schema):
    """A question, and where it is asked: the address of the page and its title, and the place, sheet and row that it shows.

    Without an office it goes to the one that is responsible for the place.
    """

    text: Text
    page: Annotated[str, Field(max_length=500, pattern=r"^/([^/\\].*)?$", description="The address of the page, from its first slash on.")]
    page_title: Annotated[str, Field(max_length=300)] = ""
    node_id: Id | None = None
    sheet_id: Id | None = None
    row_id: Id | None = None
    office_id: Id | None = None


class OfficeAnswerOut(Schema):
    """What was said to a question, by the office or by the asker; `faq`: it stands in the handbook of the office."""

    id: int
    by: str = Field(description="Empty where you may not know who works there.")
    text: str
    at: datetime
    from_office: bool
    faq: bool


class OfficeQuestionOut(Schema):
    """A question with its answers, the place it is about, and the pack that held there when it was asked."""

    id: int
    text: str
    by: str
    mine: bool
    at: datetime
    office_id: int
    office: str
    node_id: int | None
    path: list[str]
    page: str
    page_title: str
    pack: str
    pack_number: int | None
    answered_at: datetime | None
    seen: bool = Field(description="False for an answer to your own question that you have not looked at.")
    may: list[Literal["answer", "ask_on", "settle"]]
    answers: list[OfficeAnswerOut]


class OfficeQuestionsOut(Schema):
    """A page of questions, those that wait first; `waiting` says how many wait for you to answer, and how many of your own wait."""

    waiting: dict[str, int]
    items: list[OfficeQuestionOut]
    next_offset: int | None


class AlikeOut(Schema):
    """Answered questions that are like a text, the likest first."""

    items: list[OfficeQuestionOut]


class OfficeToAskOut(Schema):
    """An office that you may ask."""

    id: int
    name: str


class OfficesToAskOut(Schema):
    """The offices that you may ask, and the one that is responsible for the place."""

    responsible: OfficeToAskOut | None
    items: list[OfficeToAskOut]


class QuestionsQuery(Paging):
    """Which questions."""

    which: Annotated[Literal["mine", "answer", "all"], Field(description="Your own, those of your offices, or all.")] = "all"
    q: Annotated[str, Field(max_length=200, description="Words of the question or an answer.")] = ""
    waiting: Annotated[bool, Field(description="Only those that wait for an answer.")] = False
    office: Id | None = Field(None, description="Only those that this office was asked.")


class AlikeQuery(Schema):
    """What is being typed."""

    text: Annotated[str, Field(max_length=MOST_LETTERS, description="What is typed so far.")]


class AnswerIn(Schema):
    """What is said to a question."""

    text: Text


class SettledIn(Schema):
    """Whether the question is answered."""

    answered: bool


class FaqIn(Schema):
    """Whether the answer stands in the handbook."""

    faq: bool


@router.get("/questions", response=OfficeQuestionsOut, operation_id="list_questions")
def list_questions(request: Request, query: Query[QuestionsQuery]) -> dict[str, Any]:
    """What offices were asked and answered, as far as you may see it."""
    waiting, found = reading.questions_of(
        actor_id=request.auth.id, which=query.which, q=query.q, open_only=query.waiting, office_id=query.office, **query.ask
    )
    page, next_offset = query.cut(found)
    return {"waiting": waiting, "items": [asdict(one) for one in page], "next_offset": next_offset}


@router.post("/questions", response={201: OfficeQuestionOut}, operation_id="ask_office")
def post_question(request: Request, body: QuestionIn) -> dict[str, Any]:
    """Ask the office. Its people find the question at Home, and get a mail where they want mails."""
    place = Place(body.page, body.page_title, body.node_id, body.sheet_id, body.row_id)
    made = ask(actor_id=request.auth.id, text=body.text, place=place, office_id=body.office_id, at=now())
    _mail(letters_to_office(made, origin=_origin(request)) if can_send() else [])
    return asdict(reading.question_told(actor_id=request.auth.id, question_id=made.pk))


@router.get("/questions/alike", response=AlikeOut, operation_id="list_alike_questions")
def list_alike(request: Request, query: Query[AlikeQuery]) -> dict[str, Any]:
    """Up to five answered questions that are like what you are typing."""
    return {"items": [asdict(one) for one in reading.alike(actor_id=request.auth.id, text=query.text)]}


@router.get("/questions/offices", response=OfficesToAskOut, operation_id="list_offices_to_ask")
def list_offices(request: Request, node: Query[Id | None] = None) -> dict[str, Any]:
    """The offices that you may ask, and the one that is responsible for a place."""
    responsible = office_for(tree.place(request.auth.id, node).id) if node is not None else None
    items = [{"id": one.id, "name": one.name} for one in offices_to_ask(request.auth.id)]
    return {"responsible": {"id": responsible.id, "name": responsible.name} if responsible else None, "items": items}


@router.get("/questions/{question_id}", response=OfficeQuestionOut, operation_id="get_question")
def get_question(request: Request, question_id: Id) -> dict[str, Any]:
    """One question with its answers."""
    return asdict(reading.question_told(actor_id=request.auth.id, question_id=question_id))


@router.post("/questions/{question_id}/answers", response={201: OfficeQuestionOut}, operation_id="answer_asked")
def post_answer(request: Request, question_id: Id, body: AnswerIn) -> dict[str, Any]:
    """Answer for the office, which settles the question; as the asker, ask on."""
    said = answering.answer(actor_id=request.auth.id, question_id=question_id, text=body.text, at=now())
    _mail(letters_to_asker(said, origin=_origin(request)) if can_send() else [])
    return asdict(reading.question_told(actor_id=request.auth.id, question_id=question_id))


@router.put("/questions/{question_id}/answered", response=OfficeQuestionOut, operation_id="settle_question")
def put_answered(request: Request, question_id: Id, body: SettledIn) -> dict[str, Any]:
    """Mark a question as answered, or as open again."""
    answering.settle(actor_id=request.auth.id, question_id=question_id, answered=body.answered, at=now())
    return asdict(reading.question_told(actor_id=request.auth.id, question_id=question_id))


@router.put("/questions/{question_id}/seen", response={204: None}, operation_id="see_answer")
def put_seen(request: Request, question_id: Id) -> None:
    """Note that you have looked at the answer to your question."""
    answering.note_seen(actor_id=request.auth.id, question_id=question_id, at=now())


@router.put("/office-answers/{answer_id}/faq", response=OfficeQuestionOut, operation_id="put_into_handbook")
def put_faq(request: Request, answer_id: Id, body: FaqIn) -> dict[str, Any]:
    """Take an answer of your office into its handbook, or out of it."""
    question = answering.put_into_handbook(actor_id=request.auth.id, answer_id=answer_id, faq=body.faq, at=now())
    return asdict(reading.question_told(actor_id=request.auth.id, question_id=question.pk))


def _origin(request: Request) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _mail(letters: list[Letter]) -> None:
    """What was said stands already, whatever becomes of the mails."""
    if letters:
        send_soon(letters)
