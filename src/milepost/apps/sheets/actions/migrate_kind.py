"""Bring the live sheets of a kind to what its file declares now: first shown, then done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.sheets.actions.arrange_kind import locked_sheets
from milepost.apps.sheets.declarations import Declaration
from milepost.apps.sheets.declarations.difference import Difference, difference
from milepost.apps.sheets.events import KIND_APPLIED
from milepost.apps.sheets.kinds import registry
from milepost.apps.sheets.kinds.declared import DeclaredKind
from milepost.apps.sheets.kinds.kind import KindUnknown
from milepost.apps.sheets.models import KindVersion, Sheet
from milepost.apps.sheets.writing.nameable import surroundings
from milepost.apps.sheets.writing.refitting import Recast, Refit, plan_refit, recast_sheet
from milepost.apps.sheets.writing.store import read_model
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Cell, Column
from milepost.engines.sheet import Sheet as Model

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class SheetStep:
    """What happens in one sheet: for each column how many cells fit, some of those that do not, and how many are put away."""

    sheet_id: int
    name: str
    node: str
    rows: int
    fits: Mapping[str, int]
    misfits: Mapping[str, Sequence[Cell]]
    misfit_counts: Mapping[str, int]
    put_away: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Migration:
    """From the declaration that live sheets stand at to the wanted one."""

    kind: str
    title: str
    difference: Difference
    steps: Sequence[SheetStep]


@dataclass(frozen=True, slots=True)
class KindState:
    """A declared kind: `state` is current, waits (for a migration), gone (its file is), or new (nobody uses it yet)."""

    kind: str
    title: str
    state: str
    sheets: int


def kind_states() -> list[KindState]:
    """Every declared kind with how many sheets it has."""
    kept = dict(KindVersion.objects.values_list("kind", "digest"))
    sheets: dict[str, int] = {}
    for kind in Sheet.objects.values_list("kind", flat=True):
        sheets[kind] = sheets.get(kind, 0) + 1
    wanted = registry.wanted()
    return [
        KindState(name, kind.declaration.title["en"], _state(wanted.get(name), kept.get(name)), sheets.get(name, 0))
        for name, kind in registry.all_kinds().items()
    ]


def _state(wanted: Declaration | None, kept: str | None) -> str:
    if wanted is None:
        return "gone"
    return "new" if kept is None else "current" if kept == wanted.digest else "waits"


def waiting_kinds() -> list[str]:
    """The kinds whose file says something that their sheets must be migrated to."""
    kept = KindVersion.objects.values_list("kind", "digest", "declaration")
    wanted = registry.wanted()
    return [
        kind for kind, digest, text in kept if kind in wanted and registry.in_force(kind, digest, text) is not registry.wanted_kind(kind)
    ]


def preview_kind(*, kind: str) -> Migration:
    """What `apply_kind` would do; nothing is written. Raises KindUnknown for a kind without a file."""
    old, new = _both(kind)
    steps = [_previewed(sheet, old, new) for sheet in Sheet.with_deleted.filter(kind=kind).select_related("node").order_by("id")]
    return Migration(kind, new.title["en"], difference(old, new), steps)


@transaction.atomic(durable=True)
def apply_kind(*, kind: str, actor_id: int | None, at: datetime) -> Migration:
    """Migrate every sheet of a kind, those in the bin too, to its file's declaration, one change for each, all of them or none.

    A value that does not fit is kept as it was with the reason; cells of a removed column stay in their rows and are shown again
    when the column is. Raises KindUnknown.
    """
    old, new = _both(kind)
    steps = []
    if difference(old, new).touches_cells:
        for writing in locked_sheets(kind, actor_id=actor_id, at=at):
            recast, refit = _planned(writing.model, old, new, writing.sheet.pk)
            steps.append(_step(writing.sheet, "", writing.model, refit, old, new))
            change = recast_sheet(writing, DeclaredKind(new), recast, refit)
            data = {"name": writing.sheet.name, "title": new.title["en"]}
            where = {"node_id": writing.edit.node_id, "sheet_id": writing.sheet.pk, "seq": change.seq}
            record(KIND_APPLIED, actor_id=actor_id, at=at, data=data, **where)
    version = {"digest": new.digest, "declaration": new.text, "at": at, "actor_id": actor_id}
    KindVersion.objects.update_or_create(kind=kind, defaults=version)
    return Migration(kind, new.title["en"], difference(old, new), steps)


def _both(kind: str) -> tuple[Declaration, Declaration]:
    new = registry.wanted().get(kind)
    if new is None:
        raise KindUnknown(kind=kind)
    version = KindVersion.objects.filter(kind=kind).values_list("digest", "declaration").first()
    kept = registry.kept_kind(kind, *version) if version else None
    return (kept.declaration if kept else new), new


def _previewed(sheet: Sheet, old: Declaration, new: Declaration) -> SheetStep:
    model = read_model(sheet)
    return _step(sheet, sheet.node.name, model, _planned(model, old, new, sheet.pk)[1], old, new)


def _planned(model: Model, old: Declaration, new: Declaration, sheet_id: int) -> tuple[Recast, Refit]:
    found = difference(old, new)
    declared = {column.key for column in old.columns}
    added: tuple[Column, ...] = tuple(column for key, column in model.columns.items() if key not in declared)
    recast = Recast((*new.columns, *added), found.refits, found.renamed or {})
    return recast, plan_refit(model, recast, surroundings(model, actor_id=None, sheet_id=sheet_id))


def _step(sheet: Sheet, node: str, model: Model, refit: Refit, old: Declaration, new: Declaration) -> SheetStep:
    removed = difference(old, new).removed
    put_away = {key: sum(key in row.cells for row in model.rows.values()) for key in removed}
    misfits: dict[str, Any] = {key: values[:_MOST_SHOWN] for key, values in refit.misfits.items() if values}
    counts = {key: len(values) for key, values in refit.misfits.items() if values}
    return SheetStep(sheet.pk, sheet.name, node, len(model.rows), refit.fits, misfits, counts, put_away)
