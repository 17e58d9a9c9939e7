"""Ask for authority before something is decided, and keep a record of each try without it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from django.db import transaction

from milepost.apps.office.errors import NoAuthority
from milepost.apps.office.events import AUTHORITY_REFUSED
from milepost.apps.office.queries.authority import who_may_decide
from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries.names import names_of
from milepost.apps.trail.actions.record import record
from milepost.kernel.money import Money

Given = ParamSpec("Given")
Back = TypeVar("Back")


def demand(actor_id: int, node_id: int, decision: str, amount: Money | None, at: datetime) -> None:
    """Let the actor take a decision at a node, or raise NoAuthority with the names of who may.

    `amount` is None for a decision without money. Raises NotFound for a node that the actor may not see. Names are told to who may see
    who works there. Call it in an action that is `deciding`, so that a refusal is recorded.
    """
    node = node_for(actor_id, node_id)
    who = who_may_decide(node_id, decision, amount)
    if actor_id in who:
        return
    told = scope_of(actor_id).bits_at(node.path) & Capability.DIRECTORY
    names = sorted(names_of(who).values()) if told else ()
    refused = NoAuthority(decision=decision, amount=f"{amount.amount} {amount.currency}" if amount else None, who=names, node_id=node_id)
    refused.tried = (actor_id, at)
    raise refused


def deciding(action: Callable[Given, Back]) -> Callable[Given, Back]:
    """Run an action in a transaction; where it is refused for want of authority, that is recorded after all else was taken back.

    Put it where `transaction.atomic` would stand, also around an action that calls another one which is `deciding`.
    """
    atomic = transaction.atomic(action)

    @wraps(action)
    def decided(*args: Given.args, **kwargs: Given.kwargs) -> Back:
        try:
            return atomic(*args, **kwargs)
        except NoAuthority as refused:
            _record(refused)
            raise

    return decided


@transaction.atomic
def _record(refused: NoAuthority) -> None:
    if refused.tried is None:
        return
    actor_id, at = refused.tried
    data = {"decision": refused.data["decision"], "amount": refused.data["amount"]}
    record(AUTHORITY_REFUSED, actor_id=actor_id, at=at, node_id=cast("int", refused.data["node"]), data=data)
