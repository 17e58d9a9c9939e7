"""Columns of people's own beside those that are shown: retired ones, and what a change would do to the cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from milepost.apps.org.capabilities import Capability
from milepost.apps.org.giving import root_for
from milepost.apps.sheets.access import sheet_and_rights
from milepost.apps.sheets.kinds.acts import asked_of, require_act
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import KindUnknown, kind_named
from milepost.apps.sheets.models import Column, KindColumn, Sheet
from milepost.apps.sheets.queries.declared_parts import declared
from milepost.apps.sheets.writing.arranging import Wanted, changed_column, own_column, recast_with
from milepost.apps.sheets.writing.nameable import surroundings
from milepost.apps.sheets.writing.refitting import Refit, plan_refit
from milepost.apps.sheets.writing.store import Stored, column_of, columns_of_kind, read_model
from milepost.engines.sheet import Cell
from milepost.engines.sheet import Column as ModelColumn
from milepost.engines.sheet import Sheet as Model
from milepost.kernel.errors import NotAllowed

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    """How many cells of a changed column would fit and how many would not, with some of those that would not."""

    fits: int
    misfits: int
    samples: Sequence[Cell]


def about_own_columns(actor_id: int, kind: str, sheet_id: int | None = None) -> dict[str, Any]:
    """For the head of a register: the retired columns, and whether the person may change columns of the whole kind."""
    retired: list[Stored] = [*KindColumn.objects.filter(kind=kind).exclude(retired_at=None).order_by("retired_at", "id")]
    if sheet_id:
        retired += Column.objects.filter(sheet_id=sheet_id).exclude(retired_at=None).order_by("retired_at", "id")
    return {"retired": [asdict(column_of(one)) for one in retired], "kind_columns": _may_change_kind(actor_id, kind)}


def _may_change_kind(actor_id: int, kind: str) -> bool:
    if declared(kind) is None:
        return False
    try:
        root_for(actor_id, Capability.SETTINGS)
    except NotAllowed:
        return False
    return True


def preview_column(*, actor_id: int, sheet_id: int, key: str, wanted: Wanted) -> ColumnPreview:
    """What `change_column` would do to the cells; nothing is written. Raises what that raises."""
    sheet, bits = sheet_and_rights(actor_id, sheet_id)
    kind = kind_named(sheet.kind)
    require_act(asked_of(kind), bits, "columns")
    model = read_model(sheet)
    stored = own_column(Column.objects.filter(sheet_id=sheet_id), key, model.columns)
    column = changed_column(stored, wanted, model.columns, kind=kind.name, plain=declaration_of(kind) is None)
    return _summed(key, [_refit(model, column, actor_id, sheet_id)])


def preview_kind_column(*, actor_id: int, kind: str, key: str, wanted: Wanted) -> ColumnPreview:
    """What `change_kind_column` would do to the cells of all registers of the kind. Raises what that raises."""
    root_for(actor_id, Capability.SETTINGS)
    if declaration_of(kind_named(kind)) is None:
        raise KindUnknown(kind=kind)
    beside = {column.key: column for column in columns_of_kind(kind)}
    stored = own_column(KindColumn.objects.filter(kind=kind), key, beside)
    column = changed_column(stored, wanted, beside, kind=kind)
    sheets = Sheet.objects.filter(kind=kind).order_by("id")
    return _summed(key, (_refit(read_model(sheet), column, actor_id, sheet.pk) for sheet in sheets.iterator()))


def _refit(model: Model, column: ModelColumn, actor_id: int, sheet_id: int) -> Refit:
    return plan_refit(model, recast_with(model, column), surroundings(model, actor_id=actor_id, sheet_id=sheet_id))


def _summed(key: str, refits: Iterable[Refit]) -> ColumnPreview:
    fits, misfits, samples = 0, 0, list[Cell]()
    for refit in refits:
        fits += refit.fits.get(key, 0)
        misfits += len(refit.misfits.get(key, ()))
        samples += refit.misfits.get(key, ())[: _MOST_SHOWN - len(samples)]
    return ColumnPreview(fits, misfits, samples)
