"""The class that obeys declarations: every kind that is a YAML file is one object of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from milepost.apps.sheets.declarations import Declaration
from milepost.apps.sheets.kinds.kind import ColumnSpec, Committed, Deltas, Edit, Kind, PreparedOps, followers_of
from milepost.apps.sheets.linking.linked import tallies_of_links, write_links
from milepost.apps.sheets.models import KindVersion
from milepost.apps.sheets.models import Sheet as SheetTable
from milepost.apps.sheets.writing.defaults import with_defaults
from milepost.apps.sheets.writing.given import Given
from milepost.engines.sheet import Cell, Dirty, Op, Sheet
from milepost.engines.sheet.rollup import Computer
from milepost.engines.sheet.unique import Uniques


class DeclaredKind:
    """A kind as its declaration says. What a model needs between edits lies in `model.extra`: `computer`, `uniques`, `given`."""

    settings: Mapping[str, Cell] = {}

    def __init__(self, declaration: Declaration) -> None:
        self.declaration = declaration
        self.name = declaration.kind
        self.columns: tuple[ColumnSpec, ...] = declaration.columns

    def open(self, model: Sheet, *, sheet_id: int) -> None:
        """Look at the model's columns, which may be more than the declaration's: the office's and the sheet's own."""
        model.extra["sheet"] = sheet_id
        model.extra["computer"] = Computer(model.columns)
        model.extra["uniques"] = Uniques(key for key, column in model.columns.items() if column.options.get("unique"))
        model.extra["given"] = Given.of(model.columns, sheet_id)

    def prepare(self, model: Sheet, ops: Sequence[Op], *, edit: Edit) -> PreparedOps:
        """New rows begin with the defaults of their columns."""
        return PreparedOps(with_defaults(model.columns, ops, edit))

    def recompute(self, model: Sheet, dirty: Dirty) -> Deltas:
        """Numbers, who and when, marks of what may stand once, then what is computed from them."""
        given = cast("Given", model.extra["given"]).cells(model, dirty, cast("Edit | None", model.extra.get("edit")))
        marks = cast("Uniques", model.extra["uniques"]).marks(model, {*dirty.cells, *dirty.inserted, *dirty.removed})
        for row_id, cells in marks.items():
            given.setdefault(row_id, {}).update(cells)
        stale = cast("Sequence[int]", model.extra.pop("stale", ()))
        computer = cast("Computer", model.extra["computer"])
        found = computer.recompute(model, dirty, given, tallies_of_links(model), stale)
        for row_id, cells in found.items():
            given.setdefault(row_id, {}).update(cells)
        return given

    def commit(self, model: Sheet, change: Committed) -> None:
        """Keep numbers given out and the index of links, and tell who follows this kind."""
        if change.seq == 1:
            version = {"digest": self.declaration.digest, "declaration": self.declaration.text, "at": change.edit.at}
            KindVersion.objects.get_or_create(kind=self.name, defaults={**version, "actor_id": change.edit.actor_id})
        given = cast("Given", model.extra["given"])
        if given.moved_on:
            SheetTable.objects.filter(id=change.edit.sheet_id).update(counters=given.counters)
            given.moved_on = False
        write_links(model, change)
        for follow in followers_of(self.name):
            follow(model, change)

    def surroundings(self, *, sheet_id: int, settings: Mapping[str, Cell]) -> Mapping[str, Any]:
        """Has no calendars and no resources."""
        return {}


def declaration_of(kind: Kind) -> Declaration | None:
    """What a kind was declared as; None for one that is code."""
    return kind.declaration if isinstance(kind, DeclaredKind) else None
