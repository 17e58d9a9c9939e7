"""What a list means, from its cells alone: header, types, styles, key, levels, and how its titles meet the columns of a kind."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from milepost.apps.sheets.lists.guess.columns import ColumnGuess, Style, guess_column, settled_style
from milepost.apps.sheets.lists.guess.dates import read_date
from milepost.apps.sheets.lists.guess.frame import frame
from milepost.apps.sheets.lists.guess.hierarchy import Hierarchy, find_hierarchy, parents
from milepost.apps.sheets.lists.guess.keys import doubles, find_key, find_reports, key_word
from milepost.apps.sheets.lists.guess.numbers import read_number
from milepost.apps.sheets.lists.match import match_columns, match_places
from milepost.engines.sheet import Column
from milepost.formats.tabular import Table, Value


def table(*rows: tuple[Value, ...], **more: dict[int, int]) -> Table:
    return Table("", rows, tuple(range(1, len(rows) + 1)), **more)  # type: ignore[arg-type]


def guess(title: str, *values: Value, style: Style | None = None) -> ColumnGuess:
    return guess_column(0, title, values, style or Style())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,50 €", 1234.5),
        ("€1,234.50", 1234.5),
        ("$ 5M", 5_000_000),
        ("5,2 Mio. EUR", 5_200_000),
        ("500 TEUR", 500_000),
        ("T€ 500", 500_000),
        ("12 %", 12),
        ("(1,234.00)", -1234),
        ("1 234 567", 1_234_567),
        ("1'234.5", 1234.5),
        ("−12,5", -12.5),
        ("1234-", -1234),
        ("5k", 5000),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    found = read_number(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["007", "+49 30 1234567", "Phase 1", "1.2.3", "R-001", "2026-03-02", "12:30", "", "two"])
def test_what_only_has_digits_in_it_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02",
        "2026/3/2",
        "2.3.2026",
        "02.03.26",
        "2 Mar 2026",
        "2. März 2026",
        "Mar 2, 2026",
        "2-Mar-26",
        "Mon 2 Mar 2026",
        "Mo, 02.03.2026",
        "02/03/2026",
        "2nd March 2026",
        "2026-03-02T00:00:00Z",
        "02/03/2026 12:00:00 AM",
    ],
)
def test_dates_are_read_in_every_usual_style(text: str) -> None:
    found = read_date(text, "dmy")
    assert found is not None
    assert found.moment == datetime(2026, 3, 2)


@pytest.mark.parametrize("value", ["31.02.2026", "Q3 2026", "Phase 3", "10.000", True, None, "someday", "2026-13-01", "2026-03-02 25:00"])
def test_what_is_no_day_is_not_made_one(value: Value) -> None:
    assert read_date(value) is None


def test_a_days_number_of_a_spreadsheet_is_a_day_where_the_title_says_so() -> None:
    assert guess("Start date", 46083, 46090).type == "date"
    assert guess("Cost centre", 46083, 46090).type == "number"


def test_one_day_beyond_the_twelfth_decides_for_its_column() -> None:
    assert (guess("Start", "03/04/2026", "13/04/2026").order, guess("Start", "03/04/2026", "04/13/2026").order) == ("dmy", "mdy")


def test_a_column_that_could_be_read_either_way_says_how_many_cells() -> None:
    found = guess("Start", "03/04/2026", "05/06/2026", "07/07/2026")
    assert (found.type, found.order_open) == ("date", 2)


def test_the_rest_of_the_list_decides_where_a_column_does_not() -> None:
    style = settled_style([["03/04/2026"], ["04/13/2026"]], Style())
    assert (style.order, guess("Start", "03/04/2026", style=style).order_open) == ("mdy", 0)


def test_three_styles_of_dates_in_one_column_are_dates() -> None:
    assert guess("Start", "02.03.2026", "2026-03-03", "4 Mar 2026", date(2026, 3, 5)).type == "date"


def test_one_decimal_comma_decides_for_its_column() -> None:
    found = guess("Size", "1.234", "1,5", "2.345")
    assert (found.type, found.decimal, found.decimal_open) == ("number", ",", 0)
    assert guess("Size", "1.234", "2.345").decimal_open == 2


@pytest.mark.parametrize(
    ("title", "values", "type"),
    [
        ("Budget", (1000, 2500.5), "money"),
        ("Size", ("12 €", "13 €"), "money"),
        ("Done", ("40%", "55 %"), "percent"),
        ("Fertig %", (40, 55), "percent"),
        ("Approved", ("yes", "no", "Yes"), "check"),
        ("Erledigt", ("ja", "nein"), "check"),
        ("Aktiv", ("x", None, "x"), "check"),
        ("Projektleiter", ("Jane Doe", "Max Müller"), "person"),
        ("Owner", ("jane@example.org", "max@example.org"), "person"),
        ("Phase", ("Design", "Build") * 6, "choice"),
        ("Name", tuple(f"Project {n}" for n in range(12)), "text"),
        ("Page", ("https://example.org/a", "https://example.org/b"), "url"),
        ("Length", ("3 d", "2 weeks"), "duration"),
        ("Seen", (datetime(2026, 3, 2, 8, 30), datetime(2026, 3, 3, 9, 15)), "datetime"),
        ("Code", ("007", "008"), "text"),
        ("Nothing", (None, None), "text"),
    ],
)
def test_types_are_found(title: str, values: tuple[Value, ...], type: str) -> None:
    assert guess(title, *values).type == type


def test_failed_formulas_are_counted_and_do_not_spoil_their_column() -> None:
    found = guess("Budget", 5, "#REF!", "#NV", 7)
    assert (found.type, found.filled, found.failed) == ("money", 2, 2)


def test_the_header_is_found_below_a_title_and_an_empty_line() -> None:
    found = frame(
        table(
            ("Our projects 2026", None, None), ("As of", date(2026, 3, 2), None), ("No.", "Name", "Start"), (1, "Bridge", date(2026, 3, 2))
        )
    )
    assert (found.header, found.titles, found.body) == (2, ("No.", "Name", "Start"), (3,))


def test_a_line_of_groups_above_tells_equal_titles_apart() -> None:
    found = frame(table((None, "Cost", None, "Effort", None), ("Name", "Plan", "Actual", "Plan", "Actual"), ("Bridge", 1, 2, 3, 4)))
    assert found.titles == ("Name", "Cost Plan", "Cost Actual", "Effort Plan", "Effort Actual")


def test_a_list_without_titles_keeps_its_first_row() -> None:
    found = frame(table(("Bridge", 5), ("Tunnel", 7)), header=None)
    assert (found.titles, found.body) == (("Column A", "Column B"), (0, 1))


def test_totals_footnotes_and_a_repeated_header_are_no_rows() -> None:
    head: tuple[Value, ...] = ("Name", "Cost", "Start")
    found = frame(table(head, ("Bridge", 5, None), head, ("Tunnel", 7, None), ("Summe", 12, None), ("Stand: 2.3.2026", None, None)))
    assert found.body == (1, 3)
    assert found.left_out == ((2, "header_again"), (4, "total"), (5, "footnote"))


def test_a_project_may_be_called_total_something() -> None:
    assert frame(table(("Name", "Cost"), ("Total quality", 5))).body == (1,)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("Name", "Cost"), ("Phase", 1), ("  Task", 2), ("    Step", 3), ("Phase two", 4)], Hierarchy("indent", 0)),
        ([("WBS", "Name"), ("1", "Phase"), ("1.1", "Task"), ("1.1.1", "Step"), ("2", "Phase two")], Hierarchy("outline", 0)),
        ([("Level", "Name"), (1, "Phase"), (2, "Task"), (3, "Step"), (1, "Phase two")], Hierarchy("level", 0)),
        ([("Parent", "Name"), (None, "Phase"), ("Phase", "Task"), ("Task", "Step"), (None, "Phase two")], Hierarchy("parent", 0)),
    ],
)
def test_levels_are_found_however_they_are_written(rows: list[tuple[Value, ...]], expected: Hierarchy) -> None:
    given = table(*rows)
    name = rows[0].index("Name")
    found = find_hierarchy(given, [str(title) for title in rows[0]], (1, 2, 3, 4), name, None)
    assert found == expected
    assert parents(given, (1, 2, 3, 4), found, [name]) == {1: None, 2: 1, 3: 2, 4: None}


def test_the_indent_of_a_workbook_is_a_level() -> None:
    given = table(("Name",), ("Phase",), ("Task",), indents={2: 1})
    assert find_hierarchy(given, ["Name"], (1, 2), 0, None) == Hierarchy("indent", None)


def test_numbers_with_decimals_are_no_outline() -> None:
    assert find_hierarchy(table(("Name", "Size"), ("a", "1.5"), ("b", "2.3"), ("c", "1")), ["Name", "Size"], (1, 2, 3), 0, None) is None


def test_rows_that_stand_below_each_other_stand_at_the_top() -> None:
    given = table(("Parent", "Name"), ("b", "a"), ("a", "b"))
    assert None in parents(given, (1, 2), Hierarchy("parent", 0), [1]).values()


def columns_of(*columns: tuple[str, tuple[Value, ...]]) -> tuple[list[ColumnGuess], list[tuple[Value, ...]]]:
    guesses = [guess_column(at, title, values, Style()) for at, (title, values) in enumerate(columns)]
    return guesses, [values for _, values in columns]


def test_the_key_is_the_column_of_numbers_that_are_all_different_else_the_name() -> None:
    guesses, cells = columns_of(("Unit No.", (1, 1, 2)), ("Project ID", (7, 8, 9)), ("Name", ("a", "b", "c")))
    assert find_key(guesses, cells, 2) == 1
    guesses, cells = columns_of(("Unit", ("x", "x", "y")), ("Name", ("a", "b", "c")))
    assert find_key(guesses, cells, 1) == 1
    guesses, cells = columns_of(("Unit", ("x", "x", "y")), ("Name", ("a", "a", "c")))
    assert find_key(guesses, cells, 1) is None


def test_several_reports_on_each_project_are_seen() -> None:
    guesses, cells = columns_of(("PID", (1, 1, 2, 2)), ("Status date", ("2026-01-31", "2026-02-28") * 2), ("Name", ("a", "a", "b", "b")))
    assert find_reports(guesses, cells) == (0, 1)


def test_doubles_are_found_whatever_their_form() -> None:
    assert doubles(["P-1", " p-1 ", 7, 7.0, "7", None, None]) == {"p-1": [0, 1], "7": [2, 3, 4]}
    assert key_word(7.0) == "7"


KIND = (
    Column("name", "Name", "text", options={"primary": True, "titles": {"en": "Name", "de": "Name"}}),
    Column("manager", "Manager", "person", options={"titles": {"en": "Manager", "de": "Leitung"}}),
    Column("status", "Status", "symbol", options={"set": "status", "choices": ["G", "A", "R", "grey"]}),
    Column("start", "Start", "date"),
    Column("finish", "Finish", "date"),
    Column("budget", "Budget", "money"),
    Column("score", "Score", "number", computed=True),
)


@pytest.mark.parametrize(
    ("title", "values", "key"),
    [
        ("Projektname", ("Brücke", "Tunnel"), "name"),
        ("Project title", ("Bridge", "Tunnel"), "name"),
        ("Projektleiter/in", ("Jane Doe", "Max Roe"), "manager"),
        ("PM", ("Jane Doe", "Max Roe"), "manager"),
        ("Ampel", ("grün", "rot"), "status"),
        ("Endtermin", ("02.03.2026", "03.03.2026"), "finish"),
        ("Budget (EUR)", (5, 6), "budget"),
        ("Gesamtbudget", ("5 €", "6 €"), "budget"),
        ("Score", (5, 6), None),
        ("Start", ("somewhere", "elsewhere"), None),
        ("Weather", ("fine", "wet"), None),
    ],
)
def test_titles_meet_the_columns_of_a_kind_in_english_and_german(title: str, values: tuple[Value, ...], key: str | None) -> None:
    found = match_columns([guess(title, *values)], KIND, lambda guess, column: True)
    assert found.get(0) == key


def test_a_column_of_the_kind_is_filled_once_and_by_the_best() -> None:
    guesses = [guess_column(0, "Project title", ("a", "b"), Style()), guess_column(1, "Name", ("c", "d"), Style())]
    assert match_columns(guesses, KIND, lambda guess, column: True) == {1: "name"}


def test_columns_that_say_where_a_project_lies_are_known() -> None:
    guesses = [guess_column(at, title, ("x", "y"), Style()) for at, title in enumerate(("Abteilung", "Programm", "Portfolio", "Name"))]
    assert match_places(guesses, {3: "name"}) == {0: "@unit", 1: "@programme", 2: "@portfolio"}
