"""The mails about questions: to the people of an office that was asked, and to the asker who was answered; made after the commit."""

from __future__ import annotations

from collections.abc import Iterable

from milepost.apps.office.queries.roles import people_of
from milepost.apps.org.factors import owes_factor
from milepost.apps.org.mails import Letter
from milepost.apps.org.models import Person
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.org.queries.names import names_of
from milepost.apps.practice.models import Answer, Question


def letters_to_office(question: Question, *, origin: str) -> list[Letter]:
    """One to each who works in the office and wants mails, but the asker."""
    people = {one.person_id for one in people_of(question.office_id) if one.active} - {question.asker_id}
    return _letters("question", people, question, question.asker_id, question.text, origin)


def letters_to_asker(answer: Answer, *, origin: str) -> list[Letter]:
    """One to the asker whom the office answered; to the office where the asker asked on."""
    question = answer.question
    if not answer.from_office:
        people = {one.person_id for one in people_of(question.office_id) if one.active}
        return _letters("question", people - {answer.by_id}, question, answer.by_id, answer.text, origin)
    return _letters("answer", {question.asker_id} - {answer.by_id}, question, answer.by_id, answer.text, origin)


def _letters(text: str, people: Iterable[int], question: Question, by: int, said: str, origin: str) -> list[Letter]:
    wanting = Person.objects.filter(id__in=people, is_active=True, mention_mails=True).order_by("id")
    name, organisation = names_of([by]).get(by, ""), organisation_or_default().name
    about = question.page_title or question.text[:80]
    link = f"{origin}/ask?question={question.pk}"
    told = [one for one in wanting if not owes_factor(one.pk)]
    return [Letter(text, one.email, link, one.locale, organisation, by=name, about=about, said=said) for one in told]
