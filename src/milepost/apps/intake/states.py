"""How a request stands, and what may be done with it then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NEW, RETURNED, CASE, APPROVAL, APPROVED = "new", "returned", "case", "approval", "approved"
STARTED, DEFERRED, REJECTED, MERGED = "started", "deferred", "rejected", "merged"
STATES = (NEW, RETURNED, CASE, APPROVAL, APPROVED, STARTED, DEFERRED, REJECTED, MERGED)
OPEN = frozenset({NEW, RETURNED, CASE, APPROVAL})
WORKED_ON = frozenset({NEW, RETURNED, CASE})
"""Its business case may still change: what waits for approval is sent back first."""

TRIAGE, APPROVE = "request.triage", "request.approve"
"""Decisions for which `office.authority` is asked."""


@dataclass(frozen=True, slots=True)
class Act:
    """What may be done: in which states, how the request stands then, by which authority, and whether it needs a reason.

    Without authority: `edit` asks for the right to edit the register; an answer is also the asker's own.
    """

    before: frozenset[str]
    after: str
    authority: str = ""
    reason: bool = False


ACTS: Mapping[str, Act] = {
    "accept": Act(frozenset({NEW, RETURNED}), CASE, TRIAGE),
    "return": Act(frozenset({NEW, CASE, APPROVAL}), RETURNED, TRIAGE, reason=True),
    "answer": Act(frozenset({RETURNED}), NEW, reason=True),
    "merge": Act(frozenset({NEW, RETURNED, CASE, DEFERRED}), MERGED, TRIAGE),
    "reject": Act(frozenset({NEW, RETURNED, CASE, APPROVAL, DEFERRED}), REJECTED, TRIAGE, reason=True),
    "defer": Act(frozenset({NEW, RETURNED, CASE, APPROVAL}), DEFERRED, TRIAGE, reason=True),
    "reopen": Act(frozenset({DEFERRED, REJECTED, MERGED}), NEW, TRIAGE),
    "submit": Act(frozenset({CASE}), APPROVAL),
    "approve": Act(frozenset({APPROVAL}), APPROVED, APPROVE),
    "start": Act(frozenset({APPROVED}), STARTED),
}


def authority_for(what: str, state: str) -> str:
    """Which decision an act is in a state: whoever may approve is also who rejects or defers what waits for approval."""
    return APPROVE if state == APPROVAL and what in ("reject", "defer") else ACTS[what].authority
