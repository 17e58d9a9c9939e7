"""What is wrong with the logic of a plan: ends that hang, links and constraints that hide what happens, work out of order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from milepost.apps.planning.files.model import Finding, Severity
from milepost.apps.planning.files.view import Dated, View, has_begun, is_done
from milepost.engines.schedule import Schedule
from milepost.formats.mspdi.model import Link, Task

_HARD = {"MSO": "must start on", "MFO": "must finish on", "SNLT": "start no later than", "FNLT": "finish no later than"}


def ends(dated: Dated) -> Iterator[Finding]:
    """Work that nothing leads to or that leads to nothing; the one task that opens the plan and the one that closes it are not counted."""
    view, found = dated.view, dated.found
    first = [task for task in view.work if not view.links_before(task.uid)]
    last = [task for task in view.work if not view.links_after(task.uid)]
    opener = min(first, key=lambda task: (found.slots[task.uid].start, not view.links_after(task.uid)), default=None)
    closer = max(last, key=lambda task: (found.slots[task.uid].finish, bool(view.links_before(task.uid))), default=None)
    loose_first = [task for task in first if task is not opener and not is_done(task)]
    loose_last = [task for task in last if task is not closer and not is_done(task)]
    milestones = list(dict.fromkeys(task.uid for task in (*loose_first, *loose_last) if task.milestone))
    yield from _no_predecessor(view, [task.uid for task in loose_first if not task.milestone])
    yield from _no_successor(view, [task.uid for task in loose_last if not task.milestone])
    if milestones:
        text = f"Milestones that nothing leads to, or that lead to nothing: {view.names(milestones)}. Link them, or nobody sees them slip."
        yield Finding("dangling_milestone", Severity.WARNING, text, tuple(milestones))
    yield from _half_driven(view)


def _no_predecessor(view: View, uids: list[int]) -> Iterator[Finding]:
    if uids:
        text = f"Nothing comes before {view.names(uids)}. Link each to what it waits for; else its date is a guess."
        yield Finding("dangling_start", Severity.WARNING, text, tuple(uids))


def _no_successor(view: View, uids: list[int]) -> Iterator[Finding]:
    if uids:
        text = f"Nothing comes after {view.names(uids)}. Link each to what waits for it; else nobody sees it slip."
        yield Finding("dangling_finish", Severity.WARNING, text, tuple(uids))


def _half_driven(view: View) -> Iterator[Finding]:
    """Linked, but only at the wrong end: a start that no link drives, a finish that drives nothing."""
    starts = [t.uid for t in view.work if not is_done(t) and _only(view.links_before(t.uid), "FF", "SF")]
    finishes = [t.uid for t in view.work if not is_done(t) and _only(view.links_after(t.uid), "SS", "SF")]
    if starts:
        text = f"No link drives the start of {view.names(starts)}: it is linked by its finish only."
        yield Finding("start_not_driven", Severity.ADVICE, text, tuple(starts))
    if finishes:
        text = f"The finish of {view.names(finishes)} drives nothing: only its start is linked to what follows."
        yield Finding("finish_drives_nothing", Severity.ADVICE, text, tuple(finishes))


def _only(links: list[Link], *kinds: str) -> bool:
    return bool(links) and all(link.kind in kinds for link in links)


def constraints(view: View) -> Iterator[Finding]:
    """Dates that the plan may not move: they break it silently when work slips."""
    held = [task for task in view.work if task.constraint in _HARD and not is_done(task)]
    if held:
        kinds = ", ".join(dict.fromkeys(_HARD[task.constraint] for task in held))
        uids = tuple(task.uid for task in held)
        text = f"Fixed by “{kinds}”: {view.names(uids)}. Use a deadline instead, so that the plan can move and still warn."
        yield Finding("hard_constraint", Severity.WARNING, text, uids, {"kinds": kinds})


def summary_links(view: View) -> Iterator[Finding]:
    """Links on summaries: they hold for every task inside, which is seldom meant."""
    linked = [task.uid for task in view.tasks.values() if task.summary and (task.links or task.uid in view.after)]
    if linked:
        text = f"Links stand on the summaries {view.names(linked)}. Link the tasks inside; a link on a summary holds all of them."
        yield Finding("summary_link", Severity.ADVICE, text, tuple(linked))


def modes(view: View) -> Iterator[Finding]:
    """Tasks that do not follow the plan: scheduled by hand, or switched off."""
    manual = [task.uid for task in view.tasks.values() if task.manual and task.active and not is_done(task)]
    inactive = [task.uid for task in view.tasks.values() if not task.active]
    if manual:
        text = f"Scheduled by hand, so nothing moves them: {view.names(manual)}."
        yield Finding("manual", Severity.ADVICE, text, tuple(manual))
    if inactive:
        text = f"Inactive, so not part of the dates: {view.names(inactive)}."
        yield Finding("inactive", Severity.ADVICE, text, tuple(inactive))


def order(dated: Dated) -> Iterator[Finding]:
    """Work that was reported before its links allowed it."""
    view, found = dated.view, dated.found
    early = [task.uid for task in view.work if has_begun(task) and any(_broken(link, task, view, found) for link in task.links)]
    if early:
        text = f"Begun or finished before the links allow: {view.names(early)}. Correct the link, or the reported dates."
        yield Finding("out_of_sequence", Severity.WARNING, text, tuple(early))


def _broken(link: Link, task: Task, view: View, found: Schedule) -> bool:
    """True where the reported end of the task lies before the end of the predecessor that drives it; a lead excuses it."""
    before = view.tasks.get(link.predecessor)
    if before is None or not before.active or link.lag < 0:
        return False
    actual = task.actual_start if link.kind in {"FS", "SS"} else task.actual_finish
    slot = found.slots[before.uid]
    driver = (before.actual_finish or slot.finish) if link.kind in {"FS", "FF"} else (before.actual_start or slot.start)
    return actual is not None and actual < driver


Look = Callable[[View], Iterator[Finding]]
OF_PLAN: tuple[Look, ...] = (constraints, summary_links, modes)
OF_DATES: tuple[Callable[[Dated], Iterator[Finding]], ...] = (ends, order)
