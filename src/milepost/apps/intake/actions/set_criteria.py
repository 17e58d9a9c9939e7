"""Set how requests are scored at a place, and compare its criteria in pairs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.intake.criteria import METHODS, criteria_at
from milepost.apps.intake.events import CRITERIA_SET
from milepost.apps.intake.models import Comparison, Criteria
from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.trail.actions.record import record
from milepost.engines.scoring import MOST, Compared, NotAvailable, compare
from milepost.kernel.errors import Invalid

_POINTS = 100


@transaction.atomic
def set_criteria(*, actor_id: int, node_id: int, method: str, items: Sequence[Mapping[str, Any]], at: datetime) -> None:
    """Set them as the next ones of the node; scores that were given stay. Raises NotFound, NotAllowed (ARRANGE), Invalid."""
    node = node_for(actor_id, node_id, Capability.ARRANGE, lock=True)
    if method not in METHODS:
        raise Invalid(field="method", reason="it is weighted, wsjf or rice")
    kept = [_checked(one) for one in items] if method == "weighted" else []
    keys = [one["key"] for one in kept]
    if method == "weighted" and not 1 <= len(kept) <= MOST:
        raise Invalid(field="items", reason=f"there are 1 to {MOST} criteria")
    if len(set(keys)) < len(keys):
        raise Invalid(field="items", reason="two criteria have the same key")
    _save(actor_id, node, method, kept, at)


@transaction.atomic
def compare_criteria(
    *, actor_id: int, node_id: int, judgements: Mapping[tuple[int, int], float], adopt: bool, at: datetime
) -> Compared | NotAvailable:
    """Compare the weighted criteria that hold at a node in pairs; with `adopt` the weights that follow become theirs.

    Judgements are {(i, j): how much more i counts than j}, by place in the list, i < j. What is incomplete or, with `adopt`, not
    consistent is only told, and not kept. Raises NotFound, NotAllowed (ARRANGE), Invalid.
    """
    node = node_for(actor_id, node_id, Capability.ARRANGE, lock=True)
    items = criteria_at(node).items
    if len(items) < 2 or len(items) > MOST:
        raise Invalid(field="items", reason=f"2 to {MOST} weighted criteria can be compared")
    for (first, second), value in judgements.items():
        if not 0 <= first < second < len(items) or not 1 / 9 - 1e-9 <= value <= 9 + 1e-9:
            raise Invalid(field="judgements", reason="a judgement lies between 1/9 and 9")
    found = compare(len(items), judgements)
    if adopt and isinstance(found, Compared) and found.consistent:
        told = [[first, second, value] for (first, second), value in sorted(judgements.items())]
        kept = {"keys": [one["key"] for one in items], "judgements": told, "weights": list(found.weights), "ratio": found.ratio}
        Comparison.objects.create(node=node, by=actor_id, at=at, **kept)
        weighed = [{**one, "weight": round(weight * _POINTS, 2)} for one, weight in zip(items, found.weights, strict=True)]
        _save(actor_id, node, "weighted", weighed, at)
    return found


def _save(actor_id: int, node: Node, method: str, items: Sequence[Mapping[str, Any]], at: datetime) -> None:
    number = Criteria.objects.filter(node=node).count() + 1
    Criteria.objects.create(node=node, number=number, method=method, items=list(items), by=actor_id, at=at)
    record(CRITERIA_SET, actor_id=actor_id, at=at, node_id=node.pk, data={"method": method})


def _checked(item: Mapping[str, Any]) -> dict[str, Any]:
    """One criterion as it is kept. Raises Invalid."""
    title = " ".join(str(item["title"]).split())[:100]
    numbers = [float(item[name]) for name in ("weight", "low", "high")]
    if not title:
        raise Invalid(field="title", reason="a criterion needs a name")
    if not all(map(math.isfinite, numbers)) or not 0 < numbers[0] <= 1e6:
        raise Invalid(field="weight", reason="it is above zero")
    if item["source"] not in ("typed", "fit"):
        raise Invalid(field="source", reason="it is typed or fit")
    if numbers[1] >= numbers[2]:
        raise Invalid(field="scale", reason="it goes from a lower to a higher number")
    key = "".join(letter for letter in str(item["key"]).lower() if letter.isalnum() or letter == "_")[:40] or "criterion"
    return {
        "key": key,
        "title": title,
        "weight": numbers[0],
        "low": numbers[1],
        "high": numbers[2],
        "less": bool(item["less"]),
        "source": item["source"],
    }
