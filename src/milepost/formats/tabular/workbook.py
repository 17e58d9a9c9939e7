"""Workbooks: xlsx, xls and ods by calamine, with what the XML of an xlsx says besides."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum, load_workbook

from milepost.formats.tabular.errors import BrokenWorkbook, EmptyList, NotAList, PasswordProtected, UnpacksTooBig
from milepost.formats.tabular.hints import xlsx_hints
from milepost.formats.tabular.model import Book, Table
from milepost.formats.tabular.shape import Hints, shape
from milepost.kernel.zips import UNREADABLE

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_UNPACKED = 400 * 2**20
_MOST_MERGED = 10_000
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes) -> Book:
    """All sheets of a workbook that hold something.

    Raises EmptyList, NotAList, PasswordProtected, BrokenWorkbook, UnpacksTooBig, TooManyRows and TooManyColumns.
    """
    if data.startswith(OLE):
        if _ENCRYPTED in data:
            raise PasswordProtected
        return Book("xls", _tables(data, {}))
    form, hints = _looked_into(data)
    return Book(form, _tables(data, hints))


def _looked_into(data: bytes) -> tuple[str, Mapping[str, Hints]]:
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
                raise UnpacksTooBig(limit=_MOST_UNPACKED // 2**20)
            if "xl/workbook.xml" in names:
                return "xlsx", xlsx_hints(archive)
            if "content.xml" in names:
                _refuse_encrypted(archive)
                return "ods", {}
    except UNREADABLE as problem:
        raise BrokenWorkbook(reason=str(problem) or type(problem).__name__) from None
    if "xl/workbook.bin" in names:
        return "xlsb", {}
    raise NotAList


def _refuse_encrypted(archive: ZipFile) -> None:
    if "META-INF/manifest.xml" in archive.namelist() and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise PasswordProtected


def _tables(data: bytes, hints: Mapping[str, Hints]) -> tuple[Table, ...]:
    try:
        with load_workbook(io.BytesIO(data)) as book:
            found = tuple(table for at in range(len(book.sheet_names)) if (table := _table(book, at, hints)) and table.rows)
    except PasswordError:
        raise PasswordProtected from None
    except (CalamineError, OSError) as problem:
        raise BrokenWorkbook(reason=str(problem)[:200]) from None
    if not found:
        raise EmptyList
    return found


def _table(book: CalamineWorkbook, at: int, hints: Mapping[str, Hints]) -> Table | None:
    about = book.sheets_metadata[at]
    if about.typ != SheetTypeEnum.WorkSheet:
        return None
    sheet = book.get_sheet_by_index(at)
    if not sheet.height:
        return None
    rows = sheet.to_python(skip_empty_area=False)
    merged = sheet.merged_cell_ranges or []
    _fill_down(rows, merged)
    return shape(about.name, rows, hints.get(about.name), hidden=about.visible != SheetVisibleEnum.Visible, merged=len(merged))


def _fill_down(rows: list[list[Any]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """A cell that was merged over several lines stands for each of them; one that was merged over columns is a title."""
    for (top, left), (bottom, right) in merged[:_MOST_MERGED]:
        if left == right and top < len(rows) and left < len(rows[top]):
            for line in range(top + 1, min(bottom + 1, len(rows))):
                rows[line][left] = rows[top][left]
