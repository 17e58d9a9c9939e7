"""Which office is responsible for a place and, of a project, who answers for its status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from milepost.apps.office.access import project_to_see
from milepost.apps.office.actions.check_ins import pair_of
from milepost.apps.office.catalogue import OfficeType
from milepost.apps.office.models import Assignment, CheckIn, OfficeRole
from milepost.apps.office.queries.offices import OfficeView, office_for
from milepost.apps.office.queries.projects import Named, partners_of
from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node, Person


@dataclass(frozen=True, slots=True)
class CheckInRow:
    """A check-in of manager and partner; `mine` is what the reader may do with it now: hold, answer, or nothing."""

    id: int
    due: date
    held_at: datetime | None
    held_by: str | None
    notes: str
    answered_at: datetime | None
    answered_by: str | None
    agreed: bool | None
    answer: str
    mine: str


@dataclass(frozen=True, slots=True)
class HandOverRow:
    """Who ran a project, from when to when, and the note that they left."""

    person: Named
    since: datetime
    until: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who answers for a project: its manager, under a controlling office its partner too, under a directive one whom it assigned.

    `may_name` is whether the reader may name a partner or assign; check-ins and hand-overs only for who may see who works there.
    """

    office: OfficeView | None
    office_visible: bool
    manager: Named | None
    partner: Named | None = None
    assigned: bool = False
    may_name: bool = False
    may_check_in: bool = False
    candidates: Sequence[Named] = ()
    check_ins: Sequence[CheckInRow] = ()
    hand_overs: Sequence[HandOverRow] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Responsible:
    """The office that is responsible for a place; `own` where it was founded there, `visible` where the reader may open it."""

    office: OfficeView | None
    own: bool
    visible: bool
    may_found: bool


def responsible_at(actor_id: int, node_id: int) -> Responsible:
    """Which office is responsible for a node. Raises NotFound."""
    node = node_for(actor_id, node_id)
    office, scope = office_for(node_id), scope_of(actor_id)
    own = office is not None and office.node_id == node_id
    return Responsible(office, own, _visible(actor_id, office), bool(scope.bits_at(node.path) & Capability.ARRANGE) and not own)


def answerable(actor_id: int, project_id: int) -> Answerable:
    """Who answers for a project. Raises NotFound."""
    project = project_to_see(actor_id, project_id)
    office, scope = office_for(project_id), scope_of(actor_id, Capability.ARRANGE)
    manager = _named(project.manager_id)
    visible = _visible(actor_id, office)
    if office is None or office.type == OfficeType.SUPPORTIVE:
        return Answerable(office, visible, manager)
    known = bool(scope.bits_at(project.path) & Capability.DIRECTORY)
    may_name = visible and _may_arrange(actor_id, office)
    if office.type == OfficeType.DIRECTIVE:
        assigned = Assignment.objects.filter(project=project, until=None).exists()
        bench = _holding(office.id, "project_manager") if may_name else []
        past = _hand_overs(project_id) if known else []
        return Answerable(office, visible, manager, None, assigned, may_name, candidates=bench, hand_overs=past)
    partner = partners_of([project_id]).get(project_id)
    return Answerable(
        office,
        visible,
        manager,
        partner,
        may_name=may_name,
        may_check_in=may_name or actor_id in pair_of(project),
        candidates=_holding(office.id, "partner") if may_name else [],
        check_ins=_check_ins(actor_id, project) if known else [],
    )


def _visible(actor_id: int, office: OfficeView | None) -> bool:
    return office is not None and Node.objects.scoped(scope_of(actor_id)).filter(id=office.node_id).exists()


def _may_arrange(actor_id: int, office: OfficeView) -> bool:
    return Node.objects.scoped(scope_of(actor_id, Capability.ARRANGE)).filter(id=office.node_id).exists()


def _named(person_id: int | None) -> Named | None:
    row = Person.objects.filter(id=person_id).values_list("id", "name", "is_active").first() if person_id else None
    return Named(*row) if row else None


def _holding(office_id: int, role: str) -> list[Named]:
    held = OfficeRole.objects.filter(office_id=office_id, role=role, until=None, person__is_active=True).order_by("person__name")
    return [Named(pk, name) for pk, name in held.values_list("person_id", "person__name")]


def _check_ins(actor_id: int, project: Node) -> list[CheckInRow]:
    """Those to come first, the next one first; then those that were held, the last one first."""
    pair = pair_of(project)
    rows = CheckIn.objects.filter(project=project).select_related("held_by", "answered_by").order_by("due")
    open_ones = [one for one in rows if one.held_at is None]
    held = [one for one in rows if one.held_at is not None]
    return [
        CheckInRow(
            id=one.pk,
            due=one.due,
            held_at=one.held_at,
            held_by=one.held_by.name if one.held_by else None,
            notes=one.notes,
            answered_at=one.answered_at,
            answered_by=one.answered_by.name if one.answered_by else None,
            agreed=one.agreed,
            answer=one.answer,
            mine=_mine(one, actor_id) if actor_id in pair else "",
        )
        for one in (*open_ones, *reversed(held))
    ]


def _mine(one: CheckIn, actor_id: int) -> str:
    if one.held_at is None:
        return "hold"
    return "answer" if one.answered_at is None and one.held_by_id != actor_id else ""


def _hand_overs(project_id: int) -> list[HandOverRow]:
    rows = Assignment.objects.filter(project_id=project_id).select_related("person").order_by("-since", "-id")
    return [HandOverRow(Named(one.person_id, one.person.name, one.person.is_active), one.since, one.until, one.handed_over) for one in rows]
