"""Checks the settings of a plan that an edit changes, and gives bare days their hours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from milepost.apps.planning.bridge.calendars import calendar_from_json
from milepost.apps.planning.edits.limits import FIRST_YEAR, LAST_YEAR, LONGEST
from milepost.engines.calendar import Timeline
from milepost.engines.schedule import ProgressRule
from milepost.engines.sheet import Op, Settings
from milepost.kernel.errors import Invalid, MilepostError
from milepost.kernel.moments import format_moment, parse_moment

Current = Mapping[str, Any]
_RESOURCE_TYPES = ("work", "material", "cost")


def fitted_settings(ops: Sequence[Op], current: Current) -> list[Op]:
    """The operations, the values of settings among them checked. Raises Invalid, BadMoment, BadShift and NoWorkingTime."""
    return [_checked(op, current) if isinstance(op, Settings) else op for op in ops]


def _checked(op: Settings, current: Current) -> Settings:
    after = {**current, **op.values}
    return Settings({name: _fitted(name, value, after) for name, value in op.values.items()})


def _fitted(name: str, value: Any, current: Current) -> Any:
    check = _CHECKS.get(name)
    if check is None or value is None:
        return value
    try:
        return check(value, current)
    except MilepostError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Invalid(field=name, reason=f"it cannot be read ({error})") from error


def _opening(value: Any, current: Current) -> str:
    return _moment(value, int(current.get("default_start") or 0))


def _closing(value: Any, current: Current) -> str:
    return _moment(value, int(current.get("default_finish") or 0))


def _moment(value: Any, day: int) -> str:
    moment: datetime = parse_moment(value)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Invalid(field="date", reason=f"a plan lies between the years {FIRST_YEAR} and {LAST_YEAR}")
    return format_moment(moment + timedelta(seconds=day) if moment.time() == time() else moment)


def _calendars(value: Any, current: Current) -> Any:
    for one in value:
        if not isinstance(one["name"], str) or not one["name"].strip():
            raise Invalid(field="calendars", reason="each needs a name")
        Timeline(calendar_from_json(one)).next_work(datetime(2026, 1, 1))
    if len({one["name"] for one in value}) != len(value):
        raise Invalid(field="calendars", reason="two calendars have the same name")
    return value


def _resources(value: Any, current: Current) -> Any:
    if len({int(one["id"]) for one in value}) != len(value):
        raise Invalid(field="resources", reason="each needs an id of its own")
    for one in value:
        named = isinstance(one["name"], str) and one["name"].strip()
        if not named or one.get("type", "work") not in _RESOURCE_TYPES or not isinstance(one.get("calendar"), str | None):
            raise Invalid(
                field="resources", reason="each needs a name, the type work, material or cost, and the name of a calendar or none"
            )
        if not isinstance(one.get("person"), int | None):
            raise Invalid(field="resources", reason="the person of one is named by their id")
    return value


def _calendar(value: Any, current: Current) -> str:
    if value not in [one["name"] for one in current.get("calendars") or ()]:
        raise Invalid(field="calendar", reason="this plan has no calendar of that name")
    return str(value)


def _currency(value: Any, current: Current) -> str:
    if not (isinstance(value, str) and len(value) == 3 and value.isascii() and value.isalpha()):
        raise Invalid(field="currency", reason="it is a code of three letters, such as EUR")
    return value.upper()


def _rule(value: Any, current: Current) -> str:
    return ProgressRule(value).value


def _tick(value: Any, current: Current) -> bool:
    if not isinstance(value, bool):
        raise Invalid(field="settings", reason="it is yes or no")
    return value


def _count(value: Any, current: Current) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= 100_000:
        raise Invalid(field="settings", reason="it is a positive number up to 100,000")
    return value


def _seconds(value: Any, current: Current) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LONGEST:
        raise Invalid(field="settings", reason="it is a number of seconds")
    return value


_CHECKS: Mapping[str, Callable[[Any, Current], Any]] = {
    "start": _opening,
    "finish": _closing,
    "status_date": _closing,
    "calendar": _calendar,
    "calendars": _calendars,
    "resources": _resources,
    "progress_rule": _rule,
    "from_finish": _tick,
    "honour_constraints": _tick,
    "currency": _currency,
    "critical_slack": _seconds,
    "default_start": _seconds,
    "default_finish": _seconds,
    "minutes_per_day": _count,
    "minutes_per_week": _count,
    "days_per_month": _count,
}
