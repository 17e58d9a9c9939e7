"""Checks the settings of a plan that an edit changes, and gives bare days their hours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from milepost.apps.planning.bridge.calendars import calendar_from_json
from milepost.engines.calendar import Timeline
from milepost.engines.schedule import ProgressRule
from milepost.engines.sheet import Op, Settings
from milepost.kernel.errors import Invalid, MilepostError
from milepost.kernel.moments import format_moment, parse_moment

Current = Mapping[str, Any]


def fitted_settings(ops: Sequence[Op], current: Current) -> list[Op]:
    """The operations, the values of settings among them checked. Raises Invalid, BadMoment, BadShift and NoWorkingTime."""
    return [_checked(op, current) if isinstance(op, Settings) else op for op in ops]


def _checked(op: Settings, current: Current) -> Settings:
    return Settings({name: _fitted(name, value, current) for name, value in op.values.items()})


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
    return format_moment(moment + timedelta(seconds=day) if moment.time() == time() else moment)


def _calendars(value: Any, current: Current) -> Any:
    for one in value:
        Timeline(calendar_from_json(one)).next_work(datetime(2026, 1, 1))
    if len({one["name"] for one in value}) != len(value):
        raise Invalid(field="calendars", reason="two calendars have the same name")
    return value


def _resources(value: Any, current: Current) -> Any:
    if len({int(one["id"]) for one in value}) != len(value) or not all(str(one["name"]).strip() for one in value):
        raise Invalid(field="resources", reason="each needs an id of its own and a name")
    return value


def _rule(value: Any, current: Current) -> str:
    return ProgressRule(value).value


def _tick(value: Any, current: Current) -> bool:
    if not isinstance(value, bool):
        raise Invalid(field="from_finish", reason="it is yes or no")
    return value


def _count(value: Any, current: Current) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= 100_000:
        raise Invalid(field="minutes_per_day", reason="it is a positive number")
    return value


_CHECKS: Mapping[str, Callable[[Any, Current], Any]] = {
    "start": _opening,
    "finish": _closing,
    "status_date": _closing,
    "calendars": _calendars,
    "resources": _resources,
    "progress_rule": _rule,
    "from_finish": _tick,
    "minutes_per_day": _count,
    "minutes_per_week": _count,
    "days_per_month": _count,
}
