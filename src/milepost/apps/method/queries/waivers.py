"""Waivers as somebody may see them, and which of them hold today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from django.db.models import Q, QuerySet

from milepost.apps.method.models import Waiver
from milepost.apps.method.queries.asking import Asking, askings_of
from milepost.apps.office.queries.authority import who_may_decide
from milepost.apps.org.access import Scope, scope_of, within
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import tree
from milepost.apps.org.queries.names import names_of
from milepost.apps.planning.queries.portfolio import wall_clock

GRANT = "waiver.grant"
STATES = ("asked", "granted", "refused", "expired")
Key: TypeAlias = tuple[int, str]
"""A project, and the policy or artefact."""


@dataclass(frozen=True, slots=True)
class WaiverRow:
    """A waiver; `state` is asked, granted, refused or expired. Names are empty where the reader may not know who works there.

    `may_decide`: the reader has the authority, and it is not their own.
    """

    id: int
    node_id: int
    project: str
    key: str
    asks: Asking | None
    state: str
    reason: str
    wanted_until: date
    asked_by: str
    asked_at: datetime
    mine: bool
    decided_by: str
    decided_at: datetime | None
    decided_reason: str
    until: date | None
    may_decide: bool


@dataclass(frozen=True, slots=True)
class Waived:
    """How a waiver stands, for a finding that it is about."""

    id: int
    state: str
    until: date | None


def waivers_of(
    *, actor_id: int, node_id: int, at: datetime, state: str | None = None, limit: int, offset: int
) -> tuple[dict[str, int], list[WaiverRow]]:
    """The waivers of the projects at and below a node that the person may see, waiting ones first, then the newest; and how many by state.

    Raises NotFound.
    """
    path, scope, today = tree.place(actor_id, node_id).path, scope_of(actor_id), wall_clock(at).date()
    seen = Waiver.objects.filter(scope.condition("node__"), within(path, "node__"))
    counts = {one: seen.filter(condition_of(one, today)).count() for one in STATES}
    chosen = seen.filter(condition_of(state, today)) if state else seen
    page = list(chosen.select_related("node").order_by("-asked_at", "-id")[offset : offset + limit])
    page.sort(key=lambda one: one.decision != "")
    return counts, _rows(page, actor_id, scope, today)


def decided_on(waiver_id: int, *, actor_id: int, at: datetime) -> WaiverRow:
    """One waiver that the person just wrote or decided."""
    row = Waiver.objects.select_related("node").get(id=waiver_id)
    return _rows([row], actor_id, scope_of(actor_id), wall_clock(at).date())[0]


def state_of(waiver: Waiver, today: date) -> str:
    """How it stands on a day."""
    if waiver.decision != "granted":
        return waiver.decision or "asked"
    return "granted" if waiver.until and waiver.until >= today else "expired"


def condition_of(state: str, today: date) -> Q:
    """The waivers that stand so on a day."""
    match state:
        case "asked":
            return Q(decision="")
        case "refused":
            return Q(decision="refused")
        case "granted":
            return Q(decision="granted", until__gte=today)
        case _:
            return Q(decision="granted", until__lt=today)


def last_waivers(waivers: QuerySet[Waiver], today: date) -> Mapping[Key, Waived]:
    """For each project and key how its waiver stands: the one that holds, else the last that was asked for. One query."""
    found: dict[Key, Waived] = {}
    for one in waivers.order_by("asked_at", "id").only("id", "node_id", "key", "decision", "until"):
        now = Waived(one.pk, state_of(one, today), one.until)
        before = found.get((one.node_id, one.key))
        if before is None or before.state != "granted" or now.state == "granted":
            found[one.node_id, one.key] = now
    return found


def _rows(waivers: Sequence[Waiver], actor_id: int, scope: Scope, today: date) -> list[WaiverRow]:
    asking = askings_of([(one.node_id, one.key) for one in waivers])
    names = names_of(person for one in waivers for person in (one.asked_by, one.decided_by) if person)
    deciders = _deciders(one.node_id for one in waivers if not one.decision)
    return [_row(one, actor_id, scope.bits_at(one.node.path), asking, names, deciders, today) for one in waivers]


def _row(
    one: Waiver,
    actor_id: int,
    bits: int,
    asking: Mapping[Key, Asking],
    names: Mapping[int, str],
    deciders: Mapping[int, Sequence[int]],
    today: date,
) -> WaiverRow:
    told = names if bits & Capability.DIRECTORY else {actor_id: names.get(actor_id, "")}
    mine = one.asked_by == actor_id
    return WaiverRow(
        id=one.pk,
        node_id=one.node_id,
        project=one.node.name,
        key=one.key,
        asks=asking.get((one.node_id, one.key)),
        state=state_of(one, today),
        reason=one.reason,
        wanted_until=one.wanted_until,
        asked_by=told.get(one.asked_by, ""),
        asked_at=one.asked_at,
        mine=mine,
        decided_by=told.get(one.decided_by or 0, ""),
        decided_at=one.decided_at,
        decided_reason=one.decided_reason,
        until=one.until,
        may_decide=not one.decision and not mine and actor_id in deciders.get(one.node_id, ()),
    )


def _deciders(node_ids: Iterable[int]) -> dict[int, Sequence[int]]:
    return {node_id: who_may_decide(node_id, GRANT, None) for node_id in set(node_ids)}
