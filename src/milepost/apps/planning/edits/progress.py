"""Edits of progress: percent complete, actual dates and what remains keep each other true."""

from __future__ import annotations

from typing import Any

from milepost.apps.planning.bridge.cells import is_raw, number, seconds
from milepost.apps.planning.edits.dates import set_duration
from milepost.apps.planning.edits.draft import Draft
from milepost.kernel.moments import format_moment


def edit_percent(draft: Draft, value: Any) -> None:
    """0 takes the start back, 100 finishes the task where it stands, anything between starts it where it stands."""
    if is_raw(value) or not isinstance(value, int | float | None):
        draft.write(percent_complete=value)
        return
    percent = max(0, min(100, value or 0))
    if percent == 0:
        draft.write(percent_complete=None, remaining_duration=None, actual_duration=None, stop=None, resume=None)
        draft.write(actual_finish=None, **({} if "actual_start" in draft.typed else {"actual_start": None}))
        return
    _start(draft)
    if percent == 100:
        _finish(draft)
    else:
        _partly(draft, percent)


def edit_actual_start(draft: Draft, value: Any) -> None:
    """Work began then; without a start there is no progress."""
    if not isinstance(value, str):
        draft.write(actual_start=value)
        if value is None and "percent_complete" not in draft.typed:
            draft.write(percent_complete=None, actual_finish=None, remaining_duration=None, actual_duration=None)
        return
    draft.write(actual_start=format_moment(draft.day_start(value)))


def edit_actual_finish(draft: Draft, value: Any) -> None:
    """Work ended then, so the task is complete; taken back, it is where its actual duration says."""
    if not isinstance(value, str):
        draft.write(actual_finish=value)
        if value is None and "percent_complete" not in draft.typed and number(draft.view(), "percent_complete") >= 100:
            draft.write(percent_complete=99, remaining_duration=None, actual_duration=None)
        return
    finish = draft.day_finish(value)
    _start(draft)
    start = draft.moment("actual_start")
    if start and start > finish:
        start = finish
        draft.write(actual_start=format_moment(start))
    draft.write(actual_finish=format_moment(finish), percent_complete=100, remaining_duration=0, stop=None, resume=None)
    if start:
        draft.write(actual_duration=draft.timeline.between(start, finish))


def edit_remaining(draft: Draft, value: Any) -> None:
    """What is left changes the duration and, with it, the share that is done; nothing left means finished."""
    left = None if is_raw(value) or value is None else seconds({"left": value}, "left")
    if left is None or left < 0:
        draft.write(remaining_duration=value)
        return
    view = draft.view()
    stated = seconds(view, "actual_duration")
    done = round(draft.duration() * number(view, "percent_complete") / 100) if stated is None else stated
    set_duration(draft, done + left)
    draft.write(remaining_duration=left, actual_duration=done)
    if done:
        _start(draft)
        draft.write(percent_complete=round(100 * done / (done + left)))
        if not left:
            _finish(draft)


def share_work_done(draft: Draft) -> None:
    """What is done of a task was done by its assignments in proportion: else what is left of them would outlast what is left of it."""
    given = draft.now("assignments")
    if not isinstance(given, list) or not draft.cells.keys() & {"actual_duration", "remaining_duration", "assignments"}:
        return
    view = draft.view()
    done, left = seconds(view, "actual_duration") or 0, seconds(view, "remaining_duration") or 0
    shared = [_done(one, done / (done + left)) if done and one.get("work") else _undone(one) for one in given]
    if shared != given:
        draft.write(assignments=shared)


def _done(assignment: dict[str, Any], share: float) -> dict[str, Any]:
    return {**assignment, "actual_work": round(assignment["work"] * share)}


def _undone(assignment: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in assignment.items() if key != "actual_work"}


def _start(draft: Draft) -> None:
    if not draft.moment("actual_start"):
        start = draft.start
        if start:
            draft.write(actual_start=format_moment(start))


def _finish(draft: Draft) -> None:
    if not draft.moment("actual_finish") and "actual_finish" not in draft.typed:
        finish = draft.moment("finish") or (draft.slot.finish if draft.slot else None)
        start = draft.moment("actual_start")
        if finish is None and start:
            finish = draft.timeline.add(start, draft.duration())
        draft.write(actual_finish=format_moment(finish) if finish else None)
    draft.write(percent_complete=100, remaining_duration=0, actual_duration=draft.duration(), stop=None, resume=None)


def _partly(draft: Draft, percent: float) -> None:
    length = draft.duration()
    done = round(length * percent / 100)
    draft.write(percent_complete=percent, actual_duration=done, remaining_duration=length - done, stop=None, resume=None)
    if "actual_finish" not in draft.typed:
        draft.write(actual_finish=None)
