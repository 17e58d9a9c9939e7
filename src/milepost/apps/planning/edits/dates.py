"""Edits of dates, durations and constraints.

A start typed for an automatic task becomes "start no earlier than"; a typed finish changes the duration, as dragging the end of a bar
does. Both are said in a notice and can be undone. A manual task takes both as its own dates.
"""

from __future__ import annotations

from typing import Any

from milepost.apps.planning.bridge.cells import elapsed, is_raw, number, seconds
from milepost.apps.planning.columns import DATED_CONSTRAINTS
from milepost.apps.planning.edits.draft import Draft
from milepost.kernel.durations import format_duration
from milepost.kernel.errors import MilepostError
from milepost.kernel.moments import format_moment


class FinishBeforeStart(MilepostError):
    """“{name}” cannot finish at {finish}, before its start at {start}. Move its start first, or change its duration."""

    code = "plan.finish_before_start"
    status = 422


def edit_start(draft: Draft, value: Any) -> None:
    """A typed start: its own for a manual task, the actual one once work began, else "start no earlier than"."""
    if is_raw(value):
        draft.write(start=value)
    elif value is None:
        _clear_start(draft)
    elif draft.manual:
        _move_manual(draft, value)
    elif draft.now("actual_start"):
        draft.write(actual_start=format_moment(draft.day_start(value)))
        draft.tell("actual_start_moved", f"“{draft.name}” has started: its actual start was changed.")
    else:
        _constrain(draft, value)


def edit_finish(draft: Draft, value: Any) -> None:
    """A typed finish: its own for a manual task, the actual one of a finished task, else a new duration. Raises FinishBeforeStart."""
    if is_raw(value):
        draft.write(finish=value)
        return
    if value is None:
        if draft.manual:
            draft.write(finish=None)
        return
    finish = draft.day_finish(value)
    if draft.now("actual_finish"):
        draft.write(actual_finish=format_moment(finish))
        draft.tell("actual_finish_moved", f"“{draft.name}” is finished: its actual finish was changed.")
        return
    start = draft.start
    if start is None:
        draft.write(finish=None)
        return
    if finish < start:
        raise FinishBeforeStart(name=draft.name, start=format_moment(start), finish=format_moment(finish))
    if draft.manual:
        draft.write(finish=format_moment(finish))
    length = int((finish - start).total_seconds()) if elapsed(draft.view(), "duration") else draft.timeline.between(start, finish)
    if length != draft.duration():
        set_duration(draft, length)
        shown = format_duration(length, draft.state.words.lengths)
        draft.tell("duration_from_finish", f"“{draft.name}” now takes {shown}, so that it finishes then.", seconds=length)


def edit_duration(draft: Draft, value: Any) -> None:
    """A typed duration; work of its assignments and what remains go with it."""
    length = None if is_raw(value) or value is None else seconds({"duration": value}, "duration")
    if length is None or length < 0:
        draft.write(duration=value)
        return
    set_duration(draft, length, value)
    start = draft.start
    if draft.manual and start and "finish" not in draft.typed:
        draft.write(finish=format_moment(draft.timeline.add(start, length)))


def set_duration(draft: Draft, length: int, value: Any = None) -> None:
    """Write a duration with all that hangs on it: milestone, assigned work, done and remaining time."""
    old = draft.duration()
    _scale_work(draft, old, length)
    _keep_done(draft, length)
    kept = {"seconds": length, "elapsed": True} if elapsed(draft.view(), "duration") else length
    draft.write(duration=kept if value is None else value)
    if bool(draft.now("milestone")) != (length == 0):
        draft.write(milestone=True if length == 0 else None)


def edit_milestone(draft: Draft, value: Any) -> None:
    """A milestone takes no time; a task that is none any more takes a day."""
    if is_raw(value):
        draft.write(milestone=value)
        return
    if value and draft.duration() and "duration" not in draft.typed:
        set_duration(draft, 0)
    elif not value and not draft.duration() and "duration" not in draft.typed:
        set_duration(draft, draft.state.words.lengths.day)
    draft.write(milestone=True if value else None)


def edit_constraint(draft: Draft, value: Any) -> None:
    """A constraint without a date holds the row where it stands."""
    draft.write(constraint=value)
    if _is_dated(value):
        if not draft.now("constraint_date") and "constraint_date" not in draft.typed and draft.slot:
            held = draft.slot.finish if value.startswith("F") or value == "MFO" else draft.slot.start
            draft.write(constraint_date=format_moment(held))
    elif not is_raw(value):
        draft.write(constraint_date=None)


def edit_constraint_date(draft: Draft, value: Any) -> None:
    """A date without a constraint means "start no earlier than"."""
    if not isinstance(value, str):
        draft.write(constraint_date=value)
        return
    name = draft.now("constraint")
    at_finish = isinstance(name, str) and (name.startswith("F") or name == "MFO")
    draft.write(constraint_date=format_moment(draft.day_finish(value) if at_finish else draft.day_start(value)))
    if not _is_dated(name):
        draft.write(constraint="SNET")
        draft.tell("constraint_chosen", f"“{draft.name}” now starts no earlier than that date.")


def edit_deadline(draft: Draft, value: Any) -> None:
    """A deadline on a bare day is the end of that day."""
    draft.write(deadline=format_moment(draft.day_finish(value)) if isinstance(value, str) else value)


def edit_mode(draft: Draft, value: Any) -> None:
    """A task that becomes automatic forgets its own dates; undo brings them back."""
    was_manual = draft.manual
    draft.write(mode=None if value == "auto" else value)
    if was_manual and value != "manual":
        draft.write(start=None, finish=None)
    elif value == "manual" and not was_manual and draft.slot:
        draft.write(start=format_moment(draft.slot.start), finish=format_moment(draft.slot.finish))


def _is_dated(name: Any) -> bool:
    return isinstance(name, str) and name in DATED_CONSTRAINTS


def _clear_start(draft: Draft) -> None:
    if draft.manual:
        draft.write(start=None)
    elif draft.now("constraint") in ("SNET", "MSO"):
        draft.write(constraint=None, constraint_date=None)
        draft.tell("constraint_cleared", f"“{draft.name}” starts again as soon as its links allow.")
    elif is_raw(draft.now("start")):
        draft.write(start=None)


def _move_manual(draft: Draft, value: str) -> None:
    start = draft.day_start(value)
    draft.write(start=format_moment(start))
    if "finish" not in draft.typed:
        draft.write(finish=format_moment(draft.timeline.add(start, draft.duration())))


def _constrain(draft: Draft, value: str) -> None:
    start = draft.day_start(value)
    if is_raw(draft.now("start")):
        draft.write(start=None)
    if draft.slot and draft.slot.start == start and not draft.now("constraint"):
        return
    draft.write(constraint="SNET", constraint_date=format_moment(start))
    said = f"“{draft.name}” now starts no earlier than {format_moment(start)}. Its links still hold. Clear the constraint to free it."
    draft.tell("start_constrained", said, start=format_moment(start))


def _scale_work(draft: Draft, old: int, new: int) -> None:
    given = draft.now("assignments")
    if old <= 0 or old == new or not isinstance(given, list) or "assignments" in draft.typed:
        return
    draft.write(assignments=[_scaled(one, new / old) for one in given])


def _scaled(given: dict[str, Any], factor: float) -> dict[str, Any]:
    # Units stay, so the work grows with the time; hand-made contours no longer fit and go.
    kept = {key: value for key, value in given.items() if key != "pieces"}
    return {**kept, "work": round(int(given.get("work") or 0) * factor)}


def _keep_done(draft: Draft, length: int) -> None:
    view = draft.view()
    percent = number(view, "percent_complete")
    if not percent or "percent_complete" in draft.typed or "remaining_duration" in draft.typed:
        return
    if percent >= 100:
        draft.write(actual_duration=length, remaining_duration=0)
        start = draft.moment("actual_start")
        if start:
            draft.write(actual_finish=format_moment(draft.timeline.add(start, length)))
        return
    stated = seconds(view, "actual_duration")
    done = min(length, round(draft.duration() * percent / 100) if stated is None else stated)
    draft.write(actual_duration=done, remaining_duration=length - done, percent_complete=round(100 * done / length) if length else 100)
