"""What a project says of itself: who leads and pays for it, what it may cost, how it stands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from milepost.apps.method.facts import Facts
from milepost.apps.method.rules.words import Demand, Found, Rule, open_profile

_EMPTY: tuple[Any, ...] = (None, "", [])


def no_manager(facts: Facts, demand: Demand) -> Found | None:
    """Nobody leads the project."""
    return Found({}, open_profile("manager")) if facts.manager_id is None else None


def no_sponsor(facts: Facts, demand: Demand) -> Found | None:
    """Nobody pays for the project and decides on it."""
    return Found({}, open_profile("sponsor")) if facts.sponsor_id is None else None


def no_budget(facts: Facts, demand: Demand) -> Found | None:
    """Neither a budget nor a budget at start is known."""
    known = any(facts.profile.get(role) not in _EMPTY for role in ("budget", "baseline_budget"))
    return None if known else Found({}, open_profile("budget"))


def status_not_stated(facts: Facts, demand: Demand) -> Found | None:
    """Nobody said for some days how the project stands; a project younger than that owes nothing yet."""
    days = int(demand.given.get("days") or 14)
    if (facts.stated_on or facts.made_on) >= facts.today - timedelta(days=days):
        return None
    since = str(facts.stated_on) if facts.stated_on else None
    return Found({"since": since, "allowed": days}, {"does": "open", "what": "project"})


def check_in_overdue(facts: Facts, demand: Demand) -> Found | None:
    """A check-in with the partner of the office was due and was not held. Skipped where nobody records check-ins."""
    late = facts.check_in_due
    if late is None or late >= facts.today - timedelta(days=int(demand.given.get("days") or 0)):
        return None
    return Found({"due": str(late)}, {"does": "open", "what": "project"})


def missing_fields(facts: Facts, demand: Demand) -> Found | None:
    """Fields of the profile that the method wants filled, by their roles."""
    empty = [str(role) for role in demand.given.get("fields") or () if facts.profile.get(str(role)) in _EMPTY]
    return Found({"fields": empty}, open_profile(empty[0])) if empty else None


RULES = (
    Rule("no_manager", frozenset({"profile"}), no_manager),
    Rule("no_sponsor", frozenset({"profile"}), no_sponsor),
    Rule("no_budget", frozenset({"profile"}), no_budget),
    Rule("status_not_stated", frozenset({"profile"}), status_not_stated, {"days": 14}),
    Rule("check_in_overdue", frozenset({"check_ins"}), check_in_overdue, {"days": 0}),
    Rule("missing_fields", frozenset({"profile"}), missing_fields, {"fields": []}),
)
