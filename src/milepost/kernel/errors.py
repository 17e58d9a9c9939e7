"""The one base of every error that a user may read."""

from __future__ import annotations

import inspect
from typing import ClassVar


class MilepostError(Exception):
    """Something went wrong."""

    # A subclass's docstring is the sentence that the user reads; `{name}` in it is filled from `data`.
    code: ClassVar[str] = "error"
    status: ClassVar[int] = 400

    def __init__(self, **data: object) -> None:
        self.data = data
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """The docstring in one line, its placeholders filled from the data."""
        return " ".join(inspect.cleandoc(self.__doc__ or "").split()).format_map(self.data)


class NotFound(MilepostError):
    """There is no {what} with that id that you may see."""

    code = "not_found"
    status = 404


class NotAllowed(MilepostError):
    """You may see this, but your role does not let you {verb}. Ask an owner of it for the right."""

    code = "not_allowed"
    status = 403


class Invalid(MilepostError):
    """The value of {field} does not fit: {reason}."""

    code = "invalid"
    status = 422
