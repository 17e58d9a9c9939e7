"""The method of one project: its size and tailoring, and what is asked of it with the state of each thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from milepost.apps.method.models import Document, ProjectMethod
from milepost.apps.method.packs.errors import NotInPack
from milepost.apps.method.queries.holding import Held, budgets_of, pack_for
from milepost.apps.method.queries.live import stages_of
from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.models.node import NodeKind
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.org.queries.names import names_of
from milepost.apps.planning.kinds import PLAN
from milepost.apps.sheets.models import Sheet
from milepost.engines.method import Artefact, asked_of, burden, propose, whole
from milepost.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class _There:
    """What a project has: the oldest sheet of each kind, and the last version of each document."""

    sheets: dict[str, int]
    documents: dict[str, tuple[int, str, datetime]]


def project_method(actor_id: int, project_id: int) -> dict[str, Any]:
    """Pack, phase, size, tailoring, burden, and everything that the pack holds with whether it is asked now, later, or not, and its
    state. `holds` is None where no method does. Raises NotFound, also for a node that is no project."""
    node = node_for(actor_id, project_id)
    if node.kind != NodeKind.PROJECT:
        raise NotFound(what="project")
    bits = scope_of(actor_id).bits_at(node.path)
    rights = {
        "may_tailor": bool(bits & Capability.STATE),
        "may_write": bool(bits & Capability.EDIT),
        "may_make": bool(bits & Capability.CREATE),
    }
    held = pack_for(project_id)
    if held is None:
        return {"name": node.name, "holds": None, **rights}
    return {"name": node.name, "holds": _holds(held, node), **rights}


def documents_of(actor_id: int, project_id: int, artefact: str) -> dict[str, Any]:
    """A document of a project: its versions, the last first with its text, and the template. Raises NotFound, NotInPack."""
    node = node_for(actor_id, project_id)
    found = list(Document.objects.filter(node=node, artefact=artefact).order_by("-number"))
    held = pack_for(project_id)
    asks = next((one for one in held.pack.artefacts if one.key == artefact and one.form == "document"), None) if held else None
    if asks is None and not found:
        raise NotInPack(what="document", key=artefact)
    names = names_of(one.by for one in found if one.by)
    told = [
        {"number": one.number, "text": one.text, "state": one.state, "at": one.at, "by": names.get(one.by) if one.by else None}
        for one in found
    ]
    return {
        "artefact": artefact,
        "title": dict(asks.title) if asks else {"en": artefact},
        "why": dict(asks.why) if asks else {"en": ""},
        "template": dict(asks.template) if asks else {"en": ""},
        "procedures": [asdict(one) for one in held.pack.procedures if artefact in one.at] if held else [],
        "may_write": bool(scope_of(actor_id).bits_at(node.path) & Capability.EDIT),
        "versions": told,
    }


def _holds(held: Held, node: Node) -> dict[str, Any]:
    pack, stage = held.pack, stages_of(node.path).get(node.pk)
    there = _there(node.pk)
    now = asked_of(pack, held.size, stage, held.tailoring).keys
    ever = whole(pack, held.size, held.tailoring).keys
    budget = budgets_of([node.pk]).get(node.pk)
    said = ProjectMethod.objects.filter(node=node).values_list("size_reason", flat=True).first()
    everything = Node.objects.unscoped(reason="the name of a place above one that the reader sees")
    return {
        "key": pack.key,
        "title": dict(pack.title),
        "number": held.number,
        "kept": held.kept,
        "node": {"id": held.node_id, "name": everything.values_list("name", flat=True).get(id=held.node_id)},
        "stage": stage,
        "phases": [{"key": one.key, "title": dict(one.title), "stage": one.stage} for one in pack.phases],
        "size": held.size,
        "size_said": held.size_said,
        "size_reason": said or "",
        "sizes": [asdict(one) for one in pack.sizes],
        "industry": held.industry,
        "industries": sorted({name for one in pack.artefacts for name in one.industry} | set(pack.industry)),
        "tailoring": [asdict(one) for one in held.tailoring],
        "proposal": asdict(propose(pack, budget, held.industry)),
        "budget": budget,
        "currency": organisation_or_default().currency,
        "burden": asdict(burden(pack, held.size, held.tailoring)),
        "limit": asdict(pack.budget),
        "artefacts": [_artefact(one, there, now, ever) for one in pack.artefacts],
        "policies": [
            _item(one, now, ever) | {"say": dict(one.say), "why": dict(one.why), "severity": one.severity} for one in pack.policies
        ],
        "gates": [_item(one, now, ever) | {"title": dict(one.title), "gatekeeper": one.gatekeeper} for one in pack.gates],
    }


def _item(one: Any, now: frozenset[str], ever: frozenset[str]) -> dict[str, Any]:
    return {"key": one.key, "asked": "now" if one.key in now else "later" if one.key in ever else "no"}


def _artefact(one: Artefact, there: _There, now: frozenset[str], ever: frozenset[str]) -> dict[str, Any]:
    sheet = there.sheets.get(PLAN if one.form == "plan" else one.kind) if one.form in ("plan", "register") else None
    number, state, at = there.documents.get(one.key, (0, "", None))
    if one.form in ("plan", "register"):
        state = "there" if sheet else ""
    told = {"title": dict(one.title), "why": dict(one.why), "form": one.form, "kind": one.kind, "phase": one.phase, "owner": one.owner}
    return {**_item(one, now, ever), **told, "every": one.every, "sizes": list(one.sizes), "industry": list(one.industry),
            "state": state or "absent", "sheet_id": sheet, "number": number, "at": at, "make": one.make, "week": one.week}  # fmt: skip


def _there(node_id: int) -> _There:
    sheets = Sheet.objects.filter(node_id=node_id).order_by("-created_at", "-id").values_list("kind", "id")
    rows: Iterable[tuple[str, int, str, datetime]] = (
        Document.objects.filter(node_id=node_id).order_by("number").values_list("artefact", "number", "state", "at")
    )
    return _There(dict(sheets), {artefact: (number, state, at) for artefact, number, state, at in rows})
