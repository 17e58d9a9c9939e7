"""What can be wrong with a file that shall be a list."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class NotAList(MilepostError):
    """This is neither a workbook (xlsx, xls, ods) nor text with a line for each row (csv, tsv). Save the list as one of these."""

    code = "list.not_a_list"
    status = 422


class EmptyList(MilepostError):
    """There is nothing in this list: no cell of it holds anything."""

    code = "list.empty"
    status = 422


class PasswordProtected(MilepostError):
    """The workbook is protected by a password and cannot be opened. Save it without one: File, Info, Protect Workbook."""

    code = "list.password"
    status = 422


class BrokenWorkbook(MilepostError):
    """The workbook is damaged or breaks off ({reason}). Open it in the program that made it, and save it again."""

    code = "list.broken_workbook"
    status = 422


class UnpacksTooBig(MilepostError):
    """The workbook would unpack to more than {limit} MB, far more than a list needs. Remove pictures and sheets that are no part of it."""

    code = "list.unpacks_too_big"
    status = 413


class TooManyRows(MilepostError):
    """The list has more than {limit} rows. Split it into several files."""

    code = "list.too_many_rows"
    status = 422


class TooManyColumns(MilepostError):
    """The list has {count} columns that hold something; {limit} are the most. Remove the columns that you do not need."""

    code = "list.too_many_columns"
    status = 422
