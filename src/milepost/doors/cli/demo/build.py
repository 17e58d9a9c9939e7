"""Makes the demo organisation by the actions that people use, in the order of its invented time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Any

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.create_organisation import create_organisation
from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.actions.state_status import state_status
from milepost.apps.planning.actions.post_actuals import ActualsEntry, post_actuals
from milepost.apps.planning.actions.set_baseline import set_baseline
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.writing.wire import ops_from_wire, rows_from_wire
from milepost.doors.cli.demo import filling, findings, intake, maturity, methods, offices, practice
from milepost.doors.cli.demo import rows as plan_rows
from milepost.doors.cli.demo.filled import unplanned
from milepost.doors.cli.demo.making import PLANNED, Making
from milepost.doors.cli.demo.outline import Draft
from milepost.doors.cli.demo.people import GUESTS, PEOPLE, Someone, address
from milepost.doors.cli.demo.portfolio import CURRENCY, DEMO_DAY, ORGANISATION, PLACES, PROJECTS, ZONE, Project, Statement
from milepost.doors.cli.demo.reports import Booking, Report
from milepost.doors.cli.demo.story import Story, tell

FOUNDED = datetime(2025, 12, 1, 8, tzinfo=UTC)
_AGREED = timedelta(days=7)  # before a project's start: its baseline is set


@dataclass(frozen=True, slots=True)
class Built:
    """Who signs in to the demo first, the day that it plays, and how much there is."""

    owner_id: int
    email: str
    today: date
    projects: int
    tasks: int


Step = tuple[datetime, Callable[..., None]]


def build_demo(*, password: str | None) -> Built:
    """Make the demo in an empty database; the head of the project office owns it and may sign in with the password.

    Raises AlreadyFounded where there is an organisation.
    """
    making = Making()
    _found(making, password)
    stories = [tell(project) for project in PROJECTS]
    told = (
        *filling.steps(making, PROJECTS),
        *maturity.steps(making),
        *offices.steps(making, PROJECTS),
        *methods.steps(making, PROJECTS),
        *findings.steps(making),
        *practice.steps(making),
        *intake.steps(making),
    )
    steps = [*(step for story in stories for step in _steps(making, story)), *told]
    for at, step in sorted(steps, key=lambda each: each[0]):
        step(at=at)
    tasks = sum(not row.summary for story in stories for row in story.rows)
    return Built(making.owner, address(PEOPLE[0]), DEMO_DAY, len(stories) + len(unplanned()) + intake.started(), tasks)


def _found(making: Making, password: str | None) -> None:
    owner = PEOPLE[0]
    for someone in PEOPLE:
        making.people[someone.name] = _person(someone, password if someone is owner else None)
    for guest in GUESTS:
        making.people[guest.name] = _person(guest, None)
    owner_id = making.people[owner.name]
    root = create_organisation(name=ORGANISATION, owner_id=owner_id, at=FOUNDED, zone=ZONE, currency=CURRENCY, demo_day=DEMO_DAY)
    making.nodes[""] = root.pk
    for place in PLACES:
        parent = making.nodes[place.parent]
        making.nodes[place.name] = create_node(actor_id=owner_id, parent_id=parent, kind=place.kind, name=place.name, at=FOUNDED).pk
    for someone in PEOPLE[1:]:
        if someone.role in _HOUSE_ROLES:
            grant_role(
                actor_id=owner_id, person_id=making.people[someone.name], node_id=root.pk, role=_HOUSE_ROLES[someone.role], at=FOUNDED
            )


# What people hold at the organisation: the project office edits everything, directors see everything.
_HOUSE_ROLES = {"PO": "editor", "DI": "viewer"}


def _person(someone: Someone, password: str | None) -> int:
    person = create_person(
        actor_id=None,
        email=address(someone),
        name=someone.name,
        at=FOUNDED,
        password=password,
        locale=someone.locale,
        zone=someone.zone,
    )
    return person.pk


def _steps(making: Making, story: Story) -> Iterator[Step]:
    project = story.project
    yield _morning(project.start - PLANNED), partial(_plan, making, story)
    if project.baseline:
        yield _morning(project.start - _AGREED), partial(_baseline, making, story)
    for report in story.reports:
        yield report.at.replace(tzinfo=UTC) - timedelta(hours=1), partial(_report, making, story, report)
    months = sorted({booking.last for booking in story.bookings})
    for last in months:
        yield _evening(last), partial(_book, making, story, [booking for booking in story.bookings if booking.last == last])
    for statement in project.statements:
        yield _evening(statement.day), partial(_state, making, story, statement)


def _plan(making: Making, story: Story, at: datetime) -> None:
    project, owner = story.project, making.people[PEOPLE[0].name]
    manager, sponsor = making.people[story.manager], making.people[_sponsor(project)]
    node = create_node(
        actor_id=owner,
        parent_id=making.nodes[project.parent],
        kind="project",
        name=project.name,
        at=at,
        code=project.code,
        manager_id=manager,
        sponsor_id=sponsor,
    ).pk
    making.nodes[project.name] = node
    making.leads[project.name] = (manager, sponsor)
    _grant(making, story, node, at)
    created = create_sheet(
        actor_id=manager,
        node_id=node,
        kind="plan",
        name=project.name,
        at=at,
        rows=rows_from_wire([_row(story, row, manager) for row in story.rows]),
        settings=plan_rows.settings(story.team, project.start, CURRENCY),
        zone=ZONE,
    )
    making.sheets[project.name] = created.sheet_id


def _row(story: Story, row: Draft, manager: int) -> dict[str, object]:
    return {"id": row.id, "parent": row.parent, "cells": plan_rows.cells(row, story.team, story.project.start, manager)}


def _sponsor(project: Project) -> str:
    directors = [someone.name for someone in PEOPLE if someone.role == "DI"]
    return directors[PROJECTS.index(project) % len(directors)]


def _grant(making: Making, story: Story, node: int, at: datetime) -> None:
    owner = making.owner
    grant_role(actor_id=owner, person_id=making.people[story.manager], node_id=node, role="manager", at=at)
    for guest in (guest for guest, place in GUESTS.items() if place == story.project.name):
        grant_role(actor_id=owner, person_id=making.people[guest.name], node_id=node, role="guest", at=at)
    for role, (_, name) in story.team.members.items():
        if role != "PM":
            grant_role(actor_id=owner, person_id=making.people[name], node_id=node, role="contributor", at=at)


def _baseline(making: Making, story: Story, at: datetime) -> None:
    sheet = making.sheets[story.project.name]
    set_baseline(actor_id=making.people[story.manager], sheet_id=sheet, at=at, name="Agreed with the sponsor")


def _report(making: Making, story: Story, report: Report, at: datetime) -> None:
    status = {"op": "settings", "values": {"status_date": report.at.isoformat(timespec="minutes")}}
    ops: list[dict[str, Any]] = [status, *({"op": "set", "row": row, "cells": cells} for row, cells in report.cells.items())]
    actor, sheet = making.people[story.manager], making.sheets[story.project.name]
    change_sheet(actor_id=actor, sheet_id=sheet, ops=ops_from_wire(ops), client_op_id=None, base_seq=None, at=at)


def _book(making: Making, story: Story, booked: list[Booking], at: datetime) -> None:
    by_id = {row.id: row for row in story.rows}
    dear = story.project.conduct.dear
    entries = [
        ActualsEntry(
            row_id=booking.row,
            first=booking.first,
            last=booking.last,
            minutes=booking.half_days * 240,
            cost=round(plan_rows.budget(by_id[booking.row]) * 100 * dear * booking.share),
        )
        for booking in booked
    ]
    post_actuals(actor_id=making.people[story.manager], sheet_id=making.sheets[story.project.name], entries=entries, at=at)


def _state(making: Making, story: Story, statement: Statement, at: datetime) -> None:
    actor, node = making.people[story.manager], making.nodes[story.project.name]
    state_status(actor_id=actor, project_id=node, colour=statement.colour, reason=statement.reason, at=at)


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(8), UTC)


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(16), UTC)
