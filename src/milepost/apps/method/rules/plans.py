"""Whether the plan of a project can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from milepost.apps.method.facts import Facts
from milepost.apps.method.rules.words import OPEN_PLAN, Demand, Found, Rule, of_rows, open_profile
from milepost.apps.planning.queries.profiled import day_of

_LOOKS = ("dangling", "negative_float", "unstatused")


def no_plan(facts: Facts, demand: Demand) -> Found | None:
    """There is no plan, or one without a task."""
    if facts.plan is None:
        return Found({"empty": False}, {"does": "make_plan"})
    return Found({"empty": True}, OPEN_PLAN) if not facts.plan.tasks else None


def no_baseline(facts: Facts, demand: Demand) -> Found | None:
    """A plan with tasks that was never frozen as agreed. Without a plan: a profile without a promised finish."""
    plan = facts.plan
    if plan is None:
        return None if facts.profile.get("baseline_finish") else Found({"plan": False}, open_profile("baseline_finish"))
    if plan.baselined or not plan.tasks:
        return None
    return Found({"plan": True}, {"does": "set_baseline", "sheet": plan.sheet_id})


def plan_not_sound(facts: Facts, demand: Demand) -> Found | None:
    """The plan says things that cannot be relied on, more often than the policy allows.

    Looks: ends that hang loose, less time than needed, work that should have been reported, hard dates, work that nothing moves.
    """
    if facts.plan is None:
        return None
    wanted = demand.given.get("looks") or _LOOKS
    found = {look: facts.plan.looks[look] for look in wanted if facts.plan.looks.get(look)}
    if sum(len(rows) for rows in found.values()) <= int(demand.given.get("most") or 0):
        return None
    data: Mapping[str, Any] = {"looks": {look: len(rows) for look, rows in found.items()}}
    return of_rows((row for rows in found.values() for row in rows), plan=facts.plan.sheet_id, **data)


def milestone_without_owner(facts: Facts, demand: Demand) -> Found | None:
    """Open milestones, in the plan or in the register of milestones, that nobody owns."""
    planned = facts.plan.looks.get("milestone_without_owner", ()) if facts.plan else ()
    listed = [entry.named for entry in facts.entries.get("milestones", ()) if entry.owner is None]
    return of_rows([*planned, *listed], plan=facts.plan.sheet_id if facts.plan else None)


def finish_passed(facts: Facts, demand: Demand) -> Found | None:
    """The finish lies back and the project is still open."""
    told = day_of(facts.profile.get("finish"))
    finish = str(facts.plan.finish) if facts.plan and facts.plan.finish else told
    if finish is None or finish >= str(facts.today):
        return None
    return Found({"finish": finish}, OPEN_PLAN if facts.plan else open_profile("finish"))


RULES = (
    Rule("no_plan", frozenset({"plan"}), no_plan),
    Rule("no_baseline", frozenset({"plan", "profile"}), no_baseline),
    Rule("plan_not_sound", frozenset({"plan"}), plan_not_sound, {"looks": list(_LOOKS), "most": 0}),
    Rule("milestone_without_owner", frozenset({"plan", "entries"}), milestone_without_owner),
    Rule("finish_passed", frozenset({"plan", "profile"}), finish_passed),
)
