"""What the intake of requests refuses, in the sentences that a user reads."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class DecisionRefused(MilepostError):
    """This cannot be decided now."""

    code = "request.refused"
    status = 409


class RequestChanged(DecisionRefused):
    """This request was changed since you read it. Look at it again, then decide."""

    code = "request.changed"


class RequestDecided(DecisionRefused):
    """This request cannot be decided so any more: it stands as "{state}"."""

    code = "request.decided"


class OwnRequest(DecisionRefused):
    """Nobody approves their own request. Ask somebody else who has the authority."""

    code = "request.own"
    status = 403


class NoCost(MilepostError):
    """Say first what it costs: how much it is decides who may approve it."""

    code = "request.no_cost"
    status = 422


class DecidedElsewhere(MilepostError):
    """State, score and project of a request follow what was decided. Open the request and decide there."""

    code = "request.follows"
    status = 422


class NotInto(MilepostError):
    """A request is merged into another one that is open or approved."""

    code = "request.not_into"
    status = 422


class FormClosed(MilepostError):
    """This form is closed. Nothing was sent."""

    code = "form.closed"
    status = 410


class FormFlooded(MilepostError):
    """Too many requests came by this form in the last hour. Nothing was sent; try again later."""

    code = "form.flooded"
    status = 429


class AnswerMissing(MilepostError):
    """Fill in {title}: the form needs it."""

    code = "form.missing"
    status = 422


class AnswerUnfit(MilepostError):
    """What stands in {title} does not fit: {reason}."""

    code = "form.unfit"
    status = 422
