"""One project for somebody: its figures, what drives its finish, its milestones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from milepost.apps.org.access import path_names, scope_of
from milepost.apps.org.paths import WIDTH
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.planning.figures import is_milestone, leaves_of
from milepost.apps.planning.queries.driving import Chain, finish_steps
from milepost.apps.planning.queries.items import item_of, slip_days
from milepost.apps.planning.queries.opened import OpenPlan, open_project
from milepost.apps.planning.queries.portfolio import columns_told, wall_clock
from milepost.apps.planning.queries.profiled import profiles_at
from milepost.apps.planning.queries.words import MilestoneRow, ProfileColumn, ProjectItem
from milepost.kernel.moments import format_moment

MOST_STEPS = 20
"""Steps of the driving chain that come with a project, which is read again after each edit; the chain of its last row has all."""


@dataclass(frozen=True, slots=True)
class ProjectDetail:
    """A project with what its overview page shows."""

    item: ProjectItem
    as_of: str
    stated_reason: str
    stated_at: datetime | None
    driving_chain: Chain
    milestones: Sequence[MilestoneRow]
    columns: Sequence[ProfileColumn]
    names: Mapping[int, str]
    profile_currency: str


def project_detail(*, actor_id: int, project_id: int, at: datetime) -> ProjectDetail:
    """The project as of `at`. Raises NotFound where it is none that the person may see."""
    project = open_project(actor_id, project_id)
    above = project.row.path[:-WIDTH]
    local, here = wall_clock(at), organisation_or_default()
    profiles = profiles_at(actor_id, project_id, here.currency)
    bits = scope_of(actor_id).bits_at(project.row.path)
    return ProjectDetail(
        item=item_of(project.row, project.figures, profiles, path_names([above])[above], local, bits),
        as_of=format_moment(local),
        stated_reason=project.row.stated_reason,
        stated_at=project.row.stated_at,
        driving_chain=finish_steps(project.plan.state, MOST_STEPS) if project.plan else Chain(),
        milestones=milestones_of(project.plan) if project.plan else profiles.milestones.get(project_id, ()),
        columns=columns_told(profiles),
        names=profiles.names,
        profile_currency=here.currency,
    )


def milestones_of(plan: OpenPlan) -> list[MilestoneRow]:
    """The milestones of a plan, the earliest first."""
    state = plan.state
    found = [row_id for row_id in leaves_of(state) if is_milestone(state, row_id)]
    return [_milestone(plan, row_id) for row_id in sorted(found, key=lambda row_id: (state.slots[row_id].finish, row_id))]


def slip_of(plan: OpenPlan, row_id: int) -> tuple[str | None, float | None]:
    """The baseline finish of a row, and its slip in working days."""
    row = plan.state.baseline.get(row_id)
    if row is None or row.finish is None:
        return None, None
    seconds = plan.timeline.between(row.finish, plan.state.slots[row_id].finish)
    return format_moment(row.finish), slip_days(seconds, plan.figures.day_seconds)


def _milestone(plan: OpenPlan, row_id: int) -> MilestoneRow:
    slot = plan.state.slots[row_id]
    agreed, slip = slip_of(plan, row_id)
    return MilestoneRow(row_id, plan.state.tasks[row_id].name, format_moment(slot.finish), agreed, slip, slot.percent_complete >= 100)
