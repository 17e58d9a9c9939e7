"""Reads the facts of hundreds of projects at once: the queries grow with the kinds of registers, never with the projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Max, Min

from milepost.apps.method.facts import DocumentFact, Entry, Facts, PlanFact, RegisterFact, readers_of_facts
from milepost.apps.method.models import Document
from milepost.apps.office.models import CheckIn
from milepost.apps.org.models import Node
from milepost.apps.planning.kinds import PLAN
from milepost.apps.planning.models import PlanFigures
from milepost.apps.planning.queries.soundness import soundness_of
from milepost.apps.sheets.kinds.kind import KindUnknown
from milepost.apps.sheets.models import Change, ChangeKind, Row, Sheet
from milepost.apps.sheets.profiles import PROFILE, keys_by_role
from milepost.apps.sheets.writing.store import columns_of_kind
from milepost.engines.sheet import Column

_OVER = frozenset({"closed", "done", "decided", "rejected", "cancelled", "accepted", "implemented", "resolved", "withdrawn"})


@dataclass(slots=True)
class _Registers:
    """By project and kind: the register; and its open rows, where its kind was asked for."""

    facts: dict[int, dict[str, RegisterFact]] = field(default_factory=lambda: defaultdict(dict))
    entries: dict[int, dict[str, list[Entry]]] = field(default_factory=lambda: defaultdict(dict))


def gather_facts(node_ids: Sequence[int], kinds: Collection[str], at: datetime, zone: str) -> list[Facts]:
    """The facts of these projects at a moment, on the clock of the organisation; `kinds` are the registers whose rows rules look at.

    What is in the bin is left out. It is for the linter itself: findings are shown by the rights of their reader.
    """
    local = at.astimezone(ZoneInfo(zone))
    everything = Node.objects.unscoped(reason="the linter looks at every project; what it finds is shown by rights")
    nodes = list(everything.filter(id__in=node_ids, kind="project", deleted_root=None))
    ids = [node.pk for node in nodes]
    profiles, registers = _profiles(ids), _registers(ids, kinds, zone)
    plans, documents, check_ins = _plans(ids, local), _documents(ids, zone), _check_ins(ids)
    more = {name: read(ids, local.date()) for name, read in readers_of_facts().items()}
    return [
        Facts(
            node_id=node.pk,
            name=node.name,
            today=local.date(),
            made_on=_day(node.created_at, zone),
            manager_id=node.manager_id,
            sponsor_id=node.sponsor_id,
            stated_on=_day(node.stated_at, zone) if node.stated_at else None,
            profile_id=profiles[node.pk][0] if node.pk in profiles else None,
            profile=profiles[node.pk][1] if node.pk in profiles else {},
            registers=registers.facts.get(node.pk, {}),
            entries=registers.entries.get(node.pk, {}),
            plan=plans.get(node.pk),
            documents=documents.get(node.pk, {}),
            check_in_due=check_ins.get(node.pk),
            more={name: found[node.pk] for name, found in more.items() if node.pk in found},
        )
        for node in nodes
    ]


def _profiles(ids: Sequence[int]) -> dict[int, tuple[int, dict[str, Any]]]:
    """By project: the sheet of its profile, and what stands in it by role; what does not fit its column stands there as empty."""
    keys = keys_by_role(columns_of_kind(PROFILE))
    rows = Row.objects.filter(sheet__node_id__in=ids, sheet__kind=PROFILE, sheet__deleted_at=None, deleted_seq=None)
    found = {}
    for node_id, sheet_id, cells in rows.values_list("sheet__node_id", "sheet_id", "cells"):
        found[node_id] = (sheet_id, {role: None if isinstance(cells.get(key), dict) else cells.get(key) for role, key in keys.items()})
    return found


def _registers(ids: Sequence[int], kinds: Collection[str], zone: str) -> _Registers:
    sheets = Sheet.objects.filter(node_id__in=ids).exclude(kind__in=(PROFILE, PLAN)).order_by("-created_at", "-id")
    oldest = {(node, kind): (sheet, made) for node, kind, sheet, made in sheets.values_list("node_id", "kind", "id", "created_at")}
    by_people = Change.objects.filter(sheet_id__in=[sheet for sheet, _ in oldest.values()]).exclude(kind=ChangeKind.COMPUTED)
    changed = dict(by_people.values("sheet_id").annotate(last=Max("at")).values_list("sheet_id", "last"))
    looked = {sheet: (node, kind) for (node, kind), (sheet, _) in oldest.items() if kind in kinds}
    rows = _rows(looked)
    found = _Registers()
    for (node, kind), (sheet, made) in oldest.items():
        entries = [entry for entry in rows.get(sheet, ()) if entry is not None]
        counted = len(rows.get(sheet, ())), len(entries)
        found.facts[node][kind] = RegisterFact(sheet, *counted, _day(changed.get(sheet, made), zone))
        if kind in kinds:
            found.entries[node][kind] = entries
    return found


def _rows(looked: Mapping[int, tuple[int, str]]) -> dict[int, list[Entry | None]]:
    """The rows of these sheets: open ones as entries, the others as None."""
    readers = {kind: _Reader.of(kind) for kind in {kind for _, kind in looked.values()}}
    found: dict[int, list[Entry | None]] = defaultdict(list)
    rows = Row.objects.filter(sheet_id__in=looked, deleted_seq=None).order_by("sheet_id", "position", "row_id")
    for sheet_id, row_id, cells in rows.values_list("sheet_id", "row_id", "cells").iterator(chunk_size=5000):
        found[sheet_id].append(readers[looked[sheet_id][1]].entry(sheet_id, row_id, cells))
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a row of a kind by the roles of its columns."""

    keys: Mapping[str, str]

    @staticmethod
    def of(kind: str) -> _Reader:
        """For a kind; for one that is not declared any more rows have names at most."""
        try:
            columns: Iterable[Column] = columns_of_kind(kind)
        except KindUnknown:
            columns = ()
        return _Reader(keys_by_role(columns))

    def entry(self, sheet_id: int, row_id: int, cells: Mapping[str, Any]) -> Entry | None:
        """An open row; None for one that is over."""
        value = {role: cells.get(key) for role, key in self.keys.items()}
        if value.get("done") is True or value.get("actual_finish") or value.get("status") in _OVER:
            return None
        owner, score = value.get("owner"), value.get("score")
        return Entry(
            sheet_id=sheet_id,
            row_id=row_id,
            name=str(value.get("name") or ""),
            type=str(value.get("type") or ""),
            owner=owner if isinstance(owner, int) else next(iter(owner), None) if isinstance(owner, list) else None,
            response=str(value.get("response") or ""),
            score=score if isinstance(score, int | float) else 0,
            due=_date(value.get("due") or value.get("finish")),
        )


def _plans(ids: Sequence[int], local: datetime) -> dict[int, PlanFact]:
    figures = PlanFigures.objects.filter(node_id__in=ids, sheet__deleted_at=None).order_by("-sheet__created_at", "-sheet_id")
    rows = {row[0]: row for row in figures.values_list("node_id", "sheet_id", "tasks", "finish", "baseline_finish")}
    # The beginning of the day: what a plan without a status date says does not change from one minute to the next.
    looks = soundness_of([row[1] for row in rows.values()], f"{local.date()}T00:00")
    return {
        node_id: PlanFact(sheet, tasks, _date(finish) if tasks else None, bool(agreed), looks.get(sheet, {}))
        for node_id, sheet, tasks, finish, agreed in rows.values()
    }


def _documents(ids: Sequence[int], zone: str) -> dict[int, dict[str, DocumentFact]]:
    rows = Document.objects.filter(node_id__in=ids).order_by("number").values_list("node_id", "artefact", "state", "at")
    found: dict[int, dict[str, DocumentFact]] = defaultdict(dict)
    for node_id, artefact, state, at in rows:
        found[node_id][artefact] = DocumentFact(state, _day(at, zone))
    return found


def _check_ins(ids: Sequence[int]) -> dict[int, date]:
    """The oldest check-in of each project that was not held."""
    waiting = CheckIn.objects.filter(project_id__in=ids, held_at=None)
    return dict(waiting.values("project_id").annotate(first=Min("due")).values_list("project_id", "first"))


def _day(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) and value else None
    except ValueError:
        return None
