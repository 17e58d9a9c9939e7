"""The only way to a question that somebody may see or answer.

The asker sees what they asked, the people of the office all that it was asked, and everybody who may see the place an answered question.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from milepost.apps.office.models import OfficeRole
from milepost.apps.org.access import Scope, scope_of
from milepost.apps.practice.models import Question
from milepost.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is to questions: their offices, and what they may see."""

    person_id: int
    offices: frozenset[int]
    scope: Scope

    @property
    def visible(self) -> Q:
        """The questions that they may read."""
        here = self.scope.check("node__") | (Q(node=None) & self.scope.check("office__node__"))
        answered: Any = Q(answered_at__isnull=False) & here
        seen: Q = Q(asker_id=self.person_id) | Q(office_id__in=self.offices) | answered
        return seen

    def answers(self, question: Question) -> bool:
        """Whether they answer for the office that was asked."""
        return question.office_id in self.offices


def standing_of(person_id: int) -> Standing:
    """What an active person is to questions. Two queries."""
    scope = scope_of(person_id)
    held = OfficeRole.objects.filter(person_id=person_id, person__is_active=True, until=None, office__closed_at=None)
    return Standing(person_id, frozenset(held.values_list("office_id", flat=True)), scope)


def question_for(person_id: int, question_id: int, *, lock: bool = False) -> tuple[Question, Standing]:
    """A question that somebody may read, and what they are to it. Raises NotFound."""
    standing = standing_of(person_id)
    known = Question.objects.select_related("node", "office__node")
    found = (known.select_for_update(of=("self",)) if lock else known).filter(standing.visible, id=question_id).first()
    if found is None:
        raise NotFound(what="question")
    return found, standing
