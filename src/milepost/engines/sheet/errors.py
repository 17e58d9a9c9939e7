"""What an operation on a sheet may refuse."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class RowUnknown(MilepostError):
    """There is no row {row} in this sheet."""

    code = "sheet.row_unknown"
    status = 404


class RowExists(MilepostError):
    """There is a row {row} in this sheet already."""

    code = "sheet.row_exists"
    status = 409


class UnderItself(MilepostError):
    """Row {row} cannot stand below itself or one of its own rows."""

    code = "sheet.under_itself"
    status = 422


class BadOperation(MilepostError):
    """The operation could not be read: {reason}."""

    code = "sheet.bad_operation"
    status = 422


class ComputeBroken(MilepostError):
    """The column {key} cannot be computed: {reason}."""

    code = "sheet.compute_broken"
    status = 422
