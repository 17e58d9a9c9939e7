"""What is not kept, as somebody may see it: counted, grouped, and in pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from milepost.apps.method.models import Finding, Linted, Waiver
from milepost.apps.method.queries.asking import Asking, askings_of
from milepost.apps.method.queries.waivers import Waived, last_waivers
from milepost.apps.org.access import Scope, scope_of, within
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import tree
from milepost.apps.planning.queries.portfolio import wall_clock

SEVERITIES = ("error", "warning", "advice")
GRANTED = "granted"
_NEEDS = {"create_register": Capability.CREATE, "make_plan": Capability.CREATE, "set_baseline": Capability.EDIT}


class Seen(NamedTuple):
    """An open finding in short."""

    id: int
    node_id: int
    name: str
    path: str
    rule: str
    key: str
    policy: str
    severity: str
    first_seen: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are meant; `state` is open (not waived), waived or all."""

    rule: str | None = None
    severity: str | None = None
    project: int | None = None
    state: str = "open"


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of a rule, or of a project: how many of each severity are open, how many are waived, and in how many projects."""

    key: str
    name: str
    error: int
    warning: int
    advice: int
    waived: int
    projects: int


@dataclass(frozen=True, slots=True)
class Kept:
    """How well projects keep their method: of `checked` projects `keeping` have nothing open but advice.

    `unchecked` are asked nothing: no method holds there, or they are over or on hold. `since` is the oldest moment at which one of them
    was last looked at, None before the first time.
    """

    node: Mapping[str, Any]
    checked: int
    keeping: int
    unchecked: int
    open: Mapping[str, int]
    waived: int
    since: datetime | None
    rules: Sequence[Group]
    projects: Sequence[Group]
    may_run: bool


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, with what asks for it and how its waiver stands. `may_fix`: the reader may do what `fix` says.

    `data` and `fix` are those of `rules.words.Found`.
    """

    id: int
    node_id: int
    project: str
    rule: str
    key: str
    severity: str
    data: Mapping[str, Any]
    fix: Mapping[str, Any] | None
    may_fix: bool
    may_ask: bool
    first_seen: datetime
    asks: Asking | None
    waiver: Waived | None = None


@dataclass(frozen=True)
class _Place:
    """The open findings of the projects at and below a node that somebody may see, and the waivers there."""

    scope: Scope
    node: tree.NodeRow
    seen: Sequence[Seen]
    waivers: Mapping[tuple[int, str], Waived] = field(default_factory=dict)

    def waiver(self, one: Seen) -> Waived | None:
        """The waiver that speaks of the finding: of what asks, else of the policy that made it severe."""
        return self.waivers.get((one.node_id, one.key)) or self.waivers.get((one.node_id, one.policy))

    def is_waived(self, one: Seen) -> bool:
        """Whether it is waived today."""
        found = self.waiver(one)
        return found is not None and found.state == GRANTED


def method_kept(*, actor_id: int, node_id: int, at: datetime) -> Kept:
    """How the projects at and below a node that the person may see keep their methods. Raises NotFound. The queries do not grow."""
    place = _place(actor_id, node_id, wall_clock(at).date())
    linted = Linted.objects.filter(place.scope.condition("node__"), within(place.node.path, "node__"), node__deleted_root=None)
    looked = {node: (asked, when) for node, asked, when in linted.values_list("node_id", "asked", "at")}
    checked = {node for node, (asked, _) in looked.items() if asked}
    failing = {one.node_id for one in place.seen if one.severity != "advice" and not place.is_waived(one)}
    return Kept(
        node={"id": place.node.id, "name": place.node.name, "kind": place.node.kind},
        checked=len(checked),
        keeping=len(checked - failing),
        unchecked=len(looked) - len(checked),
        open=dict(Counter(one.severity for one in place.seen if not place.is_waived(one))),
        waived=sum(place.is_waived(one) for one in place.seen),
        since=min((when for _, when in looked.values()), default=None),
        rules=_grouped(place, lambda one: (one.rule, "")),
        projects=_grouped(place, lambda one: (str(one.node_id), one.name)),
        may_run=bool(place.scope.bits_at(place.node.path) & Capability.EDIT),
    )


def findings_of(*, actor_id: int, node_id: int, wanted: Wanted, at: datetime, limit: int, offset: int) -> list[FindingRow]:
    """A page of the findings at and below a node, the most severe first, then by rule and project. Raises NotFound."""
    place = _place(actor_id, node_id, wall_clock(at).date())
    chosen = [one for one in place.seen if _is_meant(one, wanted, waived=place.is_waived(one))]
    chosen.sort(key=lambda one: (SEVERITIES.index(one.severity), one.rule, one.name.casefold(), one.node_id, one.key))
    page = chosen[offset : offset + limit]
    whole = {one.pk: one for one in Finding.objects.filter(id__in=[one.id for one in page])}
    asking = askings_of([(one.node_id, key) for one in page for key in (one.key, one.policy) if key])
    return [_row(one, whole[one.id], place, asking) for one in page if one.id in whole]


def _place(actor_id: int, node_id: int, today: date) -> _Place:
    node, scope = tree.place(actor_id, node_id), scope_of(actor_id)
    there = (scope.condition("node__"), within(node.path, "node__"))
    rows = Finding.objects.filter(*there, gone_at=None, node__deleted_root=None)
    columns = ("id", "node_id", "node__name", "node__path", "rule", "key", "policy", "severity", "first_seen")
    seen = [Seen(*row) for row in rows.values_list(*columns)]
    return _Place(scope, node, seen, last_waivers(Waiver.objects.filter(*there), today))


def _is_meant(one: Seen, wanted: Wanted, *, waived: bool) -> bool:
    return (
        wanted.rule in (None, one.rule)
        and wanted.severity in (None, one.severity)
        and wanted.project in (None, one.node_id)
        and (wanted.state == "all" or waived == (wanted.state == "waived"))
    )


def _grouped(place: _Place, by: Any) -> list[Group]:
    """The groups, those first in which most is not kept."""
    groups: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for one in place.seen:
        groups[by(one)].append(one)
    found = [_group(place, key, name, members) for (key, name), members in groups.items()]
    return sorted(found, key=lambda one: (-one.error - one.warning, -one.advice, one.name.casefold(), one.key))


def _group(place: _Place, key: str, name: str, members: Sequence[Seen]) -> Group:
    live = [one for one in members if not place.is_waived(one)]
    counts = Counter(one.severity for one in live)
    return Group(
        key=key,
        name=name,
        error=counts["error"],
        warning=counts["warning"],
        advice=counts["advice"],
        waived=len(members) - len(live),
        projects=len({one.node_id for one in live}),
    )


def _row(one: Seen, whole: Finding, place: _Place, asking: Mapping[tuple[int, str], Asking]) -> FindingRow:
    bits = place.scope.bits_at(one.path)
    return FindingRow(
        id=one.id,
        node_id=one.node_id,
        project=one.name,
        rule=one.rule,
        key=one.key,
        severity=one.severity,
        data=whole.data,
        fix=whole.fix,
        may_fix=whole.fix is not None and bool(bits & _NEEDS.get(whole.fix.get("does", ""), Capability.EDIT)),
        may_ask=bool(bits & Capability.EDIT),
        first_seen=one.first_seen,
        asks=asking.get((one.node_id, one.key)) or asking.get((one.node_id, one.policy)),
        waiver=place.waiver(one),
    )
