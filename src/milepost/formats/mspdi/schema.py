"""Which element holds which field, and the order in which the schema wants them.

Only plain elements stand in the tables; links, baselines and the like have code of their own in `reading` and `writing`.
An element that is in no table is kept word for word, save those that every tool computes anew.
"""

from __future__ import annotations

from dataclasses import dataclass

from milepost.formats.mspdi.values import CLOCK, FLAG, INTEGER, MOMENT, MONEY, NUMBER, SPAN, TENTHS, TEXT, Codec

NAMESPACE = "http://schemas.microsoft.com/project"


@dataclass(frozen=True, slots=True)
class Field:
    """One plain element: its tag, the field that it fills, how its value is written."""

    tag: str
    name: str
    codec: Codec


def _table(*rows: tuple[str, str, Codec]) -> dict[str, Field]:
    return {tag: Field(tag, name, codec) for tag, name, codec in rows}


PROPERTIES = _table(
    ("SaveVersion", "save_version", INTEGER),
    ("GUID", "guid", TEXT),
    ("Name", "name", TEXT),
    ("Title", "title", TEXT),
    ("Subject", "subject", TEXT),
    ("Category", "category", TEXT),
    ("Company", "company", TEXT),
    ("Manager", "manager", TEXT),
    ("Author", "author", TEXT),
    ("CreationDate", "created", MOMENT),
    ("LastSaved", "saved", MOMENT),
    ("ScheduleFromStart", "schedule_from_start", FLAG),
    ("StartDate", "start", MOMENT),
    ("FinishDate", "finish", MOMENT),
    ("CriticalSlackLimit", "critical_slack_days", INTEGER),
    ("CurrencyDigits", "currency_digits", INTEGER),
    ("CurrencySymbol", "currency_symbol", TEXT),
    ("CurrencyCode", "currency_code", TEXT),
    ("CalendarUID", "calendar_uid", INTEGER),
    ("DefaultStartTime", "default_start_time", CLOCK),
    ("DefaultFinishTime", "default_finish_time", CLOCK),
    ("MinutesPerDay", "minutes_per_day", INTEGER),
    ("MinutesPerWeek", "minutes_per_week", INTEGER),
    ("DaysPerMonth", "days_per_month", INTEGER),
    ("HonorConstraints", "honor_constraints", FLAG),
    ("MultipleCriticalPaths", "multiple_critical_paths", FLAG),
    ("SplitsInProgressTasks", "splits_in_progress", FLAG),
    ("BaselineForEarnedValue", "baseline_for_earned_value", INTEGER),
    ("StatusDate", "status_date", MOMENT),
    ("CurrentDate", "current_date", MOMENT),
    ("NewTasksAreManual", "new_tasks_are_manual", FLAG),
    ("DefaultTaskEVMethod", "earned_value_method", INTEGER),
)

CALENDAR = _table(
    ("UID", "uid", INTEGER),
    ("GUID", "guid", TEXT),
    ("Name", "name", TEXT),
    ("IsBaseCalendar", "is_base", FLAG),
    ("IsBaselineCalendar", "is_baseline", FLAG),
    ("BaseCalendarUID", "base_uid", INTEGER),
)

EXCEPTION = _table(
    ("EnteredByOccurrences", "by_occurrences", FLAG),
    ("Occurrences", "occurrences", INTEGER),
    ("Name", "name", TEXT),
    ("Period", "period", INTEGER),
    ("MonthItem", "month_item", INTEGER),
    ("MonthPosition", "month_position", INTEGER),
    ("MonthDay", "month_day", INTEGER),
    ("DayWorking", "working", FLAG),
)

TASK = _table(
    ("UID", "uid", INTEGER),
    ("GUID", "guid", TEXT),
    ("ID", "id", INTEGER),
    ("Name", "name", TEXT),
    ("Active", "active", FLAG),
    ("Manual", "manual", FLAG),
    ("Type", "type", INTEGER),
    ("IsNull", "blank", FLAG),
    ("CreateDate", "created", MOMENT),
    ("Contact", "contact", TEXT),
    ("WBS", "wbs", TEXT),
    ("OutlineNumber", "outline_number", TEXT),
    ("OutlineLevel", "outline_level", INTEGER),
    ("Priority", "priority", INTEGER),
    ("Duration", "duration", SPAN),
    ("ManualStart", "manual_start", MOMENT),
    ("ManualFinish", "manual_finish", MOMENT),
    ("ManualDuration", "manual_duration", SPAN),
    ("DurationFormat", "duration_format", INTEGER),
    ("Work", "work", SPAN),
    ("Stop", "stop", MOMENT),
    ("Resume", "resume", MOMENT),
    ("EffortDriven", "effort_driven", FLAG),
    ("Recurring", "recurring", FLAG),
    ("Estimated", "estimated", FLAG),
    ("Milestone", "milestone", FLAG),
    ("Summary", "summary", FLAG),
    ("IsSubproject", "subproject", FLAG),
    ("SubprojectName", "subproject_name", TEXT),
    ("ExternalTask", "external", FLAG),
    ("ExternalTaskProject", "external_project", TEXT),
    ("FixedCost", "fixed_cost", MONEY),
    ("FixedCostAccrual", "fixed_cost_accrual", INTEGER),
    ("PercentComplete", "percent_complete", INTEGER),
    ("PercentWorkComplete", "percent_work_complete", INTEGER),
    ("Cost", "cost", MONEY),
    ("ActualStart", "actual_start", MOMENT),
    ("ActualFinish", "actual_finish", MOMENT),
    ("ActualDuration", "actual_duration", SPAN),
    ("ActualCost", "actual_cost", MONEY),
    ("ActualWork", "actual_work", SPAN),
    ("RemainingDuration", "remaining_duration", SPAN),
    ("RemainingCost", "remaining_cost", MONEY),
    ("RemainingWork", "remaining_work", SPAN),
    ("CalendarUID", "calendar_uid", INTEGER),
    ("ConstraintDate", "constraint_date", MOMENT),
    ("Deadline", "deadline", MOMENT),
    ("LevelAssignments", "level_assignments", FLAG),
    ("LevelingCanSplit", "levelling_can_split", FLAG),
    ("LevelingDelay", "levelling_delay", TENTHS),
    ("LevelingDelayFormat", "levelling_delay_format", INTEGER),
    ("IgnoreResourceCalendar", "ignore_resource_calendar", FLAG),
    ("Notes", "notes", TEXT),
    ("PhysicalPercentComplete", "physical_percent_complete", INTEGER),
    ("EarnedValueMethod", "earned_value_method", INTEGER),
)

STORED = _table(
    ("Start", "start", MOMENT),
    ("Finish", "finish", MOMENT),
    ("EarlyStart", "early_start", MOMENT),
    ("EarlyFinish", "early_finish", MOMENT),
    ("LateStart", "late_start", MOMENT),
    ("LateFinish", "late_finish", MOMENT),
    ("TotalSlack", "total_slack", TENTHS),
    ("FreeSlack", "free_slack", TENTHS),
    ("StartSlack", "start_slack", TENTHS),
    ("FinishSlack", "finish_slack", TENTHS),
    ("Critical", "critical", FLAG),
)

BASELINE = _table(
    ("Number", "number", INTEGER),
    ("Interim", "interim", FLAG),
    ("Start", "start", MOMENT),
    ("Finish", "finish", MOMENT),
    ("Duration", "duration", SPAN),
    ("DurationFormat", "duration_format", INTEGER),
    ("EstimatedDuration", "estimated", FLAG),
    ("Work", "work", SPAN),
    ("Cost", "cost", MONEY),
    ("FixedCost", "fixed_cost", MONEY),
)

RESOURCE = _table(
    ("UID", "uid", INTEGER),
    ("GUID", "guid", TEXT),
    ("ID", "id", INTEGER),
    ("Name", "name", TEXT),
    ("Type", "type", INTEGER),
    ("IsNull", "blank", FLAG),
    ("Initials", "initials", TEXT),
    ("MaterialLabel", "material_label", TEXT),
    ("Code", "code", TEXT),
    ("Group", "group", TEXT),
    ("EmailAddress", "email", TEXT),
    ("MaxUnits", "max_units", NUMBER),
    ("AvailableFrom", "available_from", MOMENT),
    ("AvailableTo", "available_to", MOMENT),
    ("CanLevel", "can_level", FLAG),
    ("AccrueAt", "accrue_at", INTEGER),
    ("Work", "work", SPAN),
    ("ActualWork", "actual_work", SPAN),
    ("RemainingWork", "remaining_work", SPAN),
    ("StandardRate", "standard_rate", NUMBER),
    ("StandardRateFormat", "standard_rate_format", INTEGER),
    ("Cost", "cost", MONEY),
    ("OvertimeRate", "overtime_rate", NUMBER),
    ("OvertimeRateFormat", "overtime_rate_format", INTEGER),
    ("CostPerUse", "cost_per_use", MONEY),
    ("ActualCost", "actual_cost", MONEY),
    ("RemainingCost", "remaining_cost", MONEY),
    ("CalendarUID", "calendar_uid", INTEGER),
    ("Notes", "notes", TEXT),
    ("IsGeneric", "generic", FLAG),
    ("IsInactive", "inactive", FLAG),
    ("CreationDate", "created", MOMENT),
    ("IsCostResource", "is_cost", FLAG),
    ("IsBudget", "is_budget", FLAG),
)

AVAILABILITY = _table(("AvailableFrom", "first", MOMENT), ("AvailableTo", "last", MOMENT), ("AvailableUnits", "units", NUMBER))

RATE = _table(
    ("RatesFrom", "first", MOMENT),
    ("RatesTo", "last", MOMENT),
    ("RateTable", "table", INTEGER),
    ("StandardRate", "standard", NUMBER),
    ("StandardRateFormat", "standard_format", INTEGER),
    ("OvertimeRate", "overtime", NUMBER),
    ("OvertimeRateFormat", "overtime_format", INTEGER),
    ("CostPerUse", "cost_per_use", MONEY),
)

ASSIGNMENT = _table(
    ("UID", "uid", INTEGER),
    ("GUID", "guid", TEXT),
    ("TaskUID", "task_uid", INTEGER),
    ("ResourceUID", "resource_uid", INTEGER),
    ("PercentWorkComplete", "percent_work_complete", INTEGER),
    ("ActualCost", "actual_cost", MONEY),
    ("ActualFinish", "actual_finish", MOMENT),
    ("ActualStart", "actual_start", MOMENT),
    ("ActualWork", "actual_work", SPAN),
    ("Cost", "cost", MONEY),
    ("CostRateTable", "cost_rate_table", INTEGER),
    ("Delay", "delay", TENTHS),
    ("Finish", "finish", MOMENT),
    ("HasFixedRateUnits", "has_fixed_rate_units", FLAG),
    ("FixedMaterial", "fixed_material", FLAG),
    ("LevelingDelay", "levelling_delay", TENTHS),
    ("LevelingDelayFormat", "levelling_delay_format", INTEGER),
    ("Notes", "notes", TEXT),
    ("OvertimeWork", "overtime_work", SPAN),
    ("RegularWork", "regular_work", SPAN),
    ("RemainingCost", "remaining_cost", MONEY),
    ("RemainingWork", "remaining_work", SPAN),
    ("Start", "start", MOMENT),
    ("Stop", "stop", MOMENT),
    ("Resume", "resume", MOMENT),
    ("Units", "units", NUMBER),
    ("Work", "work", SPAN),
    ("WorkContour", "contour", INTEGER),
    ("CreationDate", "created", MOMENT),
)

TIME_PHASED = _table(
    ("Type", "type", INTEGER),
    ("UID", "uid", INTEGER),
    ("Start", "start", MOMENT),
    ("Finish", "finish", MOMENT),
    ("Unit", "unit", INTEGER),
)

LINK = _table(("PredecessorUID", "predecessor", INTEGER), ("LagFormat", "lag_format", INTEGER), ("CrossProjectName", "cross_project", TEXT))

# What every tool works out again by itself: neither kept nor told as dropped.
COMPUTED = frozenset(
    {
        "ACWP",
        "BCWP",
        "BCWS",
        "CV",
        "CostVariance",
        "FinishVariance",
        "OverAllocated",
        "Overallocated",
        "PeakUnits",
        "ResumeValid",
        "SV",
        "StartVariance",
        "VAC",
        "WorkVariance",
    }
)
