"""The page of an office: itself, its projects, what needs doing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from milepost.apps.office.access import visible_office
from milepost.apps.office.queries.detail import OfficeDetail, office_detail
from milepost.apps.office.queries.projects import OfficeProject, projects_of
from milepost.apps.office.queries.todo import Todo, todo


@dataclass(frozen=True, slots=True)
class OfficePage:
    """An office with its projects and what needs doing there; a closed one has neither."""

    office: OfficeDetail
    projects: Sequence[OfficeProject]
    todo: Sequence[Todo]


def office_page(actor_id: int, office_id: int, at: datetime) -> OfficePage:
    """All that the page of an office shows. Raises NotFound."""
    office = office_detail(actor_id, office_id)
    if office.closed_at is not None:
        return OfficePage(office, (), ())
    projects = projects_of(actor_id, visible_office(actor_id, office_id), at)
    return OfficePage(office, projects, todo(office, projects, at))
