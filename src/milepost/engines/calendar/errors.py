"""What can be wrong with a calendar."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class NoWorkingTime(MilepostError):
    """The calendar {name} has no working time {where}. Give it a working day, or choose another calendar."""

    code = "calendar.no_working_time"
    status = 422


class BadShift(MilepostError):
    """The calendar {name} has a shift from {first} to {last} seconds of the day: shifts lie in one day, in order, and do not overlap."""

    code = "calendar.bad_shift"
    status = 422


class OutOfTime(MilepostError):
    """The dates of this plan lead out of the years 1 to 9999. Look for a duration, a lag or a date that is far too long."""

    code = "calendar.out_of_time"
    status = 422
