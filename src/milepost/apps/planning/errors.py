"""What the actions of plans refuse."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class CheckFirst(MilepostError):
    """This file was not checked in this form. Check it again, look at the report, then import it."""

    code = "import.check_first"
    status = 409


class NotAPlan(MilepostError):
    """This sheet is not a plan."""

    code = "sheet.not_a_plan"
    status = 422


class NoSuchTask(MilepostError):
    """There is no row {row} in this plan to book on."""

    code = "plan.no_such_task"
    status = 422


class PeriodBackwards(MilepostError):
    """The period ends at {last}, before it begins at {first}."""

    code = "plan.period_backwards"
    status = 422


class NothingToIndent(MilepostError):
    """These rows cannot be moved further {direction}."""

    code = "plan.nothing_to_indent"
    status = 422


class PlanThere(MilepostError):
    """{name} has a plan already, which stays as it is. Import the file as a project of its own instead."""

    code = "plan.there"
    status = 409
