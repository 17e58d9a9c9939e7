"""Rows of a plan as the words of the schedule engine: one task a row, by the row's id."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from milepost.apps.planning.bridge.cells import Cells, elapsed, flag, lengths_of, moment, number, seconds, text
from milepost.engines.calendar import WorkCalendar
from milepost.engines.schedule import Assignment, Constraint, LagUnit, Link, LinkKind, Piece, Task
from milepost.engines.sheet import Dirty, Row, Sheet

# What a summary computes and a leaf is told. The duration stays, so that a summary that lost its rows keeps its length.
SUMS = frozenset({"percent_complete", "remaining_duration", "actual_duration", "actual_start", "actual_finish"})
SUMS |= {"work", "cost", "actual_work", "actual_cost"}
Resources = Mapping[int, Mapping[str, Any]]


class Reader:
    """Reads rows with what holds for the whole plan: its resources, its calendars, the length of a day."""

    def __init__(self, settings: Mapping[str, Any], calendars: Mapping[str, WorkCalendar]) -> None:
        self._calendars = calendars
        self._resources: Resources = {one["id"]: one for one in settings.get("resources") or ()}
        self._day = lengths_of(settings).day

    def task(self, row: Row, *, summary: bool) -> Task:
        """The row as a task. A row without a duration lasts a day, as planners expect of a new one."""
        cells = row.cells
        manual = cells.get("mode") == "manual"
        duration = seconds(cells, "duration")
        return Task(
            uid=row.id,
            name=text(cells, "name"),
            parent=row.parent,
            summary=summary,
            milestone=flag(cells, "milestone"),
            active=flag(cells, "active", default=True),
            manual=manual,
            duration=self._day if duration is None else duration,
            duration_elapsed=elapsed(cells, "duration"),
            calendar=self._calendar(text(cells, "calendar")),
            ignore_resource_calendar=flag(cells, "ignore_resource_calendar"),
            constraint=_constraint(cells),
            constraint_date=moment(cells, "constraint_date"),
            deadline=moment(cells, "deadline"),
            start=moment(cells, "start") if manual else None,
            finish=moment(cells, "finish") if manual else None,
            levelling_delay=seconds(cells, "levelling_delay") or 0,
            priority=int(number(cells, "priority", 500)),
            assignments=() if summary else self._assignments(cells),
            **({} if summary else _progress(cells)),
        )

    def _calendar(self, name: str) -> str | None:
        return name if name in self._calendars else None

    def _assignments(self, cells: Cells) -> tuple[Assignment, ...]:
        given = cells.get("assignments")
        return tuple(self._assignment(one) for one in given if isinstance(one, Mapping)) if isinstance(given, list) else ()

    def _assignment(self, given: Mapping[str, Any]) -> Assignment:
        resource = self._resources.get(given.get("resource") or 0, {})
        return Assignment(
            calendar=self._calendar(resource.get("calendar") or ""),
            units=float(given.get("units", 1.0)),
            work=int(given.get("work") or 0),
            actual_work=int(given.get("actual_work") or 0),
            delay=int(given.get("delay") or 0),
            levelling_delay=int(given.get("levelling_delay") or 0),
            drives=resource.get("type", "work") == "work" and given.get("drives", True),
            shaped=bool(given.get("shaped")),
            pieces=tuple(Piece(offset, length) for offset, length in given.get("pieces") or ()),
        )


def links_into(row: Row, rows: Mapping[int, Row]) -> tuple[Link, ...]:
    """The links of a row's predecessors cell; one whose predecessor is gone is left out."""
    given = row.cells.get("predecessors")
    if not isinstance(given, list):
        return ()
    return tuple(_link(one, row.id) for one in given if one["row"] in rows)


def summaries(sheet: Sheet) -> frozenset[int]:
    """The rows that have rows below them."""
    return frozenset(row.parent for row in sheet.rows.values() if row.parent is not None)


def stale_cells(sheet: Sheet, parents: frozenset[int], dirty: Dirty) -> dict[int, frozenset[str]]:
    """For each row that summed up others before the edit and no more does: the sums in it, but those that the edit itself wrote."""
    former = (row for row in sheet.rows.values() if row.id not in parents and row.cells.get("summary"))
    return {row.id: (SUMS - dirty.cells.get(row.id, set())) & row.cells.keys() for row in former}


def without(row: Row, keys: Collection[str]) -> Row:
    """The row without some of its cells."""
    return Row(row.id, row.parent, row.position, {key: value for key, value in row.cells.items() if key not in keys}) if keys else row


def tasks_of(rows: Iterable[Row], reader: Reader, parents: frozenset[int]) -> dict[int, Task]:
    """The tasks of those rows, in that order."""
    return {row.id: reader.task(row, summary=row.id in parents) for row in rows}


def _constraint(cells: Cells) -> Constraint:
    name = cells.get("constraint")
    return Constraint(name) if isinstance(name, str) and name in Constraint.__members__ else Constraint.ASAP


def _progress(cells: Cells) -> dict[str, Any]:
    return {
        "actual_start": moment(cells, "actual_start"),
        "actual_finish": moment(cells, "actual_finish"),
        "percent_complete": number(cells, "percent_complete"),
        "actual_duration": seconds(cells, "actual_duration"),
        "remaining_duration": seconds(cells, "remaining_duration"),
        "stop": moment(cells, "stop"),
        "resume": moment(cells, "resume"),
    }


def _link(given: Mapping[str, Any], successor: int) -> Link:
    unit = LagUnit(given.get("lag_unit") or "work")
    lag = given.get("lag") or 0
    return Link(given["row"], successor, LinkKind(given.get("kind") or "FS"), lag, unit)
