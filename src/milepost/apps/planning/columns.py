"""The columns of a plan: what people edit, what the schedule computes, and which of them an engine reads.

`options["hidden"]` keeps a column out of the first view; `options["summary"]` says what a summary row shows there:
"rolled" is computed from the rows below and takes no edit, "own" is the row's own.
"""

from __future__ import annotations

from typing import Any

from milepost.apps.sheets.kinds.kind import ColumnSpec

CONSTRAINTS = ("ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO")
DATED_CONSTRAINTS = frozenset(CONSTRAINTS) - {"ASAP", "ALAP"}
EARNING = ("percent", "0/100", "50/50", "25/75", "level_of_effort")


def _own(key: str, title: str, kind: str, width: int = 120, **options: Any) -> ColumnSpec:
    return ColumnSpec(key, title, kind, role=key, width=width, options=options)


def _computed(key: str, title: str, kind: str, **options: Any) -> ColumnSpec:
    return ColumnSpec(key, title, kind, role=key, computed=True, width=110, options={"hidden": True, **options})


COLUMNS: tuple[ColumnSpec, ...] = (
    _own("name", "Task", "text", 320),
    _own("duration", "Duration", "duration", 90, summary="rolled"),
    _own("start", "Start", "datetime", summary="rolled"),
    _own("finish", "Finish", "datetime", summary="rolled"),
    _own("predecessors", "Predecessors", "links", 130),
    _own("assignments", "Assigned to", "assignments", 180),
    _own("percent_complete", "% complete", "number", 90, min=0, max=100, summary="rolled"),
    _own("actual_start", "Actual start", "datetime", summary="rolled", hidden=True),
    _own("actual_finish", "Actual finish", "datetime", summary="rolled", hidden=True),
    _own("remaining_duration", "Remaining", "duration", 90, summary="rolled", hidden=True),
    _own("constraint", "Constraint", "choice", choices=list(CONSTRAINTS), hidden=True),
    _own("constraint_date", "Constraint date", "datetime", hidden=True),
    _own("deadline", "Deadline", "datetime"),
    _own("mode", "Mode", "choice", 80, choices=["auto", "manual"], hidden=True),
    _own("milestone", "Milestone", "check", 80, hidden=True),
    _own("calendar", "Calendar", "text", hidden=True),
    _own("active", "Active", "check", 70, hidden=True),
    _own("priority", "Priority", "number", 80, min=0, max=1000, hidden=True),
    _own("levelling_delay", "Levelling delay", "duration", hidden=True),
    _own("owner", "Owner", "person", 140),
    _own("cost", "Cost", "money", summary="rolled", hidden=True),
    _own("work", "Work", "duration", 90, summary="rolled", hidden=True),
    _own("earning", "Earning method", "choice", choices=list(EARNING), hidden=True),
    _own("notes", "Notes", "text", 240, hidden=True),
    # What a plan file carries and the schedule needs; people reach it through the columns above.
    _own("actual_duration", "Actual duration", "duration", hidden=True, summary="rolled"),
    _own("actual_cost", "Actual cost", "money", hidden=True, summary="rolled"),
    _own("actual_work", "Actual work", "duration", hidden=True, summary="rolled"),
    _own("stop", "Stopped", "datetime", hidden=True),
    _own("resume", "Resumes", "datetime", hidden=True),
    _own("ignore_resource_calendar", "Ignores resource calendars", "check", hidden=True),
    _computed("wbs", "WBS", "text"),
    _computed("summary", "Summary", "check"),
    _computed("early_start", "Early start", "datetime"),
    _computed("early_finish", "Early finish", "datetime"),
    _computed("late_start", "Late start", "datetime"),
    _computed("late_finish", "Late finish", "datetime"),
    _computed("total_slack", "Total slack", "duration"),
    _computed("free_slack", "Free slack", "duration"),
    _computed("critical", "Critical", "check"),
    _computed("baseline_start", "Baseline start", "datetime"),
    _computed("baseline_finish", "Baseline finish", "datetime", hidden=False),
    _computed("baseline_duration", "Baseline duration", "duration"),
    _computed("baseline_work", "Baseline work", "duration"),
    _computed("baseline_cost", "Baseline cost", "money"),
    _computed("slip", "Slip", "duration", hidden=False),
    _computed("planned_percent", "Planned %", "number"),
)

ROLLED: frozenset[str] = frozenset(column.key for column in COLUMNS if column.options.get("summary") == "rolled")
"""Keys that a summary row computes from the rows below it."""

SETTINGS: dict[str, Any] = {
    "start": None,
    "finish": None,
    "from_finish": False,
    "status_date": None,
    "calendar": "Standard",
    "calendars": [],
    "resources": [],
    "progress_rule": "retained",
    "critical_slack": 0,
    "honour_constraints": True,
    "currency": "EUR",
    "minutes_per_day": 480,
    "minutes_per_week": 2400,
    "days_per_month": 20,
    "default_start": 8 * 3600,
    "default_finish": 17 * 3600,
    "baseline": None,
}
