"""Take a course: its questions answered right, it is kept by the version that was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from milepost.apps.practice.errors import AnswersWrong
from milepost.apps.practice.events import COURSE_TAKEN
from milepost.apps.practice.models import Completion
from milepost.apps.practice.queries.training import course_of
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid


@transaction.atomic
def take_course(*, actor_id: int, version_id: int, key: str, answers: Sequence[int], at: datetime) -> None:
    """Answer the questions of a course, each by the number of an answer from 1. All right, and the course is taken; once is enough.

    Raises NotFound, Invalid for another number of answers, and AnswersWrong with the places of the wrong ones.
    """
    version, course = course_of(actor_id, version_id, key)
    if len(answers) != len(course.ask):
        raise Invalid(field="answers", reason=f"the course has {len(course.ask)} questions")
    wrong = [place for place, (given, one) in enumerate(zip(answers, course.ask, strict=True)) if given != one.right]
    if wrong:
        raise AnswersWrong(wrong=len(wrong), asked=len(course.ask), places=wrong)
    taken = {"pack": version.pack.key, "number": version.number, "right": len(answers), "asked": len(answers), "at": at}
    _, made = Completion.objects.get_or_create(person_id=actor_id, course=key, pack_version=version.pk, defaults=taken)
    if made:
        record(COURSE_TAKEN, actor_id=actor_id, at=at, data={"course": key, "version": version.pk})
