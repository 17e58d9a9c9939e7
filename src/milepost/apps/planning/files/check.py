"""Check a plan file: when it ends, what drives that, how far it is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from milepost.apps.planning.bridge.from_file import network_of_plan
from milepost.apps.planning.files import dates, logic
from milepost.apps.planning.files.model import ChainStep, Finding, PlanCheck, Severity
from milepost.apps.planning.files.progress import progress_of
from milepost.apps.planning.files.scheduled import opened
from milepost.apps.planning.files.view import Dated, View, is_done, view_of
from milepost.engines.schedule import LoopFound, driving_chain, schedule
from milepost.formats.mspdi import PlanFile, Report
from milepost.kernel.errors import MilepostError

_LOOKS_AT_PLAN = (*logic.OF_PLAN, dates.future_actuals, dates.status_date, dates.baseline)
_LOOKS_AT_DATES = (dates.slack, dates.deadlines, dates.unstatused, *logic.OF_DATES)


def check_plan(data: bytes, name: str, at: datetime | None = None) -> PlanCheck:
    """Everything that can be said of a plan file (`.xml` or `.xml.gz`) without a database; `at` replaces the file's status date.

    Raises Unreadable and the errors of the sandbox. A plan that cannot be scheduled, as by a loop, is no error: it is a finding.
    """
    plan, report = opened(data)
    return check_of(plan, report, name, at)


def check_of(plan: PlanFile, report: Report, name: str, at: datetime | None = None) -> PlanCheck:
    """The same of a plan that was read already."""
    view = view_of(plan, at or plan.properties.status_date)
    broken: list[Finding] = []
    dated: Dated | None = None
    try:
        dated = Dated(view, schedule(network_of_plan(plan)))
    except LoopFound as loop:
        broken = [Finding("loop", Severity.ERROR, loop.sentence, loop.uids)]
    except MilepostError as problem:
        broken = [Finding(problem.code, Severity.ERROR, problem.sentence)]
    chain = _chain(dated) if dated else ()
    return PlanCheck(
        name=name,
        title=plan.properties.title or plan.properties.name or name,
        tasks=len(view.work),
        start=dated.found.start if dated else None,
        finish=dated.found.finish if dated else None,
        baseline_finish=_baseline_finish(view),
        status_date=view.at,
        critical=_critical(dated) if dated else (),
        chain=chain,
        progress=progress_of(view, dated),
        findings=_ranked([*broken, *_looks(view, dated), *dates.read_otherwise(report)]),
        names={uid: task.name or str(uid) for uid, task in view.tasks.items()},
        report=report,
    )


def _looks(view: View, dated: Dated | None) -> Iterator[Finding]:
    if dated:
        for look in _LOOKS_AT_DATES:
            yield from look(dated)
        for note in dated.found.notes:
            yield Finding(note.code, Severity.WARNING, note.text, note.uids)
    for glance in _LOOKS_AT_PLAN:
        yield from glance(view)


def _ranked(findings: list[Finding]) -> tuple[Finding, ...]:
    rank = list(Severity)
    return tuple(sorted(findings, key=lambda one: rank.index(one.severity)))


def _critical(dated: Dated) -> tuple[int, ...]:
    slots = dated.found.slots
    critical = [task.uid for task in dated.view.work if slots[task.uid].critical and not is_done(task)]
    return tuple(sorted(critical, key=lambda uid: (slots[uid].start, slots[uid].finish)))


def _chain(dated: Dated) -> tuple[ChainStep, ...]:
    """The steps that drive the task which ends last; of several the one that is critical and furthest down."""
    view, slots = dated.view, dated.found.slots
    last = max(view.work, key=lambda task: (slots[task.uid].finish, slots[task.uid].critical), default=None)
    if last is None:
        return ()
    steps = driving_chain(dated.found, last.uid)
    return tuple(
        ChainStep(step.uid, view.tasks[step.uid].name or str(step.uid), slots[step.uid].start, slots[step.uid].finish, str(step.reason))
        for step in steps
    )


def _baseline_finish(view: View) -> datetime | None:
    number = view.plan.properties.baseline_for_earned_value
    finishes = [one.finish for task in view.work if (one := task.baseline(number)) and one.finish]
    return max(finishes, default=None)
