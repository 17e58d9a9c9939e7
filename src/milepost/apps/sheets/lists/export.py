"""Registers out: CSV, a workbook or JSON of what one person may see, with the filter, sort and columns of a view."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from milepost.apps.org.queries import organisation_or_default, person
from milepost.apps.sheets.days import today_of
from milepost.apps.sheets.lists.cells_out import CellsOut, out_column, title_of
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.queries.across import register_of_kind
from milepost.apps.sheets.queries.chosen import Register, choose
from milepost.apps.sheets.queries.register import one_register
from milepost.apps.sheets.queries.window import Ask
from milepost.engines.sheet import Column
from milepost.engines.sheet.select_line import Line
from milepost.formats.tabular import OutColumn, OutRow, csv_pieces, write_xlsx

Form = Literal["csv", "xlsx", "json"]
_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file on its way out, piece by piece."""

    name: str
    media_type: str
    pieces: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class ExportWish:
    """In which form; which rows in which order; which columns (none: all that are not hidden); for Excel with a byte order mark."""

    form: Form
    ask: Ask
    columns: Sequence[str] = ()
    bom: bool = True


def export_register(*, actor_id: int, sheet_id: int, wish: ExportWish, at: datetime) -> Exported:
    """One register. Raises NotFound, BadSelection and BadDay."""
    register = one_register(actor_id, sheet_id, wish.ask.as_of)
    return _exported(register, Sheet.objects.values_list("name", flat=True).get(id=sheet_id), wish, actor_id, at)


def export_kind(*, actor_id: int, kind: str, node_id: int | None, wish: ExportWish, at: datetime) -> Exported:
    """One register across all sheets of a kind at and below a node. Raises KindUnknown, NotFound, BadSelection and BadDay."""
    return _exported(register_of_kind(actor_id, kind, node_id, wish.ask.as_of), kind, wish, actor_id, at)


def json_rows(register: Register, lines: Iterable[Line], columns: Sequence[Column]) -> Iterator[str]:
    """The rows as JSON, a piece a row, without the brackets around them."""
    keys = {column.key for column in columns}
    for number, line in enumerate(lines):
        cells = {key: value for key, value in line.cells.items() if key in keys}
        told: dict[str, Any] = {"id": line.id, "sheet_id": line.sheet, "parent_id": line.parent, "cells": cells}
        yield ("," if number else "") + json.dumps(told, ensure_ascii=False)


def json_columns(columns: Sequence[Column]) -> str:
    """The columns as JSON."""
    return json.dumps([{"key": one.key, "title": one.title, "type": one.type} for one in columns], ensure_ascii=False)


def _exported(register: Register, name: str, wish: ExportWish, actor_id: int, at: datetime) -> Exported:
    lines = choose(register, wish.ask.query, today_of(actor_id, at)).selection.lines
    columns = _columns(register, wish.columns)
    if wish.form == "json":
        return Exported(f"{name}.json", _MEDIA["json"], (piece.encode() for piece in _json(register, name, lines, columns)))
    reader = person(actor_id)
    cells = CellsOut(register, lines, columns, reader.locale if reader else "en")
    heads = _heads(register, columns, cells.locale)
    rows = (OutRow(cells.of(line), 0 if wish.ask.query.flat else line.depth) for line in lines)
    if wish.form == "csv":
        return Exported(f"{name}.csv", _MEDIA["csv"], (piece.encode() for piece in csv_pieces(heads, rows, bom=wish.bom)))
    return Exported(f"{name}.xlsx", _MEDIA["xlsx"], [write_xlsx(name, heads, rows)])


def _columns(register: Register, wanted: Sequence[str]) -> list[Column]:
    if wanted:
        return [register.columns[key] for key in wanted if key in register.columns]
    return [column for column in register.columns.values() if not column.options.get("hidden")]


def _heads(register: Register, columns: Sequence[Column], locale: str) -> list[OutColumn]:
    currency = organisation_or_default().currency
    place = [OutColumn("Ort" if locale.startswith("de") else "Place", "text", 180)] if register.across else []
    return [*(out_column(column, title_of(column, locale), currency) for column in columns), *place]


def _json(register: Register, name: str, lines: Iterable[Line], columns: Sequence[Column]) -> Iterator[str]:
    yield f'{{"name":{json.dumps(name, ensure_ascii=False)},"kind":{json.dumps(register.kind)},"columns":{json_columns(columns)},"rows":['
    yield from json_rows(register, lines, columns)
    yield "]}"
