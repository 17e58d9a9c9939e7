"""Say how large a project is, what industry it belongs to, and what it leaves out of its method or takes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.method.models import ProjectMethod
from milepost.apps.method.packs.errors import NothingHolds, NotInPack
from milepost.apps.method.packs.events import METHOD_TAILORED
from milepost.apps.method.queries.holding import Held, pack_for
from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models.node import NodeKind
from milepost.apps.trail.actions.record import record
from milepost.engines.method.model import SIZES
from milepost.kernel.errors import Invalid, NotFound

_MOST_LETTERS = 1000


@transaction.atomic
def tailor(
    *, actor_id: int, project_id: int, size: str, size_reason: str, industry: str, tailoring: Sequence[Mapping[str, str]], at: datetime
) -> None:
    """Write size, industry and tailoring ({key, do: drop|add, reason, by: person|industry}) in place of what was said before.

    Raises NotFound, NotAllowed (it asks for STATE: whoever answers for the project's status), NothingHolds, NotInPack, and Invalid for
    an item without a reason.
    """
    node = node_for(actor_id, project_id, Capability.STATE)
    if node.kind != NodeKind.PROJECT:
        raise NotFound(what="project")
    held = pack_for(project_id)
    if held is None:
        raise NothingHolds(name=node.name)
    if size not in SIZES:
        raise Invalid(field="size", reason="it is S, M or L")
    items = [_item(held, one) for one in tailoring]
    if len({one["key"] for one in items}) != len(items):
        raise Invalid(field="tailoring", reason="each item stands once")
    told = {"size": size, "size_reason": size_reason.strip()[:_MOST_LETTERS], "industry": _industry(held, industry), "tailoring": items}
    ProjectMethod.objects.update_or_create(node_id=project_id, defaults={**told, "by": actor_id, "at": at})
    record(METHOD_TAILORED, actor_id=actor_id, at=at, node_id=project_id, data={"size": size, "items": len(items)})


def _item(held: Held, one: Mapping[str, str]) -> dict[str, Any]:
    key, do, reason = one.get("key", ""), one.get("do", ""), one.get("reason", "").strip()
    if key not in held.pack.askable:
        raise NotInPack(what="item", key=key)
    if do not in ("drop", "add"):
        raise Invalid(field="do", reason="it is drop or add")
    if not reason or len(reason) > _MOST_LETTERS:
        raise Invalid(field="reason", reason="say why, so that others can judge it")
    return {"key": key, "do": do, "reason": reason, "by": "industry" if one.get("by") == "industry" else "person"}


def _industry(held: Held, industry: str) -> str:
    known = {name for one in held.pack.artefacts for name in one.industry} | set(held.pack.industry)
    if industry and industry not in known:
        raise NotInPack(what="industry", key=industry)
    return industry
