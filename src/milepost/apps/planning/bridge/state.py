"""What a plan keeps beside its rows: its tasks and links in the engine's words, its schedule, its amounts; rebuilt where rows changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from milepost.apps.planning.bridge.amounts import Amounts, amounts_of
from milepost.apps.planning.bridge.baselined import BaselineRow
from milepost.apps.planning.bridge.calendars import calendars_of, project_calendar
from milepost.apps.planning.bridge.cells import lengths_of, moment
from milepost.apps.planning.bridge.rows import Reader, links_into, stale_cells, summaries, tasks_of, without
from milepost.engines.calendar import Timeline, WorkCalendar
from milepost.engines.schedule import Link, Network, ProgressRule, Schedule, Slot, Task, Timelines, schedule
from milepost.engines.sheet import Dirty, Sheet
from milepost.kernel.durations import DayLength
from milepost.kernel.errors import MilepostError

_NO_START = datetime(2000, 1, 3, 8)


class LinkInFamily(MilepostError):
    """{successor} and {predecessor} cannot be linked: one of them is the summary of the other, or they are one row."""

    code = "plan.link_in_family"
    status = 422


@dataclass(frozen=True, slots=True)
class Words:
    """What holds for the whole plan, read once from its settings; its compiled calendars serve only who holds the sheet's lock."""

    settings: Mapping[str, Any]
    calendars: Mapping[str, WorkCalendar]
    calendar: WorkCalendar
    timeline: Timeline
    reader: Reader
    lengths: DayLength
    currency: str
    status_date: datetime | None
    lines: Timelines

    def timeline_of(self, name: str) -> Timeline:
        """The working time of a calendar, or the project's where the plan has none of that name."""
        return self.lines.of(self.calendars.get(name, self.calendar))


@dataclass(frozen=True, slots=True)
class PlanState:
    """A plan as it was last computed. Never changed: an edit makes a new one, so a refused edit leaves this one standing."""

    words: Words
    parents: frozenset[int]
    tasks: Mapping[int, Task]
    links: Mapping[int, tuple[Link, ...]]
    amounts: Mapping[int, Amounts]
    schedule: Schedule
    slots: Mapping[int, Slot]
    baseline: Mapping[int, BaselineRow]


def build(model: Sheet, baseline: Mapping[int, BaselineRow], known: Words | None = None, dirty: Dirty | None = None) -> PlanState:
    """Compute the whole plan after an edit touched what `dirty` says (None: nothing); `known` is its words where no setting changed.

    Raises LoopFound, LinkInFamily and what the calendars refuse.
    """
    words = known or _words(dict(model.settings))
    parents = summaries(model)
    stale = stale_cells(model, parents, dirty) if dirty else {}
    rows = [without(model.rows[row_id], stale.get(row_id, ())) for row_id in model.order()]
    tasks = tasks_of(rows, words.reader, parents)
    links = {row.id: found for row in rows if (found := links_into(row, model.rows))}
    amounts = {row.id: amounts_of(row.cells, words.currency) for row in rows if row.id not in parents}
    return _computed(model, words, parents, tasks, links, amounts, baseline)


def rebuild(model: Sheet, before: PlanState, dirty: Dirty) -> PlanState:
    """Compute the plan again after cells of some rows changed, and nothing else of it."""
    words, parents = before.words, before.parents
    touched = [model.rows[row_id] for row_id in dirty.cells if row_id in model.rows]
    tasks = {**before.tasks, **tasks_of(touched, words.reader, parents)}
    links = {**before.links, **{row.id: links_into(row, model.rows) for row in touched}}
    amounts = {**before.amounts, **{row.id: amounts_of(row.cells, words.currency) for row in touched if row.id not in parents}}
    if all(_stands_alike(before, tasks[row.id], links[row.id]) for row in touched):
        return replace(before, tasks=tasks, links=links, amounts=amounts)
    return _computed(model, words, parents, tasks, links, amounts, before.baseline, before.schedule)


def _stands_alike(before: PlanState, task: Task, links: tuple[Link, ...]) -> bool:
    """Whether nothing changed that the schedule reads of a row; it reads no names."""
    return replace(task, name=before.tasks[task.uid].name) == before.tasks[task.uid] and links == before.links.get(task.uid, ())


def _computed(
    model: Sheet,
    words: Words,
    parents: frozenset[int],
    tasks: Mapping[int, Task],
    links: Mapping[int, tuple[Link, ...]],
    amounts: Mapping[int, Amounts],
    baseline: Mapping[int, BaselineRow],
    before: Schedule | None = None,
) -> PlanState:
    _refuse_family(model, tasks, links, parents)
    found = schedule(_network(words, tasks, links), words.lines, before)
    slots = {row_id: found.slots[row_id] for row_id in tasks}
    return PlanState(words, parents, tasks, links, amounts, found, slots, baseline)


def _network(words: Words, tasks: Mapping[int, Task], links: Mapping[int, tuple[Link, ...]]) -> Network:
    settings = words.settings
    return Network(
        tasks=tuple(tasks.values()),
        links=tuple(link for group in links.values() for link in group),
        start=moment(settings, "start") or _NO_START,
        finish=moment(settings, "finish"),
        calendars=words.calendars,
        project_calendar=words.calendar,
        from_finish=bool(settings.get("from_finish")) and settings.get("finish") is not None,
        status_date=words.status_date,
        progress_rule=ProgressRule(settings.get("progress_rule") or "retained"),
        critical_slack=int(settings.get("critical_slack") or 0),
        honour_constraints=settings.get("honour_constraints") is not False,
    )


def _words(settings: Mapping[str, Any]) -> Words:
    calendars = calendars_of(settings)
    calendar = project_calendar(settings, calendars)
    lines = Timelines()
    return Words(
        settings=settings,
        calendars=calendars,
        calendar=calendar,
        timeline=lines.of(calendar),
        reader=Reader(settings, calendars),
        lengths=lengths_of(settings),
        currency=str(settings.get("currency") or "EUR"),
        status_date=moment(settings, "status_date"),
        lines=lines,
    )


def _refuse_family(model: Sheet, tasks: Mapping[int, Task], links: Mapping[int, tuple[Link, ...]], parents: frozenset[int]) -> None:
    for group in links.values():
        for link in group:
            first, second = link.predecessor, link.successor
            above = (first in parents and first in model.ancestors(second)) or (second in parents and second in model.ancestors(first))
            if first == second or above:
                raise LinkInFamily(successor=tasks[second].name, predecessor=tasks[first].name, rows=[first, second])
