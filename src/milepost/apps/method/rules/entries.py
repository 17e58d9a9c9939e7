"""What the rows of a project's registers leave open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from milepost.apps.method.facts import Entry, Facts
from milepost.apps.method.rules.words import Demand, Found, Rule, of_rows


def _risks(facts: Facts) -> Iterator[Entry]:
    return (entry for entry in facts.entries.get("raid", ()) if entry.type == "risk")


def risk_without_owner(facts: Facts, demand: Demand) -> Found | None:
    """Open risks that nobody owns."""
    return of_rows(entry.named for entry in _risks(facts) if entry.owner is None)


def risk_without_response(facts: Facts, demand: Demand) -> Found | None:
    """Open risks of at least some score for which nobody chose a response; the worst first."""
    least = float(demand.given.get("score") or 15)
    bare = sorted((entry for entry in _risks(facts) if entry.score >= least and not entry.response), key=lambda entry: -entry.score)
    return of_rows((entry.named for entry in bare), score=least)


def overdue_rows(facts: Facts, demand: Demand) -> Found | None:
    """Open rows of a register whose due date has passed, by more than some days; the longest overdue first."""
    kind = str(demand.given.get("kind") or "raid")
    last = facts.today - timedelta(days=int(demand.given.get("days") or 0))
    late = sorted(((entry.due, entry) for entry in facts.entries.get(kind, ()) if entry.due and entry.due < last), key=lambda one: one[0])
    return of_rows((entry.named for _, entry in late), kind=kind)


RULES = (
    Rule("risk_without_owner", frozenset({"entries"}), risk_without_owner),
    Rule("risk_without_response", frozenset({"entries"}), risk_without_response, {"score": 15}),
    Rule("overdue_rows", frozenset({"entries"}), overdue_rows, {"kind": "raid", "days": 0}),
)
