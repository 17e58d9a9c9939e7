"""What makes a network impossible to schedule."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class LoopFound(MilepostError):
    """These tasks wait for each other in a circle: {names}. Remove one of the links between them."""

    code = "schedule.loop"
    status = 422

    def __init__(self, uids: tuple[int, ...], names: tuple[str, ...]) -> None:
        self.uids = uids
        super().__init__(uids=list(uids), names=" > ".join((*names, names[0])))


class UnknownCalendar(MilepostError):
    """Task {uid} names the calendar {name}, which the plan does not have."""

    code = "schedule.unknown_calendar"
    status = 422


class NoFinish(MilepostError):
    """A plan that is scheduled from its finish needs a finish date."""

    code = "schedule.no_finish"
    status = 422
