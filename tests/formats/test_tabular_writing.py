"""Lists out: what goes out comes back in, with its types, and nothing in it runs."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from milepost.formats.tabular import OutColumn, OutRow, csv_pieces, escaped, read_book, unescaped, write_xlsx

COLUMNS = [
    OutColumn("Name", width=300),
    OutColumn("Cost", "money", decimals=2, currency="EUR"),
    OutColumn("Due", "date"),
    OutColumn("Done", "check"),
]
ROWS = [
    OutRow(("=HYPERLINK(1)", -5.5, date(2026, 3, 2), True)),
    OutRow(("Pier\nof stone", None, None, False), depth=1),
]


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_what_a_spreadsheet_would_run_is_escaped_and_read_back_as_it_was(text: str) -> None:
    assert escaped(text) == f"'{text}"
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("text", ["-5", "+3,5", "-12.5%", "plain", "'quoted'", ""])
def test_numbers_and_plain_words_stay_as_they_are(text: str) -> None:
    assert escaped(text) == text
    assert unescaped(text) == text


def test_csv_has_a_byte_order_mark_for_excel_and_indents_by_level() -> None:
    text = "".join(csv_pieces(COLUMNS, ROWS))
    assert text == '\ufeffName,Cost,Due,Done\r\n\'=HYPERLINK(1),-5.5,2026-03-02,yes\r\n"  Pier\nof stone",,,no\r\n'
    assert not "".join(csv_pieces(COLUMNS, ROWS, bom=False)).startswith("\ufeff")


def test_a_workbook_keeps_types_and_levels() -> None:
    found = read_book(write_xlsx("Projects: 2026/27", COLUMNS, ROWS)).tables[0]
    assert found.name == "Projects_ 2026_27"
    assert found.rows[1:] == (("=HYPERLINK(1)", -5.5, date(2026, 3, 2), True), ("Pier\nof stone", None, None, False))
    assert (found.outline, found.indents, found.currencies) == ({2: 1}, {2: 1}, {1: "EUR"})


def test_a_workbook_holds_no_formula_and_freezes_its_header() -> None:
    with zipfile.ZipFile(io.BytesIO(write_xlsx("x", COLUMNS, ROWS))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert 'state="frozen"' in sheet
    assert 'quotePrefix="1"' in styles


@pytest.mark.parametrize(("name", "kept"), [("a" * 30 + "'s list", "a" * 30), ("🏗" * 40, "🏗" * 15), ("''", "List")])
def test_a_sheet_of_a_workbook_is_called_what_excel_can_call_it(name: str, kept: str) -> None:
    assert read_book(write_xlsx(name, COLUMNS, ROWS)).tables[0].name == kept


def test_an_empty_list_is_written_too() -> None:
    assert read_book(write_xlsx("", COLUMNS, [])).tables[0].rows == (("Name", "Cost", "Due", "Done"),)
