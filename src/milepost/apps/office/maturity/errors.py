"""What assessments of maturity refuse."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class AssessmentOpen(MilepostError):
    """An assessment of {name} is under way. Finish that one, or discard it, before another begins."""

    code = "maturity.open"
    status = 409


class AssessmentFinished(MilepostError):
    """This assessment was finished on {on}. What was answered stays as it is; begin another one."""

    code = "maturity.finished"
    status = 409


class NothingAnswered(MilepostError):
    """Nobody has answered a question yet. Answer one, or discard the assessment."""

    code = "maturity.nothing_answered"
    status = 409


class NoSuchQuestion(MilepostError):
    """There is no question {question}."""

    code = "maturity.no_such_question"
    status = 422


class NotWeak(MilepostError):
    """{question} has no answer below the highest level here, so there is nothing to improve."""

    code = "maturity.not_weak"
    status = 422


class AssessmentNotFinished(MilepostError):
    """This assessment is still open. Finish it first: improvements follow from what came out."""

    code = "maturity.not_finished"
    status = 409
