"""Lists out: CSV line by line, and XLSX with types, widths and a frozen header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from milepost.formats.tabular.escaping import escaped, is_dangerous
from milepost.formats.tabular.model import Value

MOST_XLSX_ROWS = 1_048_000
_INDENT = "  "
_FORMATS = {"date": "yyyy-mm-dd", "datetime": "yyyy-mm-dd hh:mm", "percent": "0.##", "number": "General", "money": "#,##0.00"}


@dataclass(frozen=True, slots=True)
class OutColumn:
    """A column of a list that goes out: `width` in pixels; numbers are shown with `decimals`, money with `currency`."""

    title: str
    type: str = "text"
    width: int = 120
    decimals: int | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class OutRow:
    """A row that goes out; `depth` indents its first cell."""

    values: tuple[Value, ...]
    depth: int = 0


def csv_pieces(columns: Iterable[OutColumn], rows: Iterable[OutRow], *, bom: bool = True, delimiter: str = ",") -> Iterator[str]:
    """The list as CSV (RFC 4180), a piece a line; cells that a spreadsheet would run are escaped."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=delimiter)
    if bom:
        line.write("\ufeff")
    for texts in _csv_rows(columns, rows):
        writer.writerow(texts)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def write_xlsx(name: str, columns: Iterable[OutColumn], rows: Iterable[OutRow]) -> bytes:
    """The list as a workbook of one sheet: header in bold and frozen, a filter on it, cells of their columns' types."""
    file = io.BytesIO()
    shown = list(columns)
    # Nothing that looks like a formula, an address or a number is made one: cells are what they are.
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(_sheet_name(name))
        _head(sheet, shown, book.add_format({"bold": True, "bottom": 1, "valign": "top"}))
        last = _Cells(book, sheet, shown).write(rows)
        if shown:
            sheet.autofilter(0, 0, max(last, 1), len(shown) - 1)
    return file.getvalue()


def _csv_rows(columns: Iterable[OutColumn], rows: Iterable[OutRow]) -> Iterator[list[str]]:
    yield [escaped(column.title) for column in columns]
    for row in rows:
        texts = [_csv_text(value) for value in row.values]
        if row.depth and texts:
            texts[0] = _INDENT * row.depth + texts[0]
        yield texts


def _csv_text(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case str():
            return escaped(value)
        case _:
            return str(value)


def _head(sheet: Worksheet, columns: list[OutColumn], bold: Format) -> None:
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.title, bold)
        sheet.set_column_pixels(at, at, min(max(column.width, 40), 600))
    sheet.freeze_panes(1, 1)


class _Cells:
    """Writes the cells of one sheet, each in the format of its column; a format is made once."""

    def __init__(self, book: xlsxwriter.Workbook, sheet: Worksheet, columns: list[OutColumn]) -> None:
        self._book = book
        self._sheet = sheet
        self._columns = columns
        self._made: dict[tuple[str, int, bool], Format] = {}

    def write(self, rows: Iterable[OutRow]) -> int:
        """How many rows were written."""
        line = 0
        for line, row in enumerate(rows, start=1):
            for at, value in enumerate(row.values):
                if value is not None:
                    self._cell((line, at), value, row.depth if at == 0 else 0)
            if row.depth:
                self._sheet.set_row(line, None, None, {"level": min(row.depth, 7)})
        return line

    def _cell(self, place: tuple[int, int], value: Value, depth: int) -> None:
        look = _number_format(self._columns[place[1]])
        match value:
            case bool():
                self._sheet.write_boolean(*place, value)
            case int() | float():
                self._sheet.write_number(*place, value, self._format(look, depth))
            case date() | datetime():
                self._sheet.write_datetime(*place, value, self._format(look, depth))
            case str():
                self._sheet.write_string(*place, value[:32_767], self._format("", depth, quoted=is_dangerous(value)))

    def _format(self, look: str, depth: int, *, quoted: bool = False) -> Format:
        key = (look, depth, quoted)
        if key not in self._made:
            wanted = {"num_format": look} if look else {}
            self._made[key] = self._book.add_format({**wanted, "indent": min(depth, 15), "quote_prefix": quoted})
        return self._made[key]


def _number_format(column: OutColumn) -> str:
    if column.type in ("number", "money", "percent") and column.decimals is not None:
        digits = "." + "0" * column.decimals if column.decimals else ""
        return f"#,##0{digits}{_unit(column)}"
    return _FORMATS.get(column.type, "General") + _unit(column)


def _unit(column: OutColumn) -> str:
    return f' "{column.currency}"' if column.type == "money" and column.currency.isalpha() else ""


def _sheet_name(name: str) -> str:
    """A name as Excel allows it: 31 letters as UTF-16 counts them, none of []:*?/\\ and no apostrophe at the ends."""
    allowed = "".join("_" if letter in "[]:*?/\\" else letter for letter in name).strip("'")
    return allowed.encode("utf-16-le")[:62].decode("utf-16-le", "ignore").rstrip("'") or "List"
