"""What holds at a node, what another version would change there, and the words that are said there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from milepost.apps.method.models import Adoption, PackVersion, VersionState
from milepost.apps.method.packs.access import reads
from milepost.apps.method.packs.kept import pack_of
from milepost.apps.method.queries.holding import Held, living_adoptions, pack_for, packs_for
from milepost.apps.method.queries.live import live_projects
from milepost.apps.office.queries.authority import who_may_decide
from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.models import Node
from milepost.apps.org.queries.names import names_of
from milepost.apps.org.queries.tree import place
from milepost.engines.method import Pack, burden, difference, for_project
from milepost.kernel.errors import NotFound

ADOPT = "pack.adopt"


def method_at(actor_id: int, node_id: int) -> dict[str, Any]:
    """What holds at a node: the pack, where it was adopted, since when, what came before, whether a newer version waits, and whether
    the reader may change it. Raises NotFound."""
    node = node_for(actor_id, node_id)
    held = pack_for(node_id)
    rows = Adoption.objects.filter(node=node).select_related("version__pack").defer("version__text", "version__texts").order_by("-at")
    history = list(rows)
    names = names_of(one.by for one in history if one.by)
    return {
        "node": {"id": node.pk, "name": node.name},
        "holds": _told(held) if held else None,
        "adopted_here": bool(held and held.node_id == node_id),
        "may_adopt": actor_id in who_may_decide(node_id, ADOPT, None),
        "history": [_adoption(one, names) for one in history],
    }


def differences(actor_id: int, node_id: int, version_id: int) -> dict[str, Any]:
    """What a version would change for each live project that follows this node, against what holds for it now. Raises NotFound.

    Projects are those that the reader sees, and the others are counted. The queries do not grow with them.
    """
    node_for(actor_id, node_id)
    version = PackVersion.objects.select_related("pack__node").filter(id=version_id).exclude(state=VersionState.DRAFT).first()
    scope = scope_of(actor_id)
    if version is None or not reads(scope, version.pack):
        raise NotFound(what="version")
    new = pack_of(version)
    live = live_projects(node_id)
    held = packs_for([one.id for one in live])
    seen = [one for one in live if scope.allows(one.path)]
    projects = []
    for one in seen:
        now = held.get(one.id)
        size, tailoring = (now.size, now.tailoring) if now else ("L", ())
        if now is None:
            found = {"asked": [], "no_longer": [], "asked_now": [], "minutes_before": 0, "once_before": 0}
            becomes = burden(new, size)
            found |= {"minutes_after": becomes.minutes, "once_after": becomes.once}
        else:
            found = asdict(for_project(now.pack, new, size, one.stage, tailoring))
        projects.append({"id": one.id, "name": one.name, "size": size, "stage": one.stage, "number": now.number if now else None, **found})
    before = pack_for(node_id)
    changes = [asdict(one) for one in difference(before.pack, new)] if before else []
    return {
        "changes": changes,
        "projects": projects,
        "hidden": len(live) - len(seen),
        "titles": _titles([*(one.pack for one in held.values()), new]),
    }


def words_at(actor_id: int, node_id: int | None) -> dict[str, dict[str, str]]:
    """How the office says our words, by language: those of the pack that holds at the node. Without a node those that all packs that
    hold anywhere agree on. A node that is not theirs to see has none."""
    if node_id is not None:
        place(actor_id, node_id)
        held = pack_for(node_id)
        return {word: dict(said) for word, said in held.pack.vocabulary.items()} if held else {}
    adopted = {one.node_id for one in living_adoptions().values()}
    spoken = [one.pack.vocabulary for one in packs_for(adopted).values()]
    if not spoken:
        return {}
    return {word: dict(said) for word, said in spoken[0].items() if all(other.get(word) == said for other in spoken)}


def newer(held: Held) -> dict[str, Any] | None:
    """The last released version of the pack that holds, where it is a later one."""
    pack_id = PackVersion.objects.values_list("pack_id", flat=True).get(id=held.version_id)
    later = PackVersion.objects.filter(pack_id=pack_id, state=VersionState.RELEASED, number__gt=held.number)
    last = later.order_by("-number").values("id", "number", "note", "at").first()
    return dict(last) if last else None


def _told(held: Held) -> dict[str, Any]:
    everything = Node.objects.unscoped(reason="the name of a place above one that the reader sees")
    name = everything.filter(id=held.node_id).values_list("name", flat=True).first()
    return {
        "key": held.pack.key,
        "title": dict(held.pack.title),
        "version_id": held.version_id,
        "number": held.number,
        "node": {"id": held.node_id, "name": name or ""},
        "newer": newer(held),
    }


def _adoption(one: Adoption, names: dict[int, str]) -> dict[str, Any]:
    return {
        "version_id": one.version_id,
        "key": one.version.pack.key,
        "title": dict(one.version.pack.title),
        "number": one.version.number,
        "note": one.note,
        "at": one.at,
        "ended_at": one.ended_at,
        "by": names.get(one.by) if one.by else None,
    }


def _titles(packs: Iterable[Pack]) -> dict[str, dict[str, str]]:
    """What the keys in a difference are called; the later pack wins."""
    parts = ("artefacts", "policies", "gates", "phases", "procedures", "roles", "courses")
    apart = {id(pack): pack for pack in packs}.values()
    return {one.key: dict(getattr(one, "title", None) or one.say) for pack in apart for part in parts for one in getattr(pack, part)}
