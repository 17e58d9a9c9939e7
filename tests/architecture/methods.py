"""The packs of the small world in which rights are tried: what each operation on them needs."""

from __future__ import annotations

from milepost.apps.method.actions.adopt import adopt
from milepost.apps.method.actions.ship_packs import ship_packs
from milepost.apps.method.actions.write_pack import copy_pack, release, save_draft
from milepost.apps.method.models import PackVersion
from tests.cast import NOW, Cast


def with_methods(cast: Cast) -> dict[str, int]:
    """The shipped packs, one of the project's own with a version and a draft, and a shipped one that holds at the project."""
    ship_packs(at=NOW)
    alice, project = cast.alice.pk, cast.project.pk
    copy_pack(actor_id=alice, key="controlling", node_id=project, as_key="own_pack", title="Secret pack", at=NOW)
    version = release(actor_id=alice, key="own_pack", note="Secret note", at=NOW)
    save_draft(actor_id=alice, key="own_pack", text=None, was=None, at=NOW)
    adopt(actor_id=alice, node_id=project, version_id=PackVersion.objects.get(pack__key="controlling").pk, at=NOW)
    return {"$pack_version": version.pk}
