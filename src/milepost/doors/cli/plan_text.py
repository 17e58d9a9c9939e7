"""Results about plan files for people: a few lines and tables on the terminal. Loaded only where nobody asked for JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from milepost.apps.planning.files import ChainStep, Finding, PlanCheck, PlanSchedule, Progress, Severity, TaskDates
from milepost.kernel.durations import DayLength, format_duration
from milepost.kernel.moments import format_moment

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_REASONS = {
    "project_start": "starts with the plan",
    "project_finish": "ends with the plan",
    "link": "waits for the one above",
    "constraint": "held by its constraint",
    "parent": "held by its summary",
    "child": "ends with what is in it",
    "manual": "scheduled by hand",
    "progress": "as reported",
    "levelling": "delayed by levelling",
    "as_late_as_possible": "as late as possible",
}


def print_check(check: PlanCheck) -> None:
    """The end, what drives it, progress against the plan, and the findings, worst first."""
    console = Console(highlight=False)
    console.print(f"[bold]{escape(check.name)}[/]: {_counted(check.tasks, 'task')}. {_ends(check)}")
    console.print(_progress(check.progress, check.status_date))
    if check.chain:
        console.print(_chain(check.chain))
    console.print(_findings(check.findings) if check.findings else "Nothing to find fault with.")


def print_schedule(found: PlanSchedule) -> None:
    """Every task with its dates and slack; summaries in bold, critical tasks marked."""
    own = found.plan.properties
    day = DayLength(own.minutes_per_day * 60, own.minutes_per_week * 60)
    table = Table("UID", "Task", "Start", "Finish", "Slack", "Critical", box=SIMPLE_HEAD)
    for task in found.tasks:
        table.add_row(*_cells(task, day), style="bold" if task.summary else "" if task.active else "dim")
    Console(highlight=False).print(table)


def _cells(task: TaskDates, day: DayLength) -> tuple[str, ...]:
    slack = "n/a" if task.total_slack is None else format_duration(task.total_slack, day)
    return str(task.uid), escape(task.name), _when(task.start), _when(task.finish), slack, "yes" if task.critical else ""


def _ends(check: PlanCheck) -> str:
    if check.finish is None:
        return "It cannot be scheduled."
    if check.baseline_finish is None:
        return f"It ends on {_when(check.finish)}."
    days = (check.finish.date() - check.baseline_finish.date()).days
    against = "as its baseline" if days == 0 else f"{_counted(abs(days), 'day')} {'after' if days > 0 else 'before'} its baseline"
    return f"It ends on {_when(check.finish)}, {against}."


def _progress(progress: Progress, at: datetime | None) -> str:
    planned = progress.reasons.get("planned_percent", "n/a") if progress.planned_percent is None else f"{progress.planned_percent:g} %"
    complete = "n/a" if progress.percent_complete is None else f"{progress.percent_complete:g} %"
    when = f" on {_when(at)}" if at else ""
    line = f"Complete{when}: {complete}; planned: {planned}"
    if progress.unit is None:
        return line
    indices = (("SPI", "spi", progress.spi), ("SPI(t)", "spi_t", progress.spi_t), ("CPI", "cpi", progress.cpi))
    return "\n".join([line, *(f"{label}: {_index(value, progress.reasons.get(name, ''))}" for label, name, value in indices)])


def _index(value: Fraction | None, reason: str) -> str:
    return f"n/a. {reason}" if value is None else f"{float(value):.2f}"


def _chain(steps: Iterable[ChainStep]) -> Table:
    table = Table("What drives the end", "Start", "Finish", "Why", box=SIMPLE_HEAD)
    for step in steps:
        table.add_row(escape(step.name), _when(step.start), _when(step.finish), _REASONS.get(step.reason, step.reason))
    return table


def _findings(findings: Iterable[Finding]) -> Table:
    table = Table("Severity", "Finding", "Tasks", "What to know", box=SIMPLE_HEAD)
    for one in findings:
        table.add_row(f"[{_COLOURS[one.severity]}]{one.severity}[/]", one.code, str(len(one.uids) or ""), escape(one.message))
    return table


def _when(moment: datetime | None) -> str:
    return format_moment(moment).replace("T", " ") if moment else "n/a"


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
