"""What may be done with a request now, by whom."""

from __future__ import annotations

from typing import Any

from milepost.apps.intake.access import Request
from milepost.apps.intake.states import ACTS, authority_for
from milepost.apps.office.queries.authority import who_may_decide
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries.names import names_of
from milepost.kernel.money import Money


def acts_for(actor_id: int, request: Request, amount: Money | None) -> list[dict[str, Any]]:
    """Each act that is possible in its state: whether the reader may, else why not (`authority`, `edit`, `own`, `cost`), and who may.

    Names are told to who may see who works there.
    """
    known: dict[str, tuple[int, ...]] = {}
    found = []
    for what, act in ACTS.items():
        if request.state not in act.before:
            continue
        authority = authority_for(what, request.state)
        if authority and authority not in known:
            known[authority] = who_may_decide(request.node.pk, authority, amount if authority == "request.approve" else None)
        who = known.get(authority, ())
        why = _why_not(actor_id, request, what, authority, who, amount)
        told = sorted(names_of(who).values()) if request.bits & Capability.DIRECTORY else []
        found.append({"what": what, "may": not why, "why": why, "who": told, "reason": act.reason})
    return found


def _why_not(actor_id: int, request: Request, what: str, authority: str, who: tuple[int, ...], amount: Money | None) -> str:
    if authority and (actor_id not in who or not request.bits):
        return "authority"
    if what in ("submit", "approve") and amount is None:
        return "cost"
    if what == "approve" and request.own:
        return "own"
    if not authority and not (what == "answer" and request.own):
        return "" if request.bits & (Capability.CREATE if what == "start" else Capability.EDIT) else "edit"
    return ""
