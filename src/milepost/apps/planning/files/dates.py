"""What is wrong with the dates of a plan: too little time, missed deadlines, reports that are missing or cannot be, no baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from milepost.apps.planning.files.model import Finding, Severity
from milepost.apps.planning.files.view import Dated, View, has_begun, is_done
from milepost.formats.mspdi import Report
from milepost.kernel.moments import format_moment


def slack(dated: Dated) -> Iterator[Finding]:
    """Unfinished work that has less time than it needs."""
    view, slots = dated.view, dated.found.slots
    short = {task.uid: slots[task.uid].total_slack or 0 for task in view.work if not is_done(task)}
    short = {uid: seconds for uid, seconds in short.items() if seconds < 0}
    if short:
        worst = sorted(short, key=lambda uid: short[uid])
        time = view.time(-short[worst[0]])
        text = f"Constraints or deadlines leave too little time, up to {time}, for {view.names(worst)}."
        yield Finding("negative_float", Severity.ERROR, text, tuple(worst), {"time": time})


def deadlines(dated: Dated) -> Iterator[Finding]:
    """Unfinished tasks that end after their deadline."""
    view, slots = dated.view, dated.found.slots
    open_tasks = [task for task in view.tasks.values() if task.active and not is_done(task)]
    late = [task.uid for task in open_tasks if task.deadline and slots[task.uid].finish > task.deadline]
    if late:
        yield Finding("missed_deadline", Severity.ERROR, f"The plan ends after the deadline of {view.names(late)}.", tuple(late))


def unstatused(dated: Dated) -> Iterator[Finding]:
    """Work that should have begun or ended by the status date, and of which no report says so."""
    view, slots = dated.view, dated.found.slots
    if view.at is None:
        return
    silent = [
        task.uid
        for task in view.work
        if not is_done(task) and (slots[task.uid].finish <= view.at or (slots[task.uid].start < view.at and not has_begun(task)))
    ]
    if silent:
        text = f"Planned before the status date, but not reported as done: {view.names(silent)}. Enter progress, or move what is left."
        yield Finding("unstatused", Severity.WARNING, text, tuple(silent))


def future_actuals(view: View) -> Iterator[Finding]:
    """Reports of what has not happened yet."""
    at = view.at
    if at is None:
        return
    ahead = [task.uid for task in view.work if any(moment and moment > at for moment in (task.actual_start, task.actual_finish))]
    if ahead:
        text = f"Reported as begun or finished after the status date {format_moment(at)}: {view.names(ahead)}."
        yield Finding("future_actual", Severity.ERROR, text, tuple(ahead), {"at": format_moment(at)})


def status_date(view: View) -> Iterator[Finding]:
    """Progress or a baseline without a date to hold them against each other."""
    if view.at is None and any(has_begun(task) or task.baselines for task in view.work):
        text = "There is no status date, so progress cannot be held against the plan. Set one in the file, or give --at."
        yield Finding("no_status_date", Severity.ADVICE, text)


def baseline(view: View) -> Iterator[Finding]:
    """No baseline at all, or work that came after it."""
    number = view.plan.properties.baseline_for_earned_value
    missing = [task.uid for task in view.work if (one := task.baseline(number)) is None or one.finish is None]
    if view.work and len(missing) == len(view.work):
        yield Finding(
            "no_baseline", Severity.ADVICE, "There is no baseline, so nobody can say how late the plan is. Set one when it is agreed."
        )
    elif missing:
        yield Finding("not_in_baseline", Severity.ADVICE, f"Not in the baseline: {view.names(missing)}.", tuple(missing))


def read_otherwise(report: Report) -> Iterator[Finding]:
    """What the file says that could not be taken as it stands, one finding a kind."""
    counts = Counter(one.code for one in report.changed)
    for code, count in counts.items():
        first = next(one for one in report.changed if one.code == code)
        more = f" And {count - 1} more of this kind." if count > 1 else ""
        where = first.where[:1].upper() + first.where[1:]
        yield Finding(f"file.{code}", Severity.WARNING, f"{where}: {first.message}{more}")
