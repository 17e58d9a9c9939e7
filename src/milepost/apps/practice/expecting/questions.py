"""Questions that wait for the office in which somebody works, and answers that they have not looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q

from milepost.apps.office.models import OfficeRole
from milepost.apps.org.queries.names import names_of
from milepost.apps.practice.expecting.words import Asker, Expectation, Why, name
from milepost.apps.practice.models import Question

_ANSWERED_WITHIN = timedelta(days=3)
_LONGEST = 120


def questions(asker: Asker) -> Iterator[Expectation]:
    """One for each. Three queries."""
    offices = OfficeRole.objects.filter(person_id=asker.person_id, until=None, office__closed_at=None).values("office_id")
    to_answer = Q(office_id__in=offices, answered_at=None) & ~Q(asker_id=asker.person_id)
    to_read = Q(asker_id=asker.person_id, answered_at__isnull=False, seen_at=None)
    found = list(Question.objects.filter(to_answer | to_read).select_related("node", "office__node"))
    names = names_of(one.asker_id for one in found)
    for one in found:
        place, mine = one.node or one.office.node, one.asker_id == asker.person_id
        yield Expectation(
            kind="question",
            id=f"question:{one.pk}",
            node_id=place.pk,
            path=place.path if asker.scope.allows(place.path) else "",
            title=name(one.text if len(one.text) <= _LONGEST else f"{one.text[:_LONGEST]}…"),
            due=None if mine else one.at.date() + _ANSWERED_WITHIN,
            why=Why("answered" if mine else "asked", {"by": one.office.name if mine else names.get(one.asker_id, "")}),
            does=f"/ask?question={one.pk}",
            verb="read" if mine else "answer",
        )
