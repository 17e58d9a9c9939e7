"""A sheet computed anew, to be held against what is stored."""

from __future__ import annotations

from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.writing.store import read_model
from milepost.engines.sheet import Dirty, write_computed


def stale_cells(sheet: Sheet) -> list[tuple[int, str]]:
    """Row and column of each stored value that its kind computes otherwise; nothing is written. Computes the whole sheet."""
    model = read_model(sheet)
    everything = Dirty(cells={row.id: set(row.cells) for row in model.rows.values()}, settings=set(model.settings))
    differing = write_computed(model, kind_named(sheet.kind).recompute(model, everything))
    return [(row, key) for row, values in differing.items() for key in values]
