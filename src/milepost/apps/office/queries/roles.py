"""Who has which role in which office, now."""

from __future__ import annotations

from dataclasses import dataclass

from milepost.apps.office.models import OfficeRole


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role that somebody has in an office; `active` is False where they left the organisation and nobody followed."""

    person_id: int
    name: str
    role: str
    office_id: int
    node_id: int
    active: bool


_COLUMNS = ("person_id", "person__name", "role", "office_id", "office__node_id", "person__is_active")


def held_by(person_id: int) -> tuple[RoleHeld, ...]:
    """The roles that somebody has now in offices that are not closed. One query."""
    return _rows(person_id=person_id)


def people_of(office_id: int) -> tuple[RoleHeld, ...]:
    """Who has which role in an office now, by role and name. One query; the caller asks whether its reader may know."""
    return _rows(office_id=office_id)


def _rows(**of: int) -> tuple[RoleHeld, ...]:
    held = OfficeRole.objects.filter(**of, until=None, office__closed_at=None).order_by("role", "person__name", "id")
    return tuple(RoleHeld(*row) for row in held.values_list(*_COLUMNS))
