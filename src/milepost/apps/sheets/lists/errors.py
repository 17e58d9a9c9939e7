"""What a list coming in may refuse as a whole; what is wrong with single rows is told in its report."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class CheckListFirst(MilepostError):
    """The list was not checked in this form. Check it again, and import what you then see."""

    code = "list.check_first"
    status = 409


class NothingToImport(MilepostError):
    """No row of the list can come in. The report says why for each of them; nothing was written."""

    code = "list.nothing"
    status = 422


class ListOver(MilepostError):
    """This import is finished; nothing is left to be done."""

    code = "list.over"
    status = 409


class ListNotUndone(MilepostError):
    """This import cannot be taken back: that was done already, or you may not change what came in, or it is gone."""

    code = "list.not_undone"
    status = 409
