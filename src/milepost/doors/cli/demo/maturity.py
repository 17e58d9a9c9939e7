"""The demo's two assessments of maturity, half a year apart, and the roadmap that followed from each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from functools import partial
from importlib.resources import files
from typing import Any

import yaml

from milepost.apps.office.maturity.assess import answer_question, begin_assessment, finish_assessment
from milepost.apps.office.maturity.improve import plan_improvements
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.writing.wire import ops_from_wire
from milepost.doors.cli.demo.making import Making
from milepost.doors.cli.demo.people import PEOPLE

_ORDER = ("management_control", "benefits", "finance", "stakeholders", "risk", "governance", "resources")
_ROLES = {"o": "PO", "d": "DI"}
Step = tuple[datetime, Callable[..., None]]


class _Told:
    """What has been made so far: the assessments in order, and the row of each improvement by its question."""

    def __init__(self) -> None:
        self.assessments: list[int] = []
        self.rows: dict[str, tuple[int, int]] = {}


def steps(making: Making) -> Iterator[Step]:
    """Every step of the assessments and of the roadmap, at the organisation."""
    said, told = _read(), _Told()
    for index, assessment in enumerate(said["assessments"]):
        yield _at(assessment["begun"], 9), partial(_begin, making, told)
        for number, role in enumerate(assessment["levels"]):
            yield _at(assessment["begun"], 10 + number), partial(_answer, making, told, assessment, role)
        yield _at(assessment["finished"], 9), partial(_finish, making, told)
        for number, (after, question, due, later) in enumerate(said["improvements"]):
            if after == index:
                yield _at(assessment["finished"], 10 + number), partial(_plan, making, told, question, due)
                for day, status in later.items():
                    yield _at(day, 14), partial(_change, making, told, question, status)


def _begin(making: Making, told: _Told, at: datetime) -> None:
    told.assessments.append(begin_assessment(actor_id=making.owner, node_id=making.nodes[""], at=at))


def _answer(making: Making, told: _Told, said: Mapping[str, Any], role: str, at: datetime) -> None:
    """What the office notes as evidence stands beside its own answers."""
    who = _person(making, role)
    for domain, levels in said["levels"][role].items():
        for perspective, level in zip(_ORDER, levels, strict=True):
            key = f"{domain}.{perspective}"
            evidence = said["evidence"].get(key, "") if role == "o" else ""
            answer_question(actor_id=who, assessment_id=told.assessments[-1], question=key, level=level, evidence=evidence, at=at)


def _finish(making: Making, told: _Told, at: datetime) -> None:
    finish_assessment(actor_id=making.owner, assessment_id=told.assessments[-1], at=at)


def _plan(making: Making, told: _Told, question: str, due: date, at: datetime) -> None:
    owner = _person(making, "o")
    planned = plan_improvements(
        actor_id=making.owner, assessment_id=told.assessments[-1], questions=[question], owner_id=owner, due=due, at=at
    )
    told.rows[question] = planned.sheet_id, planned.rows[0]


def _change(making: Making, told: _Told, question: str, status: str, at: datetime) -> None:
    sheet, row = told.rows[question]
    op = {"op": "set", "row": row, "cells": {"status": status}}
    change_sheet(actor_id=making.owner, sheet_id=sheet, ops=ops_from_wire([op]), client_op_id=None, base_seq=None, at=at)


def _person(making: Making, role: str) -> int:
    """The last one of the project office, or the first director: the head of the office is busy elsewhere."""
    names = [someone.name for someone in PEOPLE if someone.role == _ROLES[role]]
    return making.people[names[-1] if role == "o" else names[0]]


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def _read() -> Any:
    return yaml.safe_load((files("milepost.doors.cli.demo") / "registers" / "maturity.yaml").read_text(encoding="utf-8"))
