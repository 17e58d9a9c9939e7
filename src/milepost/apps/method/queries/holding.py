"""Which pack holds where, and how a project is tailored: what linter, expectations and handbook ask. A constant number of queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from milepost.apps.method.models import Adoption, ProjectMethod
from milepost.apps.method.packs.kept import packs_of
from milepost.apps.org.access import paths_of
from milepost.apps.org.paths import prefixes
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import Row
from milepost.apps.sheets.profiles import PROFILE, keys_by_role
from milepost.engines.method import Pack, Tailored, propose


@dataclass(frozen=True, slots=True)
class Held:
    """The pack that holds for a node. `node_id` is where it was adopted; `kept` says that the project stays at an older version than
    holds there. Where nobody said the size it is the one that the budget proposes, and `size_said` is False."""

    version_id: int
    number: int
    pack: Pack
    size: str
    size_said: bool
    industry: str
    tailoring: tuple[Tailored, ...]
    node_id: int
    kept: bool = False


@dataclass(frozen=True, slots=True)
class _Adopted:
    node_id: int
    version_id: int
    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class _Said:
    size: str
    industry: str
    tailoring: tuple[Tailored, ...]
    held: _Adopted | None


def pack_for(node_id: int) -> Held | None:
    """The pack that holds for a node: the nearest adopted at it or above. Says nothing of who may see it."""
    return packs_for([node_id]).get(node_id)


def packs_for(node_ids: Iterable[int]) -> dict[int, Held]:
    """For each of these nodes the pack that holds there; nodes without one are left out. At most seven queries."""
    paths = paths_of(node_ids)
    adopted = living_adoptions()
    nearest = {node: one for node, path in paths.items() if (one := _nearest(path, adopted)) is not None}
    said = _said(nearest)
    versions = {node: said[node].held or one if node in said else one for node, one in nearest.items()}
    packs = packs_of({one.version_id: one.digest for one in versions.values()})
    budgets = budgets_of([node for node in nearest if node not in said])
    return {
        node: _held(nearest[node], version, packs[version.version_id], said.get(node), budgets.get(node))
        for node, version in versions.items()
        if version.version_id in packs
    }


def living_adoptions() -> dict[str, _Adopted]:
    """Every adoption that holds, by the path of its node: they are few. One query."""
    rows = Adoption.objects.filter(ended_at=None).values_list("node__path", "node_id", "version_id", "version__number", "version__digest")
    return {path: _Adopted(node, version, number, digest) for path, node, version, number, digest in rows}


def budgets_of(node_ids: Collection[int]) -> dict[int, float]:
    """What the profiles of projects say of their budgets; left out where they say nothing. Two queries."""
    if not node_ids:
        return {}
    key = keys_by_role(kind_named(PROFILE).columns).get("budget", "budget")
    rows = Row.objects.filter(sheet__node_id__in=node_ids, sheet__kind=PROFILE, sheet__deleted_at=None, deleted_seq=None)
    found = {node: cells.get(key) for node, cells in rows.values_list("sheet__node_id", "cells")}
    return {node: float(value) for node, value in found.items() if isinstance(value, int | float) and not isinstance(value, bool)}


def tailored(items: Iterable[Mapping[str, Any]]) -> tuple[Tailored, ...]:
    """The tailoring as it is stored."""
    return tuple(Tailored(one["key"], one["do"], one.get("reason", ""), one.get("by", "person")) for one in items)


def _nearest(path: str, adopted: Mapping[str, _Adopted]) -> _Adopted | None:
    return next((adopted[prefix] for prefix in reversed(prefixes(path)) if prefix in adopted), None)


def _said(node_ids: Iterable[int]) -> dict[int, _Said]:
    rows = ProjectMethod.objects.filter(node_id__in=list(node_ids)).select_related("held_version")
    found = {}
    for row in rows.defer("held_version__text", "held_version__texts"):
        version = row.held_version
        held = _Adopted(row.node_id, version.pk, version.number, version.digest) if version else None
        found[row.node_id] = _Said(row.size, row.industry, tailored(row.tailoring), held)
    return found


def _held(adopted: _Adopted, version: _Adopted, pack: Pack, said: _Said | None, budget: float | None) -> Held:
    kept = version.version_id != adopted.version_id
    if said is None:
        size = propose(pack, budget).size
        return Held(version.version_id, version.number, pack, size, False, "", (), adopted.node_id, kept)
    return Held(version.version_id, version.number, pack, said.size, True, said.industry, said.tailoring, adopted.node_id, kept)
