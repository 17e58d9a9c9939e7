"""Small plans as Microsoft Project XML, made by hand for one test each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
HOUSE = HERE / "files" / "house.xml"
DATA = Path(os.environ.get("MILEPOST_DATA", HERE.parents[2] / "shared" / "data")) / "plans"

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=f"needs the shared plans: none in {DATA} (set MILEPOST_DATA)")


def real_plans() -> list[Path]:
    """The public plans of the shared data, none where it is absent."""
    return sorted(DATA.glob("*.xml"))


def element(tag: str, content: object = "") -> str:
    return f"<{tag}>{content}</{tag}>"


def elements(**content: object) -> str:
    """`Name="Dig", UID=1` as elements, in that order."""
    return "".join(element(tag, value) for tag, value in content.items())


def task(uid: int, *inside: str, name: str = "", hours: float = 8, level: int = 1, **more: object) -> str:
    """A task of so many hours; `inside` and `more` are further elements."""
    plain = elements(UID=uid, ID=uid, Name=name or f"T{uid}", OutlineLevel=level, Duration=f"PT{hours:g}H0M0S", DurationFormat=7)
    return element("Task", plain + elements(**more) + "".join(inside))


def link(predecessor: int, kind: int = 1, lag: int = 0, unit: int = 7, **more: object) -> str:
    """A link that comes from the task: 0 FF, 1 FS, 2 SF, 3 SS; the lag in tenths of a minute."""
    return element("PredecessorLink", elements(PredecessorUID=predecessor, Type=kind, LinkLag=lag, LagFormat=unit, **more))


def baseline(start: str, finish: str, **more: object) -> str:
    return element("Baseline", elements(Number=0, Start=start, Finish=finish, **more))


def plan(*tasks: str, calendars: str = "", resources: str = "", assignments: str = "", **properties: object) -> bytes:
    """A whole file that starts on Monday 2 March 2026 at 8:00."""
    head = elements(**{"SaveVersion": 14, "Name": "made.xml", "StartDate": "2026-03-02T08:00:00", **properties})
    body = element("Calendars", calendars) + element("Tasks", "".join(tasks)) + element("Resources", resources)
    text = head + body + element("Assignments", assignments)
    return f'<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project">{text}</Project>'.encode()
