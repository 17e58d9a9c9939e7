"""Training: courses of the method, who is to take which until when, and who took it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Path, Router, Schema
from pydantic import Field

from milepost.apps.practice.actions.set_course_due import MOST_DAYS, set_course_due
from milepost.apps.practice.actions.take_course import take_course
from milepost.apps.practice.queries import training as reading
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.clock import now

router = Router(tags=["training"])
Key = Annotated[str, Field(max_length=40, pattern="^[a-z][a-z0-9_]*$")]
CourseKey = Annotated[Key, Path(description="The key of a course.")]
ByLanguage = dict[str, str]


class TakenOut(Schema):
    """When a course was taken, and by which version of the method."""

    at: datetime
    number: int


class CourseLineOut(Schema):
    """A course. `mine`: it belongs to a role of yours, which is `role`; `due` is the day that your office set."""

    version_id: int
    number: int
    pack: str
    pack_title: ByLanguage
    key: str
    title: ByLanguage
    minutes: int
    questions: int
    roles: list[ByLanguage]
    role: ByLanguage
    mine: bool
    due: date | None
    done: TakenOut | None


class TrainingOut(Schema):
    """Your courses, then the others of the methods that hold where you work."""

    today: date
    courses: list[CourseLineOut]


class AskedInCourseOut(Schema):
    """A question of a course, and the answers to choose from."""

    say: ByLanguage
    answers: list[ByLanguage]


class CourseTextOut(Schema):
    """A course to read (Markdown), its questions, and whether you took it."""

    version_id: int
    number: int
    pack: str
    key: str
    title: ByLanguage
    minutes: int
    text: ByLanguage
    ask: list[AskedInCourseOut]
    done: TakenOut | None


class CourseAnswersIn(Schema):
    """For each question of the course the number of an answer, from 1."""

    answers: Annotated[list[Annotated[int, Field(ge=1, le=20)]], Field(max_length=100)]


class LearnerOut(Schema):
    """Somebody who has the role: until when they shall take the course, and when they did."""

    id: int
    name: str
    due: date | None
    done: TakenOut | None


class CourseForRoleOut(Schema):
    """A course for a role; `days` after joining is what the office set. People stand by name."""

    key: str
    title: ByLanguage
    minutes: int
    role: str
    role_title: ByLanguage
    days: int | None
    people: list[LearnerOut]


class TrainedOfficeOut(Schema):
    """An office."""

    id: int
    name: str


class CompletionsOut(Schema):
    """Who took what, of those who work under an office."""

    office: TrainedOfficeOut
    may_set: bool
    courses: list[CourseForRoleOut]


class CourseDueIn(Schema):
    """Days after joining within which the course is taken; null takes it back."""

    course: Key
    role: Key
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] | None


@router.get("/training", response=TrainingOut, operation_id="list_training")
def get_training(request: Request) -> dict[str, Any]:
    """The courses of your roles with their days, and the others of the methods that hold where you work."""
    return reading.training_of(actor_id=request.auth.id, at=now())


@router.get("/courses/{version_id}/{course}", response=CourseTextOut, operation_id="get_course")
def get_course(request: Request, version_id: Id, course: CourseKey) -> dict[str, Any]:
    """A course to read, by the version of the method that it belongs to."""
    return reading.course_told(actor_id=request.auth.id, version_id=version_id, key=course)


@router.post("/courses/{version_id}/{course}/answers", response=CourseTextOut, operation_id="take_course")
def post_answers(request: Request, version_id: Id, course: CourseKey, body: CourseAnswersIn) -> dict[str, Any]:
    """Answer the questions of a course; when all are right it is taken, and kept by its version."""
    take_course(actor_id=request.auth.id, version_id=version_id, key=course, answers=body.answers, at=now())
    return reading.course_told(actor_id=request.auth.id, version_id=version_id, key=course)


@router.get("/offices/{office_id}/training", response=CompletionsOut, operation_id="list_completions")
def get_completions(request: Request, office_id: Id) -> dict[str, Any]:
    """Of each course and role, who took it: for whoever may know who works there."""
    return reading.completions_of(actor_id=request.auth.id, office_id=office_id, at=now())


@router.put("/offices/{office_id}/training", response={204: None}, operation_id="set_course_due")
def put_due(request: Request, office_id: Id, body: CourseDueIn) -> None:
    """Set within how many days whoever has a role takes a course."""
    set_course_due(actor_id=request.auth.id, office_id=office_id, course=body.course, role=body.role, days=body.days, at=now())
