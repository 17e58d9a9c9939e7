"""Status reports: what a project manager enters each Friday, and what was booked each month, of what really happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from milepost.doors.cli.demo.halfdays import HalfDays
from milepost.doors.cli.demo.outline import Draft
from milepost.doors.cli.demo.truth import Happened

_HALF_DAY = 4 * 3600

Cells = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """Progress as of a status date: the cells that change, by row."""

    at: datetime
    cells: Mapping[int, Cells]


@dataclass(frozen=True, slots=True)
class Booking:
    """What a task cost in a month: `share` of all its work, real or overrun, that fell in it."""

    row: int
    first: date
    last: date
    half_days: int
    share: float


def reports(
    rows: Sequence[Draft], happened: Mapping[int, Happened], time_of: HalfDays, first: date, last: date, every: int
) -> Iterator[Report]:
    """One report every so many weeks, on Fridays at 17:00; weeks in which nothing changed still move the status date."""
    told: dict[int, Cells] = {}
    for day in _fridays(first, last, every):
        at = datetime.combine(day, time(17))
        now = time_of.position(at)
        cells = {}
        for row in rows:
            if row.summary:
                continue
            state = _state(row, happened[row.id], now, time_of)
            if state and told.get(row.id) != state:
                told[row.id] = cells[row.id] = state
        yield Report(at, cells)


def bookings(rows: Sequence[Draft], happened: Mapping[int, Happened], time_of: HalfDays, last: date) -> Iterator[Booking]:
    """What each task used in each calendar month, up to a day."""
    for row in rows:
        if row.summary or row.milestone:
            continue
        span = happened[row.id]
        before = span.start
        for begin, end in _months(time_of.start(span.start).date(), last):
            until = min(span.finish, time_of.position(datetime.combine(end, time(17))))
            if until > before:
                yield Booking(row.id, begin, end, until - before, (until - before) / max(span.finish - span.start, 1))
                before = until


def _fridays(first: date, last: date, every: int) -> Iterator[date]:
    day = first + timedelta(days=(4 - first.weekday()) % 7)
    start = last - timedelta(days=(last - day).days // (7 * every) * 7 * every)
    while start <= last:
        yield start
        start += timedelta(days=7 * every)


def _months(first: date, last: date) -> Iterator[tuple[date, date]]:
    while first <= last:
        following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        yield first.replace(day=1), min(following - timedelta(days=1), last)
        first = following


def _state(row: Draft, span: Happened, now: int, time_of: HalfDays) -> Cells | None:
    begun = span.start < now or (span.finish == span.start == now)
    if not begun:
        return None
    moment = time_of.finish(span.finish) if row.duration == 0 else time_of.start(span.start)
    cells: Cells = {"actual_start": _text(moment)}
    if span.finish <= now:
        return {**cells, "actual_finish": _text(time_of.finish(span.finish)), "percent_complete": 100}
    return {**cells, **_under_way(row, span, now)}


def _under_way(row: Draft, span: Happened, now: int) -> Cells:
    done, whole = now - span.start, span.finish - span.start
    percent = max(1, min(99, round(100 * done / whole)))
    return {"percent_complete": percent} if row.elapsed else {"duration": whole * _HALF_DAY, "percent_complete": percent}


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
