"""What the method asks of a project and is not there: expected of whom it asks it of, its manager or its sponsor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from milepost.apps.method.models import Finding, Waiver
from milepost.apps.method.queries.asking import Asking, asking_of
from milepost.apps.method.queries.holding import packs_for
from milepost.apps.method.queries.waivers import last_waivers
from milepost.apps.practice.expecting.words import Asker, Expectation, Responsibility, Why
from milepost.engines.method import Pack

_DAYS: Mapping[str, int] = {"error": 0, "warning": 7}
"""So long after it was found it is due; advice never is."""
_SPONSOR = "sponsor"
_SAID_ELSEWHERE = frozenset({"status_not_stated", "check_in_overdue"})
"""Rules whose things are expected one by one already."""


def findings(asker: Asker) -> Iterator[Expectation]:
    """One for each open finding that no waiver speaks for. At most ten queries."""
    mine: dict[int, dict[str, Responsibility]] = {}
    for project in asker.projects:
        mine.setdefault(project.id, {})[project.role] = project
    open_ones = list(Finding.objects.filter(node_id__in=mine, gone_at=None).exclude(rule__in=_SAID_ELSEWHERE)) if mine else []
    if not open_ones:
        return
    waivers = last_waivers(Waiver.objects.filter(node_id__in={one.node_id for one in open_ones}), asker.today)
    held = packs_for({one.node_id for one in open_ones})
    for one in open_ones:
        pack = held[one.node_id].pack if one.node_id in held else None
        asks = pack and (asking_of(pack, one.key) or asking_of(pack, one.policy))
        waived = waivers.get((one.node_id, one.key)) or waivers.get((one.node_id, one.policy))
        owed = mine[one.node_id].get(_owed_by(pack, one.key))
        if pack and asks and owed and not (waived and waived.state == "granted"):
            yield _expected(one, asks, owed, held[one.node_id].version_id, waived is not None and waived.state == "asked")


def _owed_by(pack: Pack | None, key: str) -> str:
    """The role that owes it: a sponsor what the pack says is theirs, the manager everything else."""
    artefact = next((one for one in pack.artefacts if one.key == key), None) if pack else None
    return _SPONSOR if artefact and artefact.owner == _SPONSOR else "project_manager"


def _expected(one: Finding, asks: Asking, project: Responsibility, version: int, asked: bool) -> Expectation:
    is_policy = asks.form == "policy"
    address, verb = _place_of(one)
    return Expectation(
        kind="finding" if is_policy else "artefact",
        id=f"finding:{one.pk}",
        node_id=one.node_id,
        path=project.path,
        title=asks.title,
        due=_due(one),
        why=Why("policy" if is_policy else "artefact", dict(one.data), one.key, asks.title, asks.why),
        does=address,
        verb=verb,
        data={
            "rule": one.rule,
            "found": one.data,
            "finding": one.pk,
            "fix": one.fix,
            "waiver_asked": asked,
            "since": one.first_seen.isoformat(),
        },
        severity=one.severity,
        waive="" if asked else one.key,
        procedure=f"{version}:{asks.procedure}" if asks.procedure else "",
    )


def _due(one: Finding) -> date | None:
    days = _DAYS.get(one.severity)
    return None if days is None else one.first_seen.date() + timedelta(days=days)


def _place_of(one: Finding) -> tuple[str, str]:
    """Where it is put right: the very row or sheet where the finding names one, else the page of the project's method."""
    fix: Mapping[str, Any] = one.fix or {}
    project = f"/projects/{one.node_id}"
    if fix.get("does") != "open":
        return f"{project}/method", "fix" if fix else "open"
    sheet, row = fix.get("sheet"), fix.get("row")
    if fix.get("what") in ("plan", "plan_row"):
        return f"{project}/plan" + (f"?row={row}&panel=true" if row else ""), "open"
    if sheet:
        return f"/sheet/{sheet}" + (f"?row=%22{sheet}.{row}%22&panel=true" if row else ""), "open"
    return (project if fix.get("what") in ("profile", "project") else f"{project}/method"), "open"
