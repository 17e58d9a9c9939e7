"""Results about plan files as JSON: the shapes that programs rely on (docs/plan-check.md, docs/plan-schedule.md)."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import Any

from milepost.apps.planning.files import PlanCheck, PlanSchedule, Progress, TaskDates
from milepost.kernel.moments import format_moment


def schedule_as_json(found: PlanSchedule) -> dict[str, Any]:
    """`{"tasks": [...]}`: dates as `2026-03-02T08:00`, slacks in working minutes, null where undefined."""
    return {"tasks": [_task(task) for task in found.tasks]}


def _task(task: TaskDates) -> dict[str, Any]:
    return {
        "uid": task.uid,
        "summary": task.summary,
        "manual": task.manual,
        "active": task.active,
        "start": _moment(task.start),
        "finish": _moment(task.finish),
        "early_start": _moment(task.early_start),
        "early_finish": _moment(task.early_finish),
        "late_start": _moment(task.late_start),
        "late_finish": _moment(task.late_finish),
        "total_slack": _minutes(task.total_slack),
        "free_slack": _minutes(task.free_slack),
        "critical": task.critical,
    }


def check_as_json(check: PlanCheck) -> dict[str, Any]:
    """`{"file", "finish", "status_date", "critical", "progress", "findings"}`."""
    return {
        "file": check.name,
        "finish": _moment(check.finish),
        "status_date": _moment(check.status_date),
        "critical": list(check.critical),
        "progress": _progress(check.progress),
        "findings": [
            {"code": one.code, "severity": str(one.severity), "uids": list(one.uids), "message": one.message} for one in check.findings
        ],
    }


def _progress(progress: Progress) -> dict[str, Any]:
    return {
        "percent_complete": progress.percent_complete,
        "planned_percent": progress.planned_percent,
        "unit": progress.unit,
        "currency": progress.currency,
        "bac": progress.bac,
        "pv": progress.pv,
        "ev": progress.ev,
        "ac": progress.ac,
        "spi": _ratio(progress.spi),
        "spi_t": _ratio(progress.spi_t),
        "cpi": _ratio(progress.cpi),
        "reasons": dict(progress.reasons),
    }


def _moment(moment: datetime | None) -> str | None:
    return format_moment(moment) if moment else None


def _minutes(seconds: int | None) -> float | int | None:
    if seconds is None:
        return None
    return seconds // 60 if seconds % 60 == 0 else round(seconds / 60, 4)


def _ratio(ratio: Fraction | None) -> float | None:
    return None if ratio is None else round(float(ratio), 4)
