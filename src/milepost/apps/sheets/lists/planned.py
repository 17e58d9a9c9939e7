"""The rows of a list as they shall stand: cells fitted to their columns, place, key and moment, and what in each row is doubtful. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from milepost.apps.sheets.lists.findings import Finding, finding
from milepost.apps.sheets.lists.guess.dates import read_date
from milepost.apps.sheets.lists.guess.hierarchy import parents
from milepost.apps.sheets.lists.guess.keys import key_word
from milepost.apps.sheets.lists.guess.words import failed
from milepost.apps.sheets.lists.meaning import cell_of, shown_whole
from milepost.apps.sheets.lists.understanding import ListColumn, Understood
from milepost.engines.sheet import Cell, Column
from milepost.formats.tabular import Value

_PLACES = ("unit", "portfolio", "programme")
Fit = Callable[[Column, Cell], Cell]


@dataclass(slots=True)
class PlannedRow:
    """A row of the list. `skip` is why it cannot come in at all; `doubtful` says that a cell of it does not fit and would come in marked.

    `parent` is the index of the row above it; `places` are (kind, name) of the nodes in which it lies, the highest first.
    `given` are the keys of the cells that are filled.
    """

    index: int
    line: int
    cells: dict[str, Cell]
    parent: int | None = None
    key: str | None = None
    places: tuple[tuple[str, str], ...] = ()
    as_of: datetime | None = None
    skip: str = ""
    doubtful: bool = False
    failed: frozenset[str] = field(default_factory=frozenset)


def planned_rows(understood: Understood, fit: Fit, *, clear: bool) -> tuple[list[PlannedRow], list[Finding]]:
    """Every row of the list, and what there is to say of single cells and rows. Cells that are empty in the list are left out
    unless `clear`; those of failed formulas always."""
    found: list[PlannedRow] = []
    findings: list[Finding] = []
    filling = [column for column in understood.columns if column.column is not None]
    fitting = [_Fitting(listed, fit) for listed in filling]
    names = [at for at in (understood.key, understood.name) if at is not None]
    above = parents(understood.table, understood.frame.body, understood.hierarchy, names)
    for index in understood.frame.body:
        row = PlannedRow(index, understood.table.lines[index], {}, parent=above.get(index))
        _fill(row, understood.table.rows[index], fitting, findings, clear=clear)
        _place(row, understood)
        _identify(row, understood, findings)
        found.append(row)
    _refuse_doubles(found, findings)
    return found, findings


class _Fitting:
    """The cells of one column, each value fitted once: a list says most of its values again and again."""

    __slots__ = ("_column", "_fit", "_known", "_listed", "at", "key", "title")

    def __init__(self, listed: ListColumn, fit: Fit) -> None:
        assert listed.column is not None
        self._listed, self._column, self._fit = listed, listed.column, fit
        self.key, self.title, self.at = listed.column.key, listed.guess.title, listed.guess.index
        self._known: dict[tuple[type, Value], tuple[bool, Cell]] = {}

    def of(self, value: Value) -> tuple[bool, Cell]:
        """Whether the value is that of a failed formula, else the cell that it becomes."""
        # One and true and 1.0 are the same key of a dictionary, and different values of a list.
        known = self._known.get((type(value), value))
        if known is None:
            broken = failed(value)
            fitted = None if broken else self._fit(self._column, cell_of(value, self._listed.guess, self._column, self._listed.values))
            known = self._known[type(value), value] = (broken, fitted)
        return known


def _fill(row: PlannedRow, cells: Sequence[Value], fitting: Sequence[_Fitting], findings: list[Finding], *, clear: bool) -> None:
    broken = []
    for column in fitting:
        value = cells[column.at]
        failing, fitted = column.of(value)
        if failing:
            broken.append(column.key)
            findings.append(finding("failed_formula", row=row.line, column=column.title, value=str(value)))
            continue
        if fitted is not None or clear:
            row.cells[column.key] = fitted
        if isinstance(fitted, Mapping) and "problem" in fitted:
            row.doubtful = True
            reason = str(fitted["problem"])
            findings.append(finding("does_not_fit", row=row.line, column=column.title, value=shown_whole(value)[:80], reason=reason))
    row.failed = frozenset(broken)


def _place(row: PlannedRow, understood: Understood) -> None:
    cells = understood.table.rows[row.index]
    where = {
        column.to[1:]: cells[column.guess.index] for column in understood.columns if column.to in ("@unit", "@portfolio", "@programme")
    }
    named = ((kind, where.get(kind)) for kind in ("unit", "portfolio", "programme"))
    row.places = tuple((kind, " ".join(shown_whole(value).split())) for kind, value in named if value is not None and not failed(value))


def _identify(row: PlannedRow, understood: Understood, findings: list[Finding]) -> None:
    cells = understood.table.rows[row.index]
    name = None if understood.name is None else cells[understood.name]
    if understood.name is not None and (name is None or failed(name)):
        row.skip = "no_name"
        findings.append(finding("no_name", row=row.line, column=understood.frame.titles[understood.name]))
    if understood.key is not None:
        value = cells[understood.key]
        if value is None or failed(value):
            row.skip = row.skip or "no_key"
            findings.append(finding("no_key", row=row.line, column=understood.frame.titles[understood.key]))
        else:
            row.key = key_word(unquoted(value))
    if understood.reports is not None:
        guess = understood.columns[understood.reports].guess
        day = read_date(cells[understood.reports], guess.order, serials=True)
        if day is None:
            row.skip = row.skip or "no_report_date"
            findings.append(finding("no_report_date", row=row.line, column=guess.title))
        else:
            row.as_of = day.moment


def unquoted(value: object) -> object:
    """A key as it was before it was escaped for a spreadsheet."""
    return shown_whole(value) if isinstance(value, str) else value


def _refuse_doubles(rows: Sequence[PlannedRow], findings: list[Finding]) -> None:
    """Of rows with the same key (and the same day of report) the first one counts."""
    first: dict[tuple[str, datetime | None], PlannedRow] = {}
    for row in rows:
        if row.key is None or row.skip:
            continue
        earlier = first.setdefault((row.key, row.as_of), row)
        if earlier is not row:
            row.skip = "double"
            code = "double_same" if earlier.cells == row.cells else "double"
            findings.append(finding(code, row=row.line, value=row.key, first=earlier.line))
