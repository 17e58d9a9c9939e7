"""Check-ins of a project's manager and its partner: set, held, answered by the other, or dropped."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from milepost.apps.office.access import project_to_see, responsible
from milepost.apps.office.catalogue import OfficeType
from milepost.apps.office.errors import CheckInOver, NotInCheckIn
from milepost.apps.office.events import CHECK_IN_ANSWERED, CHECK_IN_DROPPED, CHECK_IN_HELD, CHECK_IN_SET
from milepost.apps.office.models import CheckIn, Partner
from milepost.apps.org.access import scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.trail.actions.record import record
from milepost.apps.trail.kinds import EventKind
from milepost.kernel.errors import Invalid, NotFound

MOST_LETTERS = 20_000
"""Of notes."""


@transaction.atomic
def set_check_in(*, actor_id: int, project_id: int, due: date, at: datetime) -> CheckIn:
    """Set a check-in for a day; one a day. For manager, partner, and who may arrange the office's node.

    Raises NotFound, NotAllowed, NoOfficeHere, OtherType, NotInCheckIn, and Invalid for a day that is over or taken.
    """
    project = project_to_see(actor_id, project_id, Capability.COMMENT)
    office = responsible(project, OfficeType.CONTROLLING)
    if actor_id not in pair_of(project) and not scope_of(actor_id, Capability.ARRANGE).allows(office.node.path):
        raise NotInCheckIn
    if due < at.date():
        raise Invalid(field="due", reason="it is today or later")
    if CheckIn.objects.filter(project=project, due=due).exists():
        raise Invalid(field="due", reason="there is a check-in that day already")
    made = CheckIn.objects.create(project=project, due=due, set_by=actor_id)
    record(CHECK_IN_SET, actor_id=actor_id, at=at, node_id=project_id, data={"check_in": made.pk, "due": due.isoformat()})
    return made


@transaction.atomic
def hold_check_in(*, actor_id: int, check_in_id: int, notes: str, at: datetime) -> None:
    """Write down what was said; the other of the two agrees or says why not. Raises NotFound, NotInCheckIn, CheckInOver, Invalid."""
    check_in = _one_of_the_pair(actor_id, check_in_id)
    if check_in.held_at is not None:
        raise CheckInOver(state="held")
    if not 1 <= len(notes.strip()) <= MOST_LETTERS:
        raise Invalid(field="notes", reason=f"they need 1 to {MOST_LETTERS} characters")
    check_in.held_at, check_in.held_by_id, check_in.notes = at, actor_id, notes.strip()
    check_in.save(update_fields=["held_at", "held_by", "notes"])
    _record(CHECK_IN_HELD, check_in, actor_id, at)


@transaction.atomic
def answer_check_in(*, actor_id: int, check_in_id: int, agreed: bool, at: datetime, answer: str = "") -> None:
    """Agree with the notes that the other wrote, or say what is wrong with them. Once.

    Raises NotFound, NotInCheckIn, CheckInOver, and Invalid for a no without a word.
    """
    check_in = _one_of_the_pair(actor_id, check_in_id)
    if check_in.held_at is None or check_in.answered_at is not None:
        raise CheckInOver(state="answered" if check_in.answered_at else "open")
    if check_in.held_by_id == actor_id:
        raise NotInCheckIn
    if not agreed and not answer.strip():
        raise Invalid(field="answer", reason="say what is wrong with the notes")
    check_in.answered_at, check_in.answered_by_id, check_in.agreed, check_in.answer = at, actor_id, agreed, answer.strip()[:MOST_LETTERS]
    check_in.save(update_fields=["answered_at", "answered_by", "agreed", "answer"])
    _record(CHECK_IN_ANSWERED, check_in, actor_id, at, agreed=agreed)


@transaction.atomic
def drop_check_in(*, actor_id: int, check_in_id: int, at: datetime) -> None:
    """Drop a check-in that was not held. Raises NotFound, NotInCheckIn, CheckInOver."""
    check_in = _one_of_the_pair(actor_id, check_in_id)
    if check_in.held_at is not None:
        raise CheckInOver(state="held")
    _record(CHECK_IN_DROPPED, check_in, actor_id, at)
    check_in.delete()


def pair_of(project: Node) -> set[int]:
    """The manager and the partner of a project."""
    partner = Partner.objects.filter(project=project, until=None).values_list("person_id", flat=True).first()
    return {one for one in (project.manager_id, partner) if one is not None}


def _one_of_the_pair(actor_id: int, check_in_id: int) -> CheckIn:
    check_in = CheckIn.objects.select_for_update(of=("self",)).select_related("project").filter(id=check_in_id).first()
    if check_in is None or not scope_of(actor_id).allows(check_in.project.path):
        raise NotFound(what="check-in")
    project_to_see(actor_id, check_in.project_id, Capability.COMMENT)
    if actor_id not in pair_of(check_in.project):
        raise NotInCheckIn
    return check_in


def _record(kind: EventKind, check_in: CheckIn, actor_id: int, at: datetime, **more: object) -> None:
    data = {"check_in": check_in.pk, "due": check_in.due.isoformat(), **more}
    record(kind, actor_id=actor_id, at=at, node_id=check_in.project_id, data=data)
