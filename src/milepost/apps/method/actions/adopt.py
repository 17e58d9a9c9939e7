"""Let a version of a pack hold at a node and below, for all projects or all but some; and end that."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from milepost.apps.method.actions.write_pack import ADOPT
from milepost.apps.method.models import Adoption, PackVersion, ProjectMethod, VersionState
from milepost.apps.method.packs.access import reads
from milepost.apps.method.packs.errors import NothingHolds, NotReleased, PackElsewhere
from milepost.apps.method.packs.events import ADOPTION_ENDED, PACK_ADOPTED
from milepost.apps.method.queries.holding import packs_for
from milepost.apps.method.queries.live import live_projects
from milepost.apps.office.authority import deciding, demand
from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.models import Node
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound


@deciding
def adopt(*, actor_id: int, node_id: int, version_id: int, at: datetime, keep: Collection[int] = (), note: str = "") -> Adoption:
    """Let a released version hold at a node from now on, in place of what was adopted there. The projects in `keep` stay at the version
    that they have; those that were kept before and are not named follow. Back is the same with the older version.

    Raises NotFound, NoAuthority, NotReleased, PackElsewhere.
    """
    node = node_for(actor_id, node_id)
    demand(actor_id, node_id, ADOPT, None, at)
    version = _version(actor_id, version_id, node)
    before = packs_for(_below(node_id, keep))
    Adoption.objects.filter(node_id=node_id, ended_at=None).update(ended_at=at)
    made = Adoption.objects.create(node_id=node_id, version=version, note=note.strip(), by=actor_id, at=at)
    _keep_back(node_id, {project: held.version_id for project, held in before.items()}, version.pk, actor_id, at)
    data = {"name": version.pack.title["en"], "pack": version.pack.key, "number": version.number, "kept": len(before)}
    record(PACK_ADOPTED, actor_id=actor_id, at=at, node_id=node_id, data=data)
    return made


@deciding
def end_adoption(*, actor_id: int, node_id: int, at: datetime) -> None:
    """Let what was adopted at a node hold there no longer; what holds above does again. Raises NotFound, NoAuthority, NothingHolds."""
    node = node_for(actor_id, node_id)
    demand(actor_id, node_id, ADOPT, None, at)
    adopted = Adoption.objects.select_for_update().select_related("version__pack").filter(node_id=node_id, ended_at=None).first()
    if adopted is None:
        raise NothingHolds(name=node.name)
    adopted.ended_at = at
    adopted.save(update_fields=["ended_at"])
    record(ADOPTION_ENDED, actor_id=actor_id, at=at, node_id=node_id, data={"name": adopted.version.pack.title["en"]})


def _version(actor_id: int, version_id: int, node: Node) -> PackVersion:
    version = PackVersion.objects.select_related("pack__node").filter(id=version_id).first()
    if version is None or not reads(scope_of(actor_id), version.pack):
        raise NotFound(what="version")
    if version.state != VersionState.RELEASED:
        raise NotReleased(key=version.pack.key, number=version.number)
    owner = version.pack.node
    if owner is not None and not node.path.startswith(owner.path):
        raise PackElsewhere(key=version.pack.key)
    return version


def _below(node_id: int, keep: Collection[int]) -> list[int]:
    """Those of `keep` that follow what holds at the node."""
    wanted = set(keep)
    return [one.id for one in live_projects(node_id) if one.id in wanted]


def _keep_back(node_id: int, kept: dict[int, int], version_id: int, actor_id: int, at: datetime) -> None:
    """Note for each project that stays behind its version; whoever stood behind at this node and is not named follows."""
    following = [one.id for one in live_projects(node_id)]
    ProjectMethod.objects.filter(node_id__in=following).exclude(held_version=None).update(held_version=None)
    held = packs_for(kept)
    for project, before in kept.items():
        if before == version_id:
            continue
        one = held[project]
        tailoring = [{"key": item.key, "do": item.do, "reason": item.reason, "by": item.by} for item in one.tailoring]
        told = {"size": one.size, "industry": one.industry, "tailoring": tailoring, "by": actor_id, "at": at}
        made, _ = ProjectMethod.objects.get_or_create(node_id=project, defaults=told)
        ProjectMethod.objects.filter(node_id=made.pk).update(held_version=before)
