"""One row's edit on its way from what was typed to what is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from milepost.apps.planning.bridge.cells import Cells, seconds, text
from milepost.apps.planning.bridge.state import PlanState
from milepost.apps.sheets.kinds.kind import Notice
from milepost.engines.calendar import Timeline
from milepost.engines.schedule import Slot
from milepost.kernel.errors import MilepostError


class SummaryCell(MilepostError):
    """{title} of the summary “{name}” comes from the rows below it. Change those instead."""

    code = "plan.summary_cell"
    status = 422


@dataclass(slots=True)
class Draft:
    """What was typed into one row, what stood there, and what will be written.

    `order` is the rows as they are shown, `known` those and the rows that come with the same edit.
    """

    row: int
    before: Cells
    typed: Mapping[str, Any]
    state: PlanState
    order: list[int]
    known: Collection[int]
    summary: bool = False
    cells: dict[str, Any] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the row is called, for a sentence about it."""
        return str(self.now("name") or "this row")

    @property
    def manual(self) -> bool:
        """Whether the row keeps its own dates."""
        return bool(self.now("mode") == "manual")

    @property
    def slot(self) -> Slot | None:
        """Where the row stands before the edit; None for a new one."""
        return self.state.slots.get(self.row)

    @property
    def start(self) -> datetime | None:
        """The start that the row will have, as far as it is known yet."""
        return self.moment("actual_start") or self.moment("start") or (self.slot.start if self.slot else None)

    @property
    def timeline(self) -> Timeline:
        """The working time on which the row's duration runs."""
        return self.state.words.timeline_of(text(self.view(), "calendar"))

    def view(self) -> Cells:
        """The row as it will be, as far as the edit is translated."""
        return {**self.before, **self.typed_moments(), **self.cells}

    def typed_moments(self) -> dict[str, Any]:
        """Dates typed in the same edit, so that a start and a finish that come together see each other."""
        return {key: self.typed[key] for key in ("start", "finish") if isinstance(self.typed.get(key), str)}

    def now(self, key: str) -> Any:
        """The value that a cell will have, as far as the edit is translated."""
        return self.cells[key] if key in self.cells else self.before.get(key)

    def moment(self, key: str) -> datetime | None:
        """The moment that a cell will hold."""
        value = self.view().get(key)
        return datetime.fromisoformat(value) if isinstance(value, str) and value else None

    def duration(self) -> int:
        """The duration that the row will have, in seconds."""
        found = seconds(self.view(), "duration")
        return self.state.words.lengths.day if found is None else found

    def write(self, **cells: Any) -> None:
        """Add cells to what will be written."""
        self.cells.update(cells)

    def tell(self, code: str, sentence: str, **data: Any) -> None:
        """Add something that the writer shall know."""
        self.notices.append(Notice(f"plan.{code}", sentence, self.row, {"name": self.name, **data}))

    def day_start(self, value: str) -> datetime:
        """A typed start: a bare day begins when the plan's days begin."""
        return self._at(value, "default_start", 8 * 3600)

    def day_finish(self, value: str) -> datetime:
        """A typed finish: a bare day ends when the plan's days end."""
        return self._at(value, "default_finish", 17 * 3600)

    def _at(self, value: str, setting: str, default: int) -> datetime:
        moment = datetime.fromisoformat(value)
        if moment.time() != time():
            return moment
        given = self.state.words.settings.get(setting)
        return moment + timedelta(seconds=int(default if given is None else given))
