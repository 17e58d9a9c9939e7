"""What the profiles of projects, and their registers of milestones, say of dates and money: all that is known where there is no plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from milepost.apps.org.queries.names import names_of
from milepost.apps.planning.queries.words import MilestoneRow, Missing, Money, Named
from milepost.apps.sheets.profiles import PROFILE, keys_by_role
from milepost.apps.sheets.queries.across import register_of_kind
from milepost.apps.sheets.queries.withheld import may_be_withheld
from milepost.engines.sheet import Cell, Column
from milepost.engines.sheet.select_line import Line

MILESTONES = "milestones"
_NOT_SHOWN = frozenset({"link", "file"})
"""Types whose cells name things that a portfolio does not read; the register of projects shows them."""
_OVER = frozenset({"closed", "cancelled"})
_AMOUNTS = ("baseline_budget", "budget", "cost_forecast")
_DAY = 8 * 3600
_NO_MONEY = Missing("cost.no_forecast", "There is no budget or forecast.")
_NO_BEGIN = Missing("cost.no_baseline", "There is no budget at start.")
_MIXED = Missing("cost.mixed", "The amounts are in different currencies.")


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile of a project: its sheet, and its cells by column key."""

    sheet_id: int
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Profiles:
    """The profiles at and below a node that somebody may see, by the project's id, and their milestones outside of plans.

    `columns` are those that a portfolio can show; `roles` tells the key of the column of each role.
    """

    columns: Sequence[Column]
    currency: str
    by_node: Mapping[int, Profile] = field(default_factory=dict)
    milestones: Mapping[int, Sequence[MilestoneRow]] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)

    def of(self, node_id: int, role: str) -> Cell:
        """The value of a role in a project's profile; None where it is empty or does not fit its column."""
        profile = self.by_node.get(node_id)
        value = profile.cells.get(self.roles.get(role, "")) if profile else None
        return None if isinstance(value, dict) else value

    @cached_property
    def meaning(self) -> tuple[object, ...]:
        """What says how cells are read: as long as it is the same, the same cells mean the same."""
        return self.roles, self._own, self.currency, self.names

    @cached_property
    def _own(self) -> dict[str, str]:
        return {column.key: str(column.options["currency"]) for column in self.columns if column.options.get("currency")}

    def currency_of(self, role: str) -> str:
        """The currency of the column of a role."""
        return self._own.get(self.roles.get(role, ""), self.currency)


def profiles_at(actor_id: int, node_id: int | None, currency: str, *, as_of: str | None = None) -> Profiles:
    """The profiles at and below a node, now or as they were on a day; the queries do not grow with the projects."""
    register = register_of_kind(actor_id, PROFILE, node_id, as_of)
    withheld = {one.key for one in may_be_withheld(register.columns)}
    shown = [c for c in register.columns.values() if c.type not in _NOT_SHOWN and c.key not in withheld]
    keys = {column.key for column in shown}
    by_node = {line.id: Profile(line.sheet, {k: v for k, v in line.cells.items() if k in keys}) for line in register.lines}
    people = [column.key for column in shown if column.type in ("person", "people", "created_by", "changed_by")]
    known = names_of(_people(profile.cells.get(key) for profile in by_node.values() for key in people))
    return Profiles(shown, currency, by_node, _milestones(actor_id, node_id, as_of), known, keys_by_role(shown))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a project without a plan stands by its own word: dates as text, the slip in working days, its milestones, the earliest first."""

    start: str | None = None
    finish: str | None = None
    baseline_finish: str | None = None
    slip_days: float | None = None
    milestones: Sequence[MilestoneRow] = ()
    over: bool = False

    @property
    def next(self) -> MilestoneRow | None:
        """The open milestone with the earliest forecast."""
        return next((milestone for milestone in self.milestones if not milestone.done), None)


def standing_of(profiles: Profiles, node_id: int) -> Standing:
    """What the profile and the milestones of a project say."""
    start, finish, agreed = (day_of(profiles.of(node_id, role)) for role in ("start", "finish", "baseline_finish"))
    slip = working_days(agreed, finish) if agreed and finish else None
    over = profiles.of(node_id, "phase") in _OVER
    return Standing(start, finish, agreed, slip, profiles.milestones.get(node_id, ()), over)


def money_of(profiles: Profiles, node_id: int) -> Money:
    """Budget at start, budget and forecast of a project, and how much it grew: forecast (else budget) less budget at start."""
    begun, budget, forecast = (_amount(profiles.of(node_id, role)) for role in _AMOUNTS)
    now_role = "budget" if forecast is None else "cost_forecast"
    currency, stands = profiles.currency_of(now_role), budget if forecast is None else forecast
    reason = _NO_MONEY if stands is None else _NO_BEGIN if begun is None else None
    if reason is None and profiles.currency_of("baseline_budget") != currency:
        reason = _MIXED
    if reason is not None or stands is None or begun is None:
        return Money(begun, budget, forecast, None, None, currency, reason)
    growth = round(stands - begun, 4)
    return Money(begun, budget, forecast, growth, round(growth / begun * 100, 2) if begun else None, currency, None)


def day_of(value: Cell) -> str | None:
    """A date cell as text; None for anything else."""
    return value[:10] if isinstance(value, str) and len(value) >= 10 and value[4] == "-" else None


def working_days(first: str, last: str) -> float:
    """Working days, Monday to Friday, from the end of one day to the end of another; negative where it is earlier."""
    return float(_weekdays(date.fromisoformat(last)) - _weekdays(date.fromisoformat(first)))


def slip_seconds(days: float | None) -> int | None:
    """A slip in working days as seconds of work, eight hours a day."""
    return None if days is None else round(days * _DAY)


def _weekdays(day: date) -> int:
    """Working days from the year 1 to the end of a day."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


def _amount(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _people(values: Any) -> set[int]:
    found: set[int] = set()
    for value in values:
        found.update(one for one in (value if isinstance(value, list) else [value]) if isinstance(one, int))
    return found


def _milestones(actor_id: int, node_id: int | None, as_of: str | None) -> dict[int, list[MilestoneRow]]:
    register = register_of_kind(actor_id, MILESTONES, node_id, as_of)
    roles = keys_by_role(register.columns.values())
    found: dict[int, list[MilestoneRow]] = {}
    for line in register.lines:
        row = _milestone(line, roles)
        if row is not None:
            found.setdefault(register.places[line.sheet][0], []).append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.finish, row.row_id))
    return found


def _milestone(line: Line, roles: Mapping[str, str]) -> MilestoneRow | None:
    """A row of a register of milestones; None for one without any date."""
    came, expected, agreed = (day_of(line.cells.get(roles.get(role, ""))) for role in ("actual_finish", "finish", "baseline_finish"))
    finish = came or expected or agreed
    if finish is None:
        return None
    name, done = line.cells.get(roles.get("name", "")), line.cells.get(roles.get("done", "")) is True or came is not None
    slip = working_days(agreed, finish) if agreed else None
    return MilestoneRow(line.id, name if isinstance(name, str) else "", finish, agreed, slip, done, line.sheet)


def named(profiles: Profiles, value: Cell) -> Named | None:
    """A person in a cell."""
    return Named(value, profiles.names[value]) if isinstance(value, int) and value in profiles.names else None
