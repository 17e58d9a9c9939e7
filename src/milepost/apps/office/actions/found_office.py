"""Found an office at a place, change it, close it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.office.access import office_to_change
from milepost.apps.office.catalogue import OfficeType, Place
from milepost.apps.office.errors import HubInCircle, OfficeThere
from milepost.apps.office.events import OFFICE_CHANGED, OFFICE_CLOSED, OFFICE_FOUNDED
from milepost.apps.office.models import Assignment, Office, OfficeRole, Partner
from milepost.apps.org.access import node_for
from milepost.apps.org.actions.create_node import checked_name
from milepost.apps.org.capabilities import Capability
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound

MOST_LETTERS = 20_000
"""Of a charter."""


@transaction.atomic
def found_office(
    *, actor_id: int, node_id: int, name: str, type: str, place: str, at: datetime, charter: str = "", hub_id: int | None = None
) -> Office:
    """Found an office that is responsible for a node and all below, down to the next office; `hub_id` is the office that it reports to.

    Raises NotFound and NotAllowed (it asks for ARRANGE), OfficeThere, Invalid.
    """
    node = node_for(actor_id, node_id, Capability.ARRANGE, lock=True)
    if Office.objects.filter(node=node, closed_at=None).exists():
        raise OfficeThere(name=node.name)
    told = {"name": checked_name(name), "type": chosen(OfficeType, type, "type"), "place": chosen(Place, place, "place")}
    office = Office.objects.create(node=node, **told, charter=_charter(charter), hub=_hub(None, hub_id), founded_at=at, founded_by=actor_id)
    record(OFFICE_FOUNDED, actor_id=actor_id, at=at, node_id=node_id, data={"office": office.pk, **told})
    return office


@transaction.atomic
def change_office(*, actor_id: int, office_id: int, at: datetime, changes: dict[str, Any]) -> Office:
    """Change its name, type, place, charter or hub (`hub_id`, None for none); what is left out stays.

    Another type ends what only the old one has: partners of a controlling office, assignments of a directive one.
    Raises NotFound, NotAllowed, OfficeClosed, HubInCircle, Invalid.
    """
    office = office_to_change(actor_id, office_id)
    values = {name: _CHECKS[name](office, value) for name, value in changes.items()}
    changed = sorted(name for name, value in values.items() if getattr(office, name) != value)
    if not changed:
        return office
    before = office.type
    for name in changed:
        setattr(office, name, values[name])
    office.save(update_fields=changed)
    if "type" in changed:
        _end_sharing(office, at)
    data = {"office": office_id, "name": office.name, "fields": changed, "type": [before, office.type]}
    record(OFFICE_CHANGED, actor_id=actor_id, at=at, node_id=office.node_id, data=data)
    return office


@transaction.atomic
def close_office(*, actor_id: int, office_id: int, reason: str, at: datetime) -> None:
    """Close an office; it is kept, with the reason. Its spokes then report to nobody, and the next office above is responsible.

    Raises NotFound, NotAllowed, OfficeClosed, and Invalid without a reason.
    """
    office = office_to_change(actor_id, office_id)
    if not reason.strip():
        raise Invalid(field="reason", reason="say why, for who looks it up later")
    office.closed_at, office.closed_reason = at, reason.strip()
    office.save(update_fields=["closed_at", "closed_reason"])
    _end_sharing(office, at)
    OfficeRole.objects.filter(office=office, until=None).update(until=at)
    Office.objects.filter(hub=office, closed_at=None).update(hub=None)
    record(OFFICE_CLOSED, actor_id=actor_id, at=at, node_id=office.node_id, data={"office": office_id, "name": office.name})


def chosen(choices: Any, value: str, field: str) -> str:
    """The value, where it is one of the choices. Raises Invalid."""
    if value not in choices.values:
        raise Invalid(field=field, reason=f"it is one of {', '.join(choices.values)}")
    return value


def _hub(office: Office | None, hub_id: int | None) -> Office | None:
    if hub_id is None:
        return None
    hub = Office.objects.filter(id=hub_id, closed_at=None).first()
    if hub is None:
        raise NotFound(what="office")
    above: Office | None = hub
    while office is not None and above is not None:
        if above.pk == office.pk:
            raise HubInCircle(name=office.name)
        above = above.hub
    return hub


def _charter(text: str) -> str:
    if len(text) > MOST_LETTERS:
        raise Invalid(field="charter", reason=f"it has at most {MOST_LETTERS} characters")
    return text.strip()


def _end_sharing(office: Office, at: datetime) -> None:
    """Partners and assignments belong to the type that the office had."""
    for table in (Partner, Assignment):
        table.objects.filter(office=office, until=None).update(until=at)


_CHECKS: dict[str, Any] = {
    "name": lambda _, value: checked_name(value),
    "type": lambda _, value: chosen(OfficeType, value, "type"),
    "place": lambda _, value: chosen(Place, value, "place"),
    "charter": lambda _, value: _charter(value),
    "hub": _hub,
}
