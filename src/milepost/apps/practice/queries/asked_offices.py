"""Which offices somebody may ask."""

from __future__ import annotations

from milepost.apps.office.queries.offices import OfficeView, living_offices
from milepost.apps.org.access import scope_of


def offices_to_ask(actor_id: int) -> list[OfficeView]:
    """The offices at places that the person sees, or above one where they work; the nearest to the root first. Two queries."""
    scope = scope_of(actor_id)
    offices = living_offices()
    found = [path for path in offices if scope.allows(path) or any(one.startswith(path) for one in scope.paths)]
    return [offices[path] for path in sorted(found, key=lambda one: (len(one), one))]
