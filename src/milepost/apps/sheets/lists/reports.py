"""A list with several reports on each project: what each report changed, in the order of the days on which they were made. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from milepost.apps.sheets.lists.existing import Known
from milepost.apps.sheets.lists.planned import PlannedRow
from milepost.engines.sheet import Cell, same

BASELINES = {"baseline_finish": "finish", "baseline_budget": "cost_forecast"}
"""What the first report on a project says is what it began with, where the list has no column for that."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a project's profile: the moment of which it speaks (None: now), and the cells that are others then."""

    as_of: datetime | None
    cells: Mapping[str, Cell]


@dataclass(slots=True)
class History:
    """A project of a list: its reports, the oldest first (one without a day where the list has one row a project)."""

    key: str | None
    known: Known | None
    reports: list[PlannedRow] = field(default_factory=list)
    skipped: list[PlannedRow] = field(default_factory=list)

    def steps(self, moments: Sequence[datetime] = ()) -> list[Step]:
        """What is to be written: each report against the one before. Reports older than the newest of which the profile speaks
        already (`moments`) change nothing any more."""
        stands = dict(self.known.cells) if self.known else {}
        newest = max(moments, default=None)
        found: list[Step] = []
        for report in self.reports:
            as_of = None if report.as_of is None else report.as_of.replace(tzinfo=UTC)
            if as_of is not None and newest is not None and as_of < newest:
                continue
            cells = {key: value for key, value in report.cells.items() if not same(value, stands.get(key))}
            stands.update(cells)
            if cells:
                found.append(Step(as_of, cells))
        return found


def histories(rows: Sequence[PlannedRow], known: Mapping[str, Known], *, only_right: bool) -> list[History]:
    """The projects of a list, in the order in which they first stand there."""
    found: dict[object, History] = {}
    for row in rows:
        word: object = row.key if row.key is not None else row.index
        history = found.setdefault(word, History(row.key, known.get(row.key) if row.key is not None else None))
        left_out = row.skip or (only_right and row.doubtful)
        (history.skipped if left_out else history.reports).append(row)
    for history in found.values():
        if all(row.as_of is not None for row in history.reports):
            history.reports.sort(key=_moment)
    return list(found.values())


def baseline_of(history: History, filled: Iterable[str]) -> dict[str, Cell]:
    """What a new project with several reports began with, for the columns that the list does not fill (`filled` are the others)."""
    given = set(filled)
    found: dict[str, Cell] = {}
    if len(history.reports) < 2:
        return found
    for baseline, forecast in BASELINES.items():
        values = (row.cells.get(forecast) for row in history.reports)
        first = next((value for value in values if value is not None and not isinstance(value, Mapping)), None)
        if baseline not in given and first is not None:
            found[baseline] = first
    return found


def _moment(row: PlannedRow) -> datetime:
    assert row.as_of is not None
    return row.as_of
