"""Check-ins of a project's manager and the partner that the office put beside them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q

from milepost.apps.office.models import CheckIn, Partner
from milepost.apps.practice.expecting.words import Asker, Expectation, Why, name

_AHEAD = timedelta(days=14)


def check_ins(asker: Asker) -> Iterator[Expectation]:
    """Those to hold from two weeks before their day, and the notes of the other that wait for an answer. Two queries."""
    led = [one.id for one in asker.projects if one.role == "project_manager"]
    beside = Partner.objects.filter(person_id=asker.person_id, until=None).values_list("project_id", flat=True)
    shared = Q(project_id__in=led) | Q(project_id__in=beside)
    to_hold = Q(held_at=None, due__lte=asker.today + _AHEAD)
    to_answer = Q(held_at__isnull=False, answered_at=None) & ~Q(held_by_id=asker.person_id)
    here = CheckIn.objects.filter(shared, to_hold | to_answer, asker.scope.check("project__")).select_related("project")
    for one in here:
        held = one.held_at is not None
        yield Expectation(
            kind="check_in",
            id=f"check_in:{one.pk}",
            node_id=one.project_id,
            path=one.project.path,
            title=name(one.project.name),
            due=one.due,
            why=Why("checked" if one.project_id in led else "partner", {"held": held}),
            does=f"/projects/{one.project_id}",
            verb="agree" if held else "hold",
            data={"notes": one.notes[:200]},
        )
