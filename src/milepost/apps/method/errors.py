"""What methods refuse, in the sentences that a user reads."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class NotAsked(MilepostError):
    """The method of this project does not ask for {key}, so there is nothing to waive."""

    code = "waiver.not_asked"
    status = 409


class WaiverAsked(MilepostError):
    """A waiver for this was asked already and waits for its decision."""

    code = "waiver.asked"
    status = 409


class WaiverDecided(MilepostError):
    """This waiver was decided already. Ask for another one if things have changed."""

    code = "waiver.decided"
    status = 409


class WaiverOwn(MilepostError):
    """Nobody decides a waiver that they asked for themselves."""

    code = "waiver.own"
    status = 403


class NothingToDo(MilepostError):
    """There is nothing here that can be done at a click: open the place that the finding names."""

    code = "finding.no_fix"
    status = 409
