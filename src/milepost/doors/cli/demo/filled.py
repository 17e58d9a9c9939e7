"""What stands in the demo's registers: risks, decisions and lessons by place, profiles, and the projects that have no plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

Cells = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a register: the day it was written, its cells, and by day what was changed later."""

    day: date
    cells: Cells
    later: Mapping[date, Cells] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Log:
    """A register at a place, with its entries in the order of their days."""

    place: str
    kind: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A project without a plan: its profile at the start, its milestones, and by day what its manager reported of them and of itself."""

    code: str
    name: str
    parent: str
    manager: int
    start: date
    profile: Cells
    milestones: Sequence[Entry]
    reports: Mapping[date, Cells]


def profiles() -> dict[str, Cells]:
    """By the name of a planned project what its profile says beside its plan."""
    return dict(_read("profiles"))


def logs() -> list[Log]:
    """Every register that is filled, with its place."""
    read: dict[str, tuple[str, Callable[..., Entry]]] = {
        "logs": ("raid", _risk),
        "decisions": ("decisions", _decision),
        "lessons": ("lessons", _lesson),
    }
    return [
        Log(place, kind, sorted((entry(*row) for row in rows), key=lambda one: one.day))
        for name, (kind, entry) in read.items()
        for place, rows in _read(name).items()
    ]


def unplanned() -> list[Unplanned]:
    """The projects without a plan."""
    return [_unplanned(told) for told in _read("unplanned")]


def _unplanned(told: Mapping[str, Any]) -> Unplanned:
    start = told["profile"]["start"]
    profile = {key: _cell(value) for key, value in told["profile"].items()}
    expected = {"finish": profile["baseline_finish"], "cost_forecast": profile["baseline_budget"]}
    reports = {
        day: {"finish": str(finish), "cost_forecast": cost, "stated_status": colour, "stated_reason": reason}
        for day, finish, cost, colour, reason in told["reports"]
    }
    milestones = [_milestone(start, *row) for row in told["milestones"]]
    return Unplanned(told["code"], told["name"], told["parent"], told["manager"], start, {**profile, **expected}, milestones, reports)


def _milestone(start: date, name: str, promised: date, now: date, done: str = "") -> Entry:
    """What came is written on its day; what is expected otherwise is known five weeks before it was promised, as far as that is past."""
    cells = {"name": name, "baseline": str(promised), "forecast": str(promised)}
    moved = {"forecast": str(now)}
    if done:
        return Entry(start, cells, {now: {**moved, "actual": str(now), "done": True}})
    return Entry(start, cells, {min(promised - timedelta(weeks=5), date(2026, 9, 30)): moved} if now != promised else {})


def _risk(day: date, kind: str, name: str, probability: int, impact: int, response: str, action: str, due: date, *later: Any) -> Entry:
    cells = {"name": name, "type": kind, "action": action, "due": str(due), "raised_on": str(day), "owner": "manager"}
    if kind == "risk":
        cells |= {"probability": str(probability), "response": response}
    if kind == "assumption":
        cells |= {"review": str(due)}
    return Entry(day, {**cells, "impact": str(impact)}, later[0] if later else {})


def _decision(day: date, name: str, due: date, decided_on: date | None = None, outcome: str = "", reason: str = "") -> Entry:
    cells = {"name": name, "due": str(due), "owner": "manager"}
    if decided_on is None:
        return Entry(day, cells)
    decided = {"status": "decided", "decided_on": str(decided_on), "decided_by": ["sponsor"], "outcome": outcome, "reason": reason}
    return Entry(day, cells, {decided_on: decided})


def _lesson(day: date, kind: str, name: str, happened: str, advice: str) -> Entry:
    return Entry(day, {"name": name, "type": kind, "happened": happened, "advice": advice, "owner": "manager"})


def _cell(value: Any) -> Any:
    return str(value) if isinstance(value, date) else value


@cache
def _read(name: str) -> Any:
    return yaml.safe_load((files("milepost.doors.cli.demo") / "registers" / f"{name}.yaml").read_text(encoding="utf-8"))
