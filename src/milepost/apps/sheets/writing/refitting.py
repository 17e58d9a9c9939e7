"""Columns that became others: every cell fitted anew, what is computed computed again, and all of it one change of the sheet.

Nothing is lost: a value that does not fit any more is kept as it was with the reason, the cells of a column that is gone stay in their
rows, and what a cell held before stands in its history.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.kinds.kind import Committed, Kind
from milepost.apps.sheets.linking.reach import link_keys
from milepost.apps.sheets.models import Change, ChangeKind, RowLink
from milepost.apps.sheets.search.index import index_rows
from milepost.apps.sheets.values import Surroundings, fit
from milepost.apps.sheets.writing import store
from milepost.apps.sheets.writing.bulk import insert_history
from milepost.apps.sheets.writing.naming import note_sheet
from milepost.apps.sheets.writing.write import Writing
from milepost.engines.sheet import Cell, Column, Dirty, Sheet, same, write_computed
from milepost.engines.sheet.select_values import PEOPLE

Cells = dict[int, dict[str, Cell]]


@dataclass(frozen=True, slots=True)
class Refit:
    """What becomes of the cells: new values by row and key, and for each refitted column how many fit and what does not."""

    cells: Cells
    fits: Mapping[str, int]
    misfits: Mapping[str, Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Recast:
    """The columns of a sheet as they shall be: all of them, those to fit anew, and old keys to new ones."""

    columns: Sequence[Column]
    refits: Collection[str] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


def plan_refit(model: Sheet, recast: Recast, around: Surroundings) -> Refit:
    """What the cells of a model become; the model is not changed."""
    columns = {column.key: column for column in recast.columns}
    cells: Cells = {}
    fits: dict[str, int] = dict.fromkeys(recast.refits, 0)
    misfits: dict[str, list[Cell]] = {key: [] for key in recast.refits}
    for row in model.rows.values():
        for was, now in recast.renamed.items():
            if was in row.cells:
                cells.setdefault(row.id, {}).update({was: None, now: row.cells[was]})
        for key in recast.refits:
            old = cells.get(row.id, {}).get(key, row.cells.get(key))
            if old is None or columns[key].computed:
                continue
            new = fit(columns[key], _readable(model.columns.get(key), columns[key], old), around.keeping(old))
            if isinstance(new, dict) and "problem" in new:
                misfits[key].append(new["raw"])
            else:
                fits[key] += 1
            if not same(old, new) or key in cells.get(row.id, {}):
                cells.setdefault(row.id, {})[key] = new
    return Refit(cells, fits, misfits)


def _readable(was: Column | None, now: Column, value: Cell) -> Cell:
    """People become their names where their column becomes text; all else is read as it was kept."""
    if was is None or was.type not in PEOPLE or now.type in PEOPLE:
        return value
    ids = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, int)]
    return ", ".join(names_of(ids).values()) if ids else value


def recast_sheet(writing: Writing, kind: Kind, recast: Recast, refit: Refit, client_op_id: str | None = None) -> Change:
    """Give a locked sheet its new columns and cells, and log it as one change; everybody who looks on loads the sheet again."""
    sheet, model, edit = writing.sheet, writing.model, writing.edit
    before = {row_id: dict(model.rows[row_id].cells) for row_id in model.rows}
    computed_before = {key for key, column in model.columns.items() if column.computed}
    fills = _fills(model.columns.values()) != _fills(recast.columns)
    write_computed(model, refit.cells)
    model.columns = {column.key: column for column in recast.columns}
    sheet.seq += 1
    sheet.save(update_fields=["seq"])
    if fills or refit.cells:
        model.extra.clear()
        kind.open(model, sheet_id=sheet.pk)
        everything = Dirty(inserted=set(model.rows))
        computed = write_computed(model, kind.recompute(model, everything))
        touched = refit.cells.keys() | computed.keys()
        store.write_rows(sheet.pk, model, touched, (), sheet.seq)
        index_rows(sheet.pk, model, Dirty(cells={row: set(model.columns) for row in touched}))
        note_sheet(sheet, model)
        insert_history(sheet.pk, sheet.seq, edit.actor_id, edit.at, _edits(model, before, touched, computed_before))
        kind.commit(model, Committed(edit, sheet.seq, everything, computed))
    RowLink.objects.filter(sheet_id=sheet.pk).exclude(key__in=link_keys(model.columns)).delete()
    return Change.objects.create(
        sheet_id=sheet.pk, seq=sheet.seq, actor_id=edit.actor_id, client_op_id=client_op_id, at=edit.at, kind=ChangeKind.COLUMNS
    )


def _fills(columns: Iterable[Column]) -> list[tuple[object, ...]]:
    """What decides about cells that nobody types; where it stays the same, nothing needs to be computed again."""
    return sorted((c.key, c.type, repr(c.options.get("compute")), repr(c.options.get("weights"))) for c in columns if _filled(c))


def _filled(column: Column) -> bool:
    return column.computed or bool(column.options.get("unique") or column.options.get("weights")) or column.type == "link"


def _edits(model: Sheet, before: Cells, touched: Collection[int], computed: Collection[str]) -> list[tuple[int, str, Cell, Cell]]:
    """The cells that held something and hold something else now, for their history; what was computed has none."""
    edits = []
    for row_id in touched:
        now = model.rows[row_id].cells
        kept = ((key, old) for key, old in before[row_id].items() if key not in computed)
        edits += [(row_id, key, old, now.get(key)) for key, old in kept if not same(old, now.get(key))]
    return edits
