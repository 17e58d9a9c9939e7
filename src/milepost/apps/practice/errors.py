"""What questions and courses refuse, in the sentences that a user reads."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class NoOffice(MilepostError):
    """No office is responsible for this place yet, so that nobody would read the question."""

    code = "question.no_office"
    status = 409


class QuestionShape(MilepostError):
    """A question or an answer needs 1 to {most} characters."""

    code = "question.empty"
    status = 422


class NotOfOffice(MilepostError):
    """Only the people of the office may do this."""

    code = "question.not_of_office"
    status = 403


class AnswersWrong(MilepostError):
    """{wrong} of {asked} answers are not right yet. Read the part again and try once more."""

    code = "course.answers_wrong"
    status = 422
