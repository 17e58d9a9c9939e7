"""What is said about a list: where, what, and what happens now; the browser translates by code."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning", "advice"]
_SENTENCES: dict[str, tuple[Severity, str]] = {
    "does_not_fit": ("error", "“{value}” does not fit {column}: {reason} It comes in as text that is marked."),
    "failed_formula": ("warning", "The formula in {column} failed ({value}). The cell is left as it is."),
    "no_name": ("error", "There is nothing in {column}, so the row has no name. It is left out."),
    "no_key": ("error", "There is nothing in {column}, which tells the rows apart. The row is left out."),
    "no_report_date": ("error", "{column} holds no date, so it is not known when this was reported. The row is left out."),
    "double": ("error", "{value} stands in row {first} already, with other values. This row is left out."),
    "double_same": ("warning", "{value} stands in row {first} already, with the same values. This row is left out."),
    "place_missing": ("error", "There is no {kind} called {value}. The row is left out, unless it is made."),
    "place_not_allowed": ("error", "You may not create projects in {value}. The row is left out."),
    "not_allowed": ("error", "You may not change {value}. The row is left out."),
    "total": ("advice", "This line sums up others. It is left out."),
    "footnote": ("advice", "This line is a note below the list. It is left out."),
    "header_again": ("advice", "The titles stand here once more. The line is left out."),
    "date_open": ("warning", "{count} dates in {column} could be read either way. They are read as {order}."),
    "number_open": ("warning", "{count} numbers in {column} could be read either way. The decimal sign is taken as {decimal}."),
    "no_key_column": ("warning", "No column tells the rows apart. If this list comes in again, all its rows are new."),
    "no_name_column": ("error", "No column of the list was found for {column}. Choose one."),
    "people_unknown": ("warning", "{count} people in {column} are not known here: {value}."),
    "column_left_out": ("advice", "{column} has no place here and is left out."),
    "status_not_allowed": ("warning", "You may not state the status of projects here, so these columns are left out: {value}."),
    "empty_columns": ("advice", "{count} empty columns are left out."),
    "merged_cells": ("advice", "The table has {count} merged cells. One that spans several lines counts for each of them."),
    "other_tables": ("advice", "The file has {count} more sheets. Only this one comes in."),
    "hidden_table": ("advice", "This sheet is hidden in the workbook."),
}
MOST_TOLD = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """`row` is a line of the file, `column` a title of it; both may be missing where it is about the whole."""

    code: str
    severity: Severity
    message: str
    row: int | None = None
    column: str | None = None
    data: dict[str, Any] = field(default_factory=dict)


def finding(code: str, *, row: int | None = None, column: str | None = None, **data: Any) -> Finding:
    """The finding of that code."""
    severity, sentence = _SENTENCES[code]
    return Finding(code, severity, sentence.format(column=column, **data), row, column, data)
