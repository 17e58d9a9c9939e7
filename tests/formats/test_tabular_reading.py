"""Lists as offices have them: every encoding and delimiter, workbooks with what Excel puts into them, and what is no list at all."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from random import Random
from typing import Any

import pytest
import xlsxwriter

from milepost.formats.sandbox import FileTooBig, Limits, ReadingTookTooMuchMemory, run_reader
from milepost.formats.tabular import Book, Table
from milepost.formats.tabular.errors import (
    BrokenWorkbook,
    EmptyList,
    NotAList,
    PasswordProtected,
    TooManyColumns,
    TooManyRows,
    UnpacksTooBig,
)
from milepost.formats.tabular.reading import read_book
from milepost.formats.tabular.text import read_text
from milepost.formats.tabular.workbook import OLE
from milepost.kernel.errors import MilepostError

LIST = "Projekt;Kosten\nBrücke;1.000,50\nTunnel;7\n"


def table(data: bytes) -> Table:
    found: Book = run_reader("tabular", data)
    return found.tables[0]


def workbook(fill: Callable[[Any, Any], None]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        fill(book, book.add_worksheet("Projects"))
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert read_text(LIST.encode(encoding)).rows == (("Projekt", "Kosten"), ("Brücke", "1.000,50"), ("Tunnel", "7"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_and_text_in_quotes_may_hold_it(delimiter: str) -> None:
    text = f'Name{delimiter}Note\nBridge{delimiter}"a, b; c\td | e ""f"" \n g"\nTunnel{delimiter}plain\n'
    assert read_text(text.encode()).rows == (("Name", "Note"), ("Bridge", 'a, b; c\td | e "f" \n g'), ("Tunnel", "plain"))


def test_a_line_that_names_the_delimiter_is_obeyed() -> None:
    found = read_text(b"sep=|\na,b|c\n1,5|2\n")
    assert found.rows == (("a,b", "c"), ("1,5", "2"))
    assert found.lines == (2, 3)


def test_one_column_is_a_list_too() -> None:
    assert read_text(b"Bridge\nTunnel\n").rows == (("Bridge",), ("Tunnel",))


def test_empty_lines_and_columns_are_left_out_and_lines_keep_their_numbers() -> None:
    found = read_text(b"a,,b\n,,\n\n1,,2\n")
    assert found.rows == (("a", "b"), ("1", "2"))
    assert found.lines == (1, 4)
    assert found.empty_columns == 1


def test_spaces_before_a_name_are_kept_because_they_may_be_its_level() -> None:
    assert read_text(b"Name\nPhase\n  Task  \n").rows[2] == ("  Task",)


def test_a_workbook_says_failed_formulas_percentages_currencies_indents_and_outline() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["Name", "Share", "Cost", "Due"])
        sheet.write(1, 0, "Bridge")
        sheet.write(1, 1, 0.125, book.add_format({"num_format": "0.0%"}))
        sheet.write(1, 2, 12.5, book.add_format({"num_format": '#,##0.00 "€"'}))
        sheet.write_datetime(1, 3, date(2026, 3, 2), book.add_format({"num_format": "dd.mm.yyyy"}))
        sheet.write(2, 0, "Pier", book.add_format({"indent": 1}))
        sheet.write_formula(2, 1, "=A99", None, "#REF!")
        sheet.set_row(2, None, None, {"level": 1})

    found = table(workbook(fill))
    assert found.rows[1:] == (("Bridge", "12.5%", 12.5, date(2026, 3, 2)), ("Pier", "#REF!", None, None))
    assert (found.currencies, found.indents, found.outline) == ({2: "EUR"}, {2: 1}, {2: 1})


def test_sixty_empty_columns_and_merged_cells_are_no_hindrance() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.merge_range(0, 0, 0, 62, "Projects 2026")
        sheet.write_row(2, 0, ["No.", "Name"])
        sheet.write(2, 62, "Cost")
        sheet.write_row(3, 0, [1, "Bridge"])
        sheet.write(3, 62, 5)

    found = table(workbook(fill))
    assert found.rows == (("Projects 2026", None, None), ("No.", "Name", "Cost"), (1, "Bridge", 5))
    assert (found.empty_columns, found.merged) == (60, 1)


def test_a_cell_merged_over_lines_stands_for_each_of_them() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["Unit", "Name"])
        sheet.merge_range(1, 0, 2, 0, "Roads")
        sheet.write_column(1, 1, ["Bridge", "Tunnel"])

    assert table(workbook(fill)).rows[1:] == (("Roads", "Bridge"), ("Roads", "Tunnel"))


def test_hidden_and_empty_sheets_are_told_apart() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "Name")
        book.add_worksheet("Nothing")
        lists = book.add_worksheet("Lists")
        lists.write(0, 0, "x")
        lists.hide()

    found: Book = run_reader("tabular", workbook(fill))
    assert [(one.name, one.hidden) for one in found.tables] == [("Projects", False), ("Lists", True)]


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (401 * 2**20))
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyList),
        (b" \r\n , ; \n", EmptyList),
        (b"\0" * 100_000_000, EmptyList),
        (b",\n" * 50_000_000, EmptyList),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NotAList),
        (b"PK\x03\x04 and then nothing", BrokenWorkbook),
        (OLE + b"0" * 2000, BrokenWorkbook),
        (OLE + b"0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"0" * 600, PasswordProtected),
        (b"x\n" * 100_001, TooManyRows),
        (b",".join([b"x"] * 401) + b"\n", TooManyColumns),
    ],
)
def test_what_is_no_list_gets_a_sentence(data: bytes, error: type[MilepostError]) -> None:
    with pytest.raises(error):
        run_reader("tabular", data)


def test_half_a_workbook_is_broken() -> None:
    whole = workbook(lambda book, sheet: sheet.write_row(0, 0, ["Name", "Cost"]))
    with pytest.raises(BrokenWorkbook, match="Open it in the program that made it"):
        run_reader("tabular", whole[: len(whole) // 2])


def test_wherever_a_workbook_is_damaged_it_is_read_or_refused_in_a_sentence() -> None:
    def fill(book: Any, sheet: Any) -> None:
        book.set_properties({"created": datetime(2026, 3, 2)})  # else no two runs have the same bytes
        sheet.write_row(0, 0, [f"Column {n}" for n in range(40)])

    whole, chance, broken = workbook(fill), Random(11), []
    for _ in range(400):
        copy = bytearray(whole)
        for _ in range(chance.choice((1, 2, 8, 40))):
            copy[chance.randrange(4, len(copy))] = chance.randrange(256)
        try:
            # Damage may also miss what is read, or leave nothing to be seen of a list.
            with contextlib.suppress(EmptyList, NotAList, UnpacksTooBig):
                read_book(bytes(copy))
        except BrokenWorkbook as problem:
            broken.append(problem.sentence)
    assert any("while decompressing" in one for one in broken)
    assert any("Bad CRC-32" in one for one in broken)


def test_a_zip_bomb_is_not_unpacked() -> None:
    with pytest.raises(UnpacksTooBig):
        run_reader("tabular", bomb())


def test_a_workbook_that_wants_all_memory_is_stopped() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write(0, 0, "x")
        sheet.write(1_048_575, 16_383, "y")

    with pytest.raises(ReadingTookTooMuchMemory):
        run_reader("tabular", workbook(fill))


def test_a_file_beyond_the_limit_is_not_read() -> None:
    with pytest.raises(FileTooBig, match="a plan or a list"):
        run_reader("tabular", b"x" * 1000, Limits(size=100))
