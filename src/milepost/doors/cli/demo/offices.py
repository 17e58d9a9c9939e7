"""The offices of the demo: founded, filled, and at work with partners, check-ins and a bench."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, partial
from importlib.resources import files
from typing import Any

import yaml

from milepost.apps.office.actions.assign import assign_project
from milepost.apps.office.actions.check_ins import answer_check_in, hold_check_in, set_check_in
from milepost.apps.office.actions.found_office import found_office
from milepost.apps.office.actions.functions import take_on
from milepost.apps.office.actions.give_authority import give_authority
from milepost.apps.office.actions.goals import set_goal
from milepost.apps.office.actions.partners import name_partner
from milepost.apps.office.actions.people import give_office_role, report_to
from milepost.apps.office.actions.share_out import share_out
from milepost.apps.office.proposing.matrix import matrix_for
from milepost.doors.cli.demo.filled import unplanned
from milepost.doors.cli.demo.making import Making
from milepost.doors.cli.demo.portfolio import CURRENCY, LAST_REPORT, Project
from milepost.kernel.money import Money

Step = tuple[datetime, Callable[..., None]]
Told = Mapping[str, Any]


def steps(making: Making, planned: Sequence[Project]) -> Iterator[Step]:
    """Every step of the offices, each with its moment; of projects only those that are made."""
    made = {*(project.name for project in planned), *(project.name for project in unplanned())}
    told: dict[str, Any] = {name: _of(made, part) if isinstance(part, dict) else part for name, part in _read().items()}
    offices: dict[str, int] = {}
    for office in told["offices"]:
        yield _at(office["since"], 7), partial(_found, making, offices, office)
    for project, (partner, since) in told["partners"].items():
        yield _at(since, 13), partial(_partner, making, project, partner)
    for project, meetings in told["check_ins"].items():
        partner = told["partners"][project][0]
        for meeting in meetings:
            yield from _check_in(making, project, partner, *meeting)
    for project, (person, since, *note) in told["assigned"].items():
        yield _at(since, 17 if note else 7, 30), partial(_assign, making, project, person, "".join(note))


def _of(made: Collection[str], by_project: Told) -> Told:
    return {project: told for project, told in by_project.items() if project in made}


@cache
def _read() -> Told:
    text = (files("milepost.doors.cli.demo") / "offices.yaml").read_text(encoding="utf-8")
    found: Told = yaml.safe_load(text)
    return found


def _found(making: Making, offices: dict[str, int], told: Told, at: datetime) -> None:
    by: dict[str, Any] = {"actor_id": making.owner, "at": at}
    node = making.nodes[told["place"]]
    named = {"name": told["name"], "type": told["type"], "place": told["sits"], "charter": told["charter"]}
    office = found_office(node_id=node, hub_id=offices.get(""), **named, **by).pk
    offices[told["place"]] = office
    goals = [
        set_goal(node_id=node, horizon=horizon, text=text, measure=measure, due=due, aims=aims, **by).pk
        for horizon, text, measure, due, aims in told["goals"]
    ]
    for key, number in told["functions"].items():
        take_on(office_id=office, key=key, goal_id=goals[number], **by)
    for role, names in told["people"].items():
        for name in names:
            give_office_role(office_id=office, person_id=making.people[name], role=role, **by)
    for name, above in told["lines"].items():
        report_to(office_id=office, person_id=making.people[name], to_id=making.people[above], **by)
    for process, letters in matrix_for(list(told["functions"]), told["type"]).items():
        share_out(office_id=office, process=process, letters=letters, **by)
    for decision, role, *amount in told["authority"]:
        up_to = Money(Decimal(amount[0]), CURRENCY) if amount else None
        give_authority(node_id=node, decision=decision, role=role, up_to=up_to, **by)


def _partner(making: Making, project: str, partner: str, at: datetime) -> None:
    name_partner(actor_id=making.owner, project_id=making.nodes[project], person_id=making.people[partner], at=at)


def _check_in(making: Making, project: str, partner: str, due: date, notes: str = "", answer: str = "") -> Iterator[Step]:
    """Set two weeks before, but not after the day that the demo plays; held by the partner on its day, answered by the manager the next."""
    made: list[int] = []
    yield _at(min(due - timedelta(days=14), LAST_REPORT), 13, 30), partial(_set, making, made, project, partner, due)
    if notes:
        yield _at(due, 14), partial(_hold, making, made, partner, notes)
    if answer:
        yield _at(due + timedelta(days=1), 9), partial(_answer, making, made, project, answer)


def _set(making: Making, made: list[int], project: str, partner: str, due: date, at: datetime) -> None:
    made.append(set_check_in(actor_id=making.people[partner], project_id=making.nodes[project], due=due, at=at).pk)


def _hold(making: Making, made: list[int], partner: str, notes: str, at: datetime) -> None:
    hold_check_in(actor_id=making.people[partner], check_in_id=made[0], notes=notes, at=at)


def _answer(making: Making, made: list[int], project: str, answer: str, at: datetime) -> None:
    manager, agreed = making.leads[project][0], answer == "yes"
    words = "" if agreed else answer.removeprefix("no: ")
    answer_check_in(actor_id=manager, check_in_id=made[0], agreed=agreed, answer=words, at=at)


def _assign(making: Making, project: str, person: str, note: str, at: datetime) -> None:
    assign_project(actor_id=making.owner, project_id=making.nodes[project], person_id=making.people[person], hand_over=note, at=at)


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC)
