"""What a project has to have: registers, documents, plans and reports, and that they are kept up."""

from __future__ import annotations

from datetime import timedelta

from milepost.apps.method.facts import Facts
from milepost.apps.method.rules.words import Demand, Found, Rule, days_since, open_sheet

_EVERY = {"day": 1, "week": 7, "fortnight": 14, "month": 31, "quarter": 92}
_GRACE = 1
_OPEN_METHOD = {"does": "open", "what": "method"}


def missing_artefact(facts: Facts, demand: Demand) -> Found | None:
    """An artefact that the phase and the size ask for is not there; a report counts if it is not older than its period and a day."""
    given = demand.given
    match given.get("as"):
        case "register":
            kind = str(given.get("kind"))
            there = kind in facts.registers
            return None if there else Found({"as": "register", "kind": kind}, {"does": "create_register", "kind": kind})
        case "plan":
            return None if facts.plan else Found({"as": "plan"}, {"does": "make_plan"})
        case "report":
            return _report(facts, demand)
        case _:
            there = demand.key in facts.documents
            return None if there else Found({"as": "document"}, {"does": "create_document", "artefact": demand.key})


def _report(facts: Facts, demand: Demand) -> Found | None:
    """A report is a document of its artefact, or the status that somebody stated; a project younger than its period owes none yet."""
    every = str(demand.given.get("every") or "month")
    written = facts.documents.get(demand.key)
    last = max((day for day in (written.on if written else None, facts.stated_on) if day), default=None)
    if (last or facts.made_on) >= facts.today - timedelta(days=_EVERY.get(every, 31) + _GRACE):
        return None
    return Found({"as": "report", "every": every, "last": str(last) if last else None}, {"does": "open", "what": "project"})


def stale_log(facts: Facts, demand: Demand) -> Found | None:
    """A register in which nobody changed anything for some days. One that is missing is another rule's; one whose rows are all over is
    at rest, an empty one is not."""
    kind = str(demand.given.get("kind") or "raid")
    register = facts.registers.get(kind)
    if register is None or (register.rows and not register.open):
        return None
    days, quiet = int(demand.given.get("days") or 14), days_since(register.changed_on, facts.today)
    if quiet <= days:
        return None
    return Found({"kind": kind, "since": str(register.changed_on), "allowed": days}, open_sheet(register.sheet_id))


def phase_without_gate(facts: Facts, demand: Demand) -> Found | None:
    """The project is in a phase whose gate nobody passed. Skipped where nothing records gates.

    The fact `gates` is {"phase": its phase, "missing": [keys of gates before it that were not passed]}.
    """
    gates = facts.more.get("gates")
    if not gates or not gates.get("missing"):
        return None
    return Found({"phase": gates.get("phase"), "gates": list(gates["missing"])}, _OPEN_METHOD)


RULES = (
    Rule("missing_artefact", frozenset({"registers", "plan", "documents"}), missing_artefact, {"artefact": ""}),
    Rule("stale_log", frozenset({"registers"}), stale_log, {"kind": "raid", "days": 14}),
    Rule("phase_without_gate", frozenset({"gates"}), phase_without_gate),
)
