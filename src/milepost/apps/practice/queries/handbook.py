"""The handbook of a place: the method that holds there, as it is or as another version of it says, and what the office answers to all."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from milepost.apps.method.models import PackVersion, VersionState
from milepost.apps.method.packs.kept import pack_of
from milepost.apps.method.queries.holding import pack_for
from milepost.apps.method.queries.packs import told_pack
from milepost.apps.office.queries.offices import office_for
from milepost.apps.org.access import node_for
from milepost.apps.practice.queries.questions import faq_of
from milepost.engines.method import Pack, difference
from milepost.kernel.errors import NotFound

_PARTS = ("phases", "gates", "artefacts", "policies", "procedures", "roles", "courses")


def handbook(*, actor_id: int, node_id: int, number: int | None = None) -> dict[str, Any]:
    """The handbook that holds at a node: all that its pack says, its versions, what changed since the one before, the questions that the
    office answers to all. `number` asks for another version of the same pack. Without a pack `says` is None.

    Raises NotFound for a node or a version that is not there. Answers to the questions of courses are left out.
    """
    node = node_for(actor_id, node_id)
    held, office = pack_for(node_id), office_for(node_id)
    faq = faq_of(actor_id, office.id) if office else []
    told: dict[str, Any] = {
        "node": {"id": node.pk, "name": node.name},
        "office": {"id": office.id, "name": office.name, "type": office.type} if office else None,
        "faq": [{"question_id": pk, "question": asked, "answer": said} for pk, asked, said in faq],
    }
    if held is None:
        return {**told, "number": None, "holds": None, "versions": [], "says": None, "changes": [], "titles": {}}
    versions = _versions(held.version_id)
    shown = next((one for one in versions if one.number == (number or held.number)), None)
    if shown is None:
        raise NotFound(what="version")
    pack = pack_of(shown)
    before = next((one for one in versions if one.number < shown.number), None)
    changes = difference(pack_of(before), pack) if before else []
    return {
        **told,
        "number": shown.number,
        "holds": held.number,
        "versions": [{"number": one.number, "at": one.at, "note": one.note} for one in versions],
        "says": _said(pack),
        "changes": [asdict(one) for one in changes],
        "titles": _titles(pack, pack_of(before) if before else pack),
    }


def _versions(version_id: int) -> list[PackVersion]:
    """The released versions of the same pack, and those that were withdrawn, the newest first."""
    same = PackVersion.objects.filter(pack__versions__id=version_id).exclude(state=VersionState.DRAFT)
    return list(same.order_by("-number"))


def _said(pack: Pack) -> dict[str, Any]:
    told = told_pack(pack)
    return {**told, "courses": [{**course, "ask": []} for course in told["courses"]]}


def _titles(*packs: Pack) -> dict[str, dict[str, str]]:
    """What the keys in the changes are called."""
    return {one.key: dict(getattr(one, "title", None) or one.say) for pack in packs for part in _PARTS for one in getattr(pack, part)}
