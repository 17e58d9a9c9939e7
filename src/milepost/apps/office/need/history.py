"""What the profiles of projects said at the end of each month: the present cells, with later edits taken back.

Two queries, whatever the number of projects and months. An edit speaks of its own moment or, for a report that came later, of the one
that it names. What a profile was made with counts from the earliest moment that any of its changes speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Min
from django.db.models.functions import Coalesce

from milepost.apps.office.need.months import Month
from milepost.apps.sheets.models import CellHistory, Change
from milepost.engines.sheet import Cell

_ROLES = ("phase", "start", "priority", "category", "manager", "sponsor", "stated_status", "stated_reason", "baseline_finish", "finish")
_STATED = frozenset({"stated_status", "stated_reason"})


@dataclass(frozen=True, slots=True)
class Said:
    """What a profile said at the end of a month, by role; `stated` is the day on which its status was last stated, if it was."""

    values: Mapping[str, Cell]
    stated: date | None


@dataclass(frozen=True, slots=True)
class _Edit:
    at: datetime
    role: str
    old: Cell
    new: Cell


def said_by_month(
    profiles: Mapping[int, tuple[int, Mapping[str, Cell]]], keys: Mapping[str, str], months: Sequence[Month], zone: str
) -> dict[str, dict[int, Said]]:
    """By month what each project's profile said; a project is left out of months before it was known.

    `profiles` tells the sheet and the present cells of each project, `keys` the column key of each role.
    """
    known = {role: keys[role] for role in _ROLES if role in keys}
    sheets = [sheet for sheet, _ in profiles.values()]
    edits, begun = _edits(sheets, {key: role for role, key in known.items()}), _begun(sheets)
    found: dict[str, dict[int, Said]] = {month.name: {} for month in months}
    for node, (sheet, cells) in profiles.items():
        now = {role: cells.get(key) for role, key in known.items()}
        if sheet in begun:
            for month, said in _walk(now, edits.get(sheet, ()), begun[sheet], months, ZoneInfo(zone)):
                found[month][node] = said
    return found


def _edits(sheets: Sequence[int], roles: Mapping[str, str]) -> dict[int, list[_Edit]]:
    rows = CellHistory.objects.filter(sheet_id__in=sheets, key__in=list(roles)).order_by("at", "seq")
    found: dict[int, list[_Edit]] = {}
    for sheet, at, key, old, new in rows.values_list("sheet_id", "at", "key", "old", "new"):
        found.setdefault(sheet, []).append(_Edit(at, roles[key], old, new))
    return found


def _begun(sheets: Sequence[int]) -> dict[int, datetime]:
    changes = Change.objects.filter(sheet_id__in=sheets).values("sheet_id")
    return dict(changes.annotate(begun=Min(Coalesce("as_of", "at"))).values_list("sheet_id", "begun"))


def _walk(
    now: Mapping[str, Cell], edits: Sequence[_Edit], begun: datetime, months: Sequence[Month], zone: ZoneInfo
) -> Iterable[tuple[str, Said]]:
    values = dict(now) | {edit.role: edit.old for edit in reversed(edits)}
    stated = begun.astimezone(zone).date() if values.get("stated_status") else None
    left = iter(edits)
    edit = next(left, None)
    for month in months:
        while edit is not None and edit.at <= month.end:
            values[edit.role] = edit.new
            if edit.role in _STATED:
                stated = edit.at.astimezone(zone).date() if values.get("stated_status") else None
            edit = next(left, None)
        if begun <= month.end:
            yield month.name, Said(dict(values), stated)
