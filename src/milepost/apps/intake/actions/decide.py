"""Decide on a request: triage, answer, submit, approve, defer, reject."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.intake.access import Request, is_own, request_for
from milepost.apps.intake.amounts import amount_of
from milepost.apps.intake.errors import DecisionRefused, NoCost, NotInto, OwnRequest, RequestChanged, RequestDecided
from milepost.apps.intake.events import REQUEST_DECIDED, REQUEST_REFUSED
from milepost.apps.intake.models import Decision
from milepost.apps.intake.states import ACTS, APPROVE, APPROVED, OPEN, authority_for
from milepost.apps.intake.writing import lock, set_cells
from milepost.apps.office.authority import deciding, demand
from milepost.apps.org.access import require
from milepost.apps.org.capabilities import Capability
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Cell
from milepost.kernel.errors import Invalid
from milepost.kernel.money import Money

MOST_LETTERS = 5000


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to decide: `seen` is the change of the request that they read, `into` (sheet, row) of a merger."""

    what: str
    seen: int
    reason: str = ""
    into: tuple[int, int] | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What goes with a decision: money that it was about, data of it, other cells that follow."""

    amount: Money | None = None
    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    project_id: int | None = None


def decide(*, actor_id: int, sheet_id: int, row_id: int, wish: Wish, at: datetime) -> None:
    """Take one decision on a request, and write it down.

    Raises NotFound, NotAllowed, NoAuthority, Invalid for a reason that is missing, NoCost, NotInto; and RequestChanged, RequestDecided
    and OwnRequest, which are recorded, as is a lack of authority.
    """
    if wish.what not in ACTS or wish.what == "start":
        raise Invalid(field="what", reason="there is no such decision")
    try:
        _decide(actor_id, sheet_id, row_id, wish, at)
    except DecisionRefused as refused:
        record_refusal(refused, wish.what, actor_id=actor_id, sheet_id=sheet_id, row_id=row_id, at=at)
        raise


@deciding
def _decide(actor_id: int, sheet_id: int, row_id: int, wish: Wish, at: datetime) -> None:
    request_for(actor_id, sheet_id, row_id)
    writing = lock(sheet_id, actor_id, at)
    request = request_for(actor_id, sheet_id, row_id)
    _check(request, wish)
    amount = _allowed(actor_id, request, wish.what, at)
    data: dict[str, Any] = {"until": wish.until} if wish.until and wish.what == "defer" else {}
    if wish.what == "merge":
        data["into"] = _into(actor_id, request, wish)
    write_decision(request, wish, Outcome(amount, data), actor_id=actor_id, at=at)
    set_cells(writing, row_id, {"state": ACTS[wish.what].after})


def check_state(request: Request, what: str, seen: int) -> None:
    """Raise RequestDecided where a request stands so that this cannot be decided, RequestChanged where it was changed since."""
    if request.state not in ACTS[what].before:
        raise RequestDecided(state=request.state)
    if request.seen != seen:
        raise RequestChanged


def write_decision(request: Request, wish: Wish, outcome: Outcome, *, actor_id: int, at: datetime) -> None:
    """Write a decision and its event; the cells follow, as the register's own rule demands."""
    before = Decision.objects.filter(sheet_id=request.sheet.pk, row_id=request.row_id).count()
    Decision.objects.create(
        sheet_id=request.sheet.pk,
        row_id=request.row_id,
        number=before + 1,
        seen=wish.seen,
        what=wish.what,
        state=ACTS[wish.what].after,
        reason=wish.reason.strip(),
        amount=outcome.amount.amount if outcome.amount else None,
        currency=outcome.amount.currency if outcome.amount else "",
        project_id=outcome.project_id,
        data=outcome.data,
        by=actor_id,
        at=at,
    )
    told = {"name": request.name, "what": wish.what, "row": request.row_id}
    record(REQUEST_DECIDED, actor_id=actor_id, at=at, node_id=request.node.pk, sheet_id=request.sheet.pk, data=told)


@transaction.atomic
def record_refusal(refused: DecisionRefused, what: str, *, actor_id: int, sheet_id: int, row_id: int, at: datetime) -> None:
    """Keep a record of a try that was refused, after all else was taken back."""
    node_id = request_for(actor_id, sheet_id, row_id).node.pk
    data = {"what": what, "code": refused.code, "row": row_id}
    record(REQUEST_REFUSED, actor_id=actor_id, at=at, node_id=node_id, sheet_id=sheet_id, data=data)


def _check(request: Request, wish: Wish) -> None:
    check_state(request, wish.what, wish.seen)
    if ACTS[wish.what].reason and not wish.reason.strip():
        raise Invalid(field="reason", reason="say why, so that whoever asked understands it")
    if len(wish.reason) > MOST_LETTERS:
        raise Invalid(field="reason", reason=f"it has more than {MOST_LETTERS} characters")


def _allowed(actor_id: int, request: Request, what: str, at: datetime) -> Money | None:
    """The money that it is about, for who may decide so. Nobody approves what they asked for themselves."""
    authority = authority_for(what, request.state)
    amount = amount_of(request) if authority == APPROVE or what == "submit" else None
    if what in ("submit", "approve") and amount is None:
        raise NoCost
    if authority:
        demand(actor_id, request.node.pk, authority, amount, at)
    elif not (what == "answer" and request.own):
        require(request.bits, Capability.EDIT)
    if what == "approve" and is_own(actor_id, request.sheet.pk, request.row_id, request.cells):
        raise OwnRequest
    return amount


def _into(actor_id: int, request: Request, wish: Wish) -> list[int]:
    if wish.into is None or wish.into == (request.sheet.pk, request.row_id):
        raise NotInto
    other = request_for(actor_id, *wish.into)
    if other.state not in OPEN | {APPROVED}:
        raise NotInto
    return list(wish.into)
