"""From a pack to what the linter asks: which rules hold for a project, how severe each is, and what it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from milepost.apps.method.rules.words import ADVICE, WARNING, Demand
from milepost.engines.method import Artefact, Pack, Policy, Tailored, asked_of

SUPPORTIVE = "supportive"
RESTING = frozenset({"on_hold", "closed", "cancelled"})
"""Phases in which nothing is asked of a project."""
_MISSING, _STALE = "missing_artefact", "stale_log"


def demands_of(pack: Pack, size: str, tailoring: Iterable[Tailored], stage: str, office: str | None) -> list[Demand]:
    """What the pack asks of a project of this size in this phase; an office that only supports gives advice, whatever the pack says."""
    if stage in RESTING:
        return []
    asked = asked_of(pack, size, stage or None, tailoring)
    found = {(one.rule, one.key): one for one in (*_of_artefacts(asked.artefacts, asked.policies), *_of_policies(asked.policies))}
    return [replace(one, severity=ADVICE) if office == SUPPORTIVE else one for one in found.values()]


def _of_artefacts(artefacts: Iterable[Artefact], policies: tuple[Policy, ...]) -> Iterator[Demand]:
    planned = any(policy.rule == "no_plan" for policy in policies)
    logs = {str(policy.takes.get("kind") or "raid") for policy in policies if policy.rule == _STALE}
    for one in artefacts:
        if one.form != "plan" or not planned:  # else the policy already asks for it
            yield _there(one, policies)
        if one.form == "register" and one.stale_after and one.kind not in logs:
            yield Demand(one.key, _STALE, WARNING, {"kind": one.kind, "days": one.stale_after})


def _there(one: Artefact, policies: Iterable[Policy]) -> Demand:
    """That the artefact is there: as severe as the policy says that names it, else the one that names none."""
    speaking = [policy for policy in policies if policy.rule == _MISSING and policy.takes.get("artefact") in (one.key, None)]
    said = min(speaking, key=lambda policy: "artefact" not in policy.takes, default=None)
    given = {"as": one.form, "kind": one.kind, "every": one.every}
    return Demand(one.key, _MISSING, said.severity if said else WARNING, given, said.key if said else "")


def _of_policies(policies: Iterable[Policy]) -> Iterator[Demand]:
    for policy in policies:
        if policy.rule != _MISSING:
            yield Demand(policy.key, policy.rule, policy.severity, policy.takes, policy.key)
