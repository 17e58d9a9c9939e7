"""Registers as they were on a day: what changed since is taken back, from the present on, by the moment that each change speaks of.

A change speaks of its `as_of`, or else of when it was written. What a sheet was made with counts from the earliest moment that any of
its changes speaks of. Computed cells are computed again from what was there then, linked rows included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max, Min, Q
from django.db.models.functions import Coalesce

from milepost.apps.sheets.kinds.declared import DeclaredKind
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.linking.reach import refs_of
from milepost.apps.sheets.models import CellHistory, Change, Sheet
from milepost.apps.sheets.queries.reading_cache import Rows, rows_kept
from milepost.apps.sheets.writing.store import columns_of_kind
from milepost.engines.sheet import Cell, Column, Dirty, op_from_json, write_computed
from milepost.engines.sheet import Row as ModelRow
from milepost.engines.sheet import Sheet as Model
from milepost.engines.sheet.compute import RollUp
from milepost.engines.sheet.rollup import Computer, countable
from milepost.engines.sheet.select_line import Line, lines_of
from milepost.engines.sheet.select_past import Step, take_back
from milepost.engines.sheet.tally import NOTHING, Tally, tally_of, together
from milepost.kernel.errors import MilepostError
from milepost.kernel.moments import parse_moment

_DEEPEST = 3
_EFFECTIVE = Coalesce("as_of", "at")
_STAMPS = ("changed_by", "changed_at")
Lines = Sequence[Line]


class BadDay(MilepostError):
    """{text} is no day to look back to: write for example 2026-03-02."""

    code = "sheet.bad_day"
    status = 422


@dataclass(frozen=True, slots=True)
class Past:
    """A sheet to look back at: its kind, columns and present rows."""

    kind: str
    columns: Mapping[str, Column]
    rows: Rows


def moment_meant(text: str, zone: str) -> datetime:
    """The end of a day in a time zone, or the moment itself, aware UTC. Raises BadDay."""
    try:
        if len(text.strip()) == 10:
            day = parse_moment(text).date() + timedelta(days=1)
            return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC) - timedelta(microseconds=1)
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
    except (ValueError, OverflowError, MilepostError):
        raise BadDay(text=text) from None


def lines_at(sheets: Mapping[int, Past], moment: datetime, *, deeper: int = _DEEPEST) -> dict[int, Lines]:
    """The rows of each sheet as they were at a moment, depth first; none of a sheet that was not there yet.

    Three queries for all of them, and as many again for the sheets that they link to.
    """
    spans = _spans(sheets, moment)
    steps = _steps(sheets, spans, moment)
    found: dict[int, Lines] = {}
    models: dict[int, Model] = {}
    for sheet, past in sheets.items():
        if sheet not in spans or spans[sheet].begun > moment:
            found[sheet] = ()
        elif sheet not in steps:
            found[sheet] = past.rows.lines
        else:
            models[sheet] = _model(past)
            touched = take_back(models[sheet], steps[sheet])
            _stamp(sheet, models[sheet], touched, spans[sheet].first, moment)
    _compute(sheets, models, moment, deeper)
    return found | {sheet: lines_of(sheet, model.rows.values()) for sheet, model in models.items()}


@dataclass(frozen=True, slots=True)
class _Span:
    """The earliest moment that any change speaks of; the first change that is taken back, and the last one that is kept."""

    begun: datetime
    first: int | None
    last_kept: int | None


def _spans(sheets: Iterable[int], moment: datetime) -> dict[int, _Span]:
    later, kept = Q(effective__gt=moment, seq__gt=1), Q(effective__lte=moment)
    changes = Change.objects.filter(sheet_id__in=list(sheets)).annotate(effective=_EFFECTIVE).values("sheet_id")
    rows = changes.annotate(begun=Min("effective"), first=Min("seq", filter=later), last=Max("seq", filter=kept))
    return {sheet: _Span(*span) for sheet, *span in rows.values_list("sheet_id", "begun", "first", "last")}


def _steps(sheets: Mapping[int, Past], spans: Mapping[int, _Span], moment: datetime) -> dict[int, list[Step]]:
    """The changes to go through, newest first, of the sheets where there is something to take back."""
    moved = [sheet for sheet, span in spans.items() if span.first is not None]
    # Reports that came late were written behind changes that speak of later moments: what they wrote stays.
    mixed = [sheet for sheet in moved if (spans[sheet].last_kept or 0) > (spans[sheet].first or 0)]
    changes = Change.objects.filter(sheet_id__in=moved).annotate(effective=_EFFECTIVE).order_by("-seq")
    later = changes.filter(effective__gt=moment, seq__gt=1).values_list("sheet_id", "seq", "undo")
    found: dict[int, list[tuple[int, Step]]] = {sheet: [] for sheet in moved}
    for sheet, seq, undo in later:
        if seq <= sheets[sheet].rows.seq:
            found[sheet].append((seq, Step(kept=False, undo=[op_from_json(op) for op in undo])))
    if mixed:
        kept = changes.filter(sheet_id__in=mixed, effective__lte=moment, seq__gt=min(spans[sheet].first or 0 for sheet in mixed))
        for sheet, seq, ops in kept.values_list("sheet_id", "seq", "ops"):
            found[sheet].append((seq, Step(kept=True, ops=[op_from_json(op) for op in ops])))
        for sheet in mixed:
            found[sheet].sort(key=lambda step: step[0], reverse=True)
    return {sheet: [step for _, step in steps] for sheet, steps in found.items()}


def _model(past: Past) -> Model:
    """A model of its own: the rows that are kept belong to all readers."""
    rows = (ModelRow(row.id, row.parent, row.position, dict(row.cells)) for row in past.rows.stored.values())
    return Model(rows, past.columns.values())


def _stamp(sheet: int, model: Model, touched: set[int], first: int | None, moment: datetime) -> None:
    """Who had last changed the rows then: it is written beside the operations, so their inverses do not know it."""
    stamps = {column.type: key for key, column in model.columns.items() if column.type in _STAMPS}
    if not stamps or not touched:
        return
    edits = CellHistory.objects.filter(sheet_id=sheet, row_id__in=touched, seq__lt=first).order_by("seq")
    last = {row: (actor, at) for row, actor, at in edits.values_list("row_id", "actor_id", "at")}
    made = {column.type: key for key, column in model.columns.items() if column.type in ("created_by", "created_at")}
    for row_id in touched:
        cells = model.rows[row_id].cells
        actor, at = last.get(row_id, (cells.get(made.get("created_by", "")), cells.get(made.get("created_at", ""))))
        told = at.astimezone(UTC).isoformat(timespec="seconds") if isinstance(at, datetime) else at
        values = {stamps[kind]: value for kind, value in (("changed_by", actor), ("changed_at", told)) if kind in stamps}
        write_computed(model, {row_id: values})


def _compute(sheets: Mapping[int, Past], models: Mapping[int, Model], moment: datetime, deeper: int) -> None:
    linked = _LinkedPast(models, moment, deeper)
    for sheet, model in models.items():
        kind = kind_named(sheets[sheet].kind)
        everything = Dirty(inserted=set(model.rows))
        if isinstance(kind, DeclaredKind):
            write_computed(model, Computer(model.columns).recompute(model, everything, {}, linked.tally_of(model)))
        else:
            kind.open(model, sheet_id=sheet)
            write_computed(model, kind.recompute(model, everything))


class _LinkedPast:
    """What linked rows came to at the moment; all sheets that the models link to are looked back at together."""

    def __init__(self, models: Mapping[int, Model], moment: datetime, deeper: int) -> None:
        self._cells: dict[tuple[int, int], Mapping[str, Cell]] = {}
        self._columns: dict[str, dict[str, Column]] = {}
        keys = {key for model in models.values() for key in {one.over for one in Computer(model.columns).link_roll_ups}}
        rows = (row for model in models.values() for row in model.rows.values())
        wanted = {sheet for row in rows for key in keys for sheet, _ in refs_of(row.cells.get(key))} if keys else set()
        if wanted and deeper:
            self._read(wanted, moment, deeper)

    def tally_of(self, model: Model) -> Callable[[RollUp, Cell], Tally]:
        """The function that a computer asks for the links of this model."""

        def tally(said: RollUp, value: Cell) -> Tally:
            there = [self._cells[ref] for ref in refs_of(value) if ref in self._cells]
            if said.of is None:
                return together(tally_of(1) for _ in there)
            column = self._theirs(str(model.columns[said.over].options.get("to"))).get(said.of)
            return NOTHING if column is None else together(tally_of(countable(said.take, column, cells.get(said.of))) for cells in there)

        return tally

    def _read(self, wanted: set[int], moment: datetime, deeper: int) -> None:
        there = {sheet: (kind, seq) for sheet, kind, seq in Sheet.objects.filter(id__in=wanted).values_list("id", "kind", "seq")}
        rows = rows_kept.rows({sheet: seq for sheet, (_, seq) in there.items()})
        pasts = {sheet: Past(kind, self._theirs(kind), rows[sheet]) for sheet, (kind, _) in there.items()}
        for sheet, lines in lines_at(pasts, moment, deeper=deeper - 1).items():
            self._cells |= {(sheet, line.id): line.cells for line in lines}

    def _theirs(self, kind: str) -> dict[str, Column]:
        if kind not in self._columns:
            self._columns[kind] = {column.key: column for column in columns_of_kind(kind)}
        return self._columns[kind]
