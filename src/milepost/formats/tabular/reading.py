"""The reader of lists that runs in the limited child: bytes in, tables out."""

from __future__ import annotations

from milepost.formats.tabular.model import Book
from milepost.formats.tabular.text import read_text
from milepost.formats.tabular.workbook import OLE, ZIP, read_workbook


def read_book(data: bytes) -> Book:
    """What the bytes hold, by what they are and not by what they are called.

    Raises the errors of `tabular.errors`.
    """
    if data.startswith((ZIP, OLE)):
        return read_workbook(data)
    return Book("csv", (read_text(data),))
