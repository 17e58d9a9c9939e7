"""Copy a pack to an office, change its draft, release it as a version, withdraw one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.method.models import Adoption, Origin, Pack, PackVersion, ProjectMethod, VersionState
from milepost.apps.method.packs import all_holes
from milepost.apps.method.packs.access import own_pack, readable_pack
from milepost.apps.method.packs.editing import renamed, with_item
from milepost.apps.method.packs.errors import DraftMoved, NoDraft, NotReleased, PackTaken, VersionHeld
from milepost.apps.method.packs.events import PACK_COPIED, PACK_DISCARDED, PACK_RELEASED, PACK_SAVED, PACK_WITHDRAWN
from milepost.apps.method.packs.problems import KEY, refuse
from milepost.apps.method.packs.reading import digest_of, shipped_texts
from milepost.apps.office.authority import deciding, demand
from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.kinds import registry
from milepost.apps.trail.actions.record import record
from milepost.formats.marked_yaml import MOST_LETTERS
from milepost.kernel.errors import Invalid, NotFound

ADOPT = "pack.adopt"
"""The decision by which a method is released and taken up."""


@transaction.atomic
def copy_pack(*, actor_id: int, key: str, node_id: int, as_key: str, title: str, at: datetime) -> Pack:
    """Make a pack of one's own at a node from the last version of another, with a draft to change.

    Raises NotFound, NotAllowed (it asks for ARRANGE at the node), PackTaken, and Invalid for a key or title that is none.
    """
    source = readable_pack(actor_id, key)
    node_for(actor_id, node_id, Capability.ARRANGE)
    if not KEY.fullmatch(as_key):
        raise Invalid(field="key", reason="small letters, digits and _, beginning with a letter, 40 at most")
    name = " ".join(title.split())
    if not name or len(name) > 100:
        raise Invalid(field="title", reason="it needs 1 to 100 characters")
    if Pack.objects.filter(key=as_key).exists():
        raise PackTaken(key=as_key)
    version = _last(source)
    told = {"title": {"en": name}, "origin": Origin.OWN, "node_id": node_id, "copied_from": key, "created_at": at}
    pack = Pack.objects.create(key=as_key, **told)
    text = renamed(version.text, as_key, name)
    _draft(pack, text, version.texts, actor_id, at, number=1)
    record(PACK_COPIED, actor_id=actor_id, at=at, node_id=node_id, data={"name": name, "source": key, "pack": as_key})
    return pack


@transaction.atomic
def save_draft(*, actor_id: int, key: str, text: str | None, was: str | None, at: datetime) -> PackVersion:
    """Save the draft, also with holes in it; without text one is begun from the last version. `was` is the digest of the draft that the
    writer opened, None for a new one.

    Raises NotFound, NotAllowed, PackShipped, DraftMoved, Invalid for a text that is too long.
    """
    pack = own_pack(actor_id, key)
    draft = _draft_of(pack)
    if draft is not None and draft.digest != was:
        raise DraftMoved
    last = draft or _last(pack)
    said = last.text if text is None else text
    if len(said) > MOST_LETTERS:
        raise Invalid(field="text", reason=f"it may hold {MOST_LETTERS // 1024} KB")
    if draft is None:
        draft = _draft(pack, said, last.texts, actor_id, at, number=last.number + 1)
    else:
        draft.text, draft.digest, draft.by, draft.at = said, digest_of(said, draft.texts), actor_id, at
        draft.save(update_fields=["text", "digest", "by", "at"])
    record(PACK_SAVED, actor_id=actor_id, at=at, node_id=pack.node_id, data={"name": pack.title["en"], "pack": key})
    return draft


@transaction.atomic
def change_part(
    *, actor_id: int, key: str, part: str, item: str, values: Mapping[str, Any] | None, was: str | None, at: datetime
) -> PackVersion:
    """Change, add or (without values) take out one item of a part in the draft, which is begun where there is none; all else in its text
    stays as it is written.

    Raises what `save_draft` raises, PackBroken for a draft that is no YAML, and PartNotPlain.
    """
    pack = own_pack(actor_id, key)
    draft = _draft_of(pack)
    text = with_item((draft or _last(pack)).text, part, item, values)
    return save_draft(actor_id=actor_id, key=key, text=text, was=was, at=at)


@transaction.atomic
def discard_draft(*, actor_id: int, key: str, at: datetime) -> None:
    """Throw the draft away; a pack that was never released goes with it. Raises NotFound, NotAllowed, PackShipped, NoDraft."""
    pack = own_pack(actor_id, key)
    draft = _draft_of(pack)
    if draft is None:
        raise NoDraft(key=key)
    record(PACK_DISCARDED, actor_id=actor_id, at=at, node_id=pack.node_id, data={"name": pack.title["en"], "pack": key})
    draft.delete()
    if not pack.versions.exists():
        pack.delete()


@deciding
def release(*, actor_id: int, key: str, note: str, at: datetime) -> PackVersion:
    """Make the draft the next released version, with a note on what is new. It holds nowhere until it is taken up.

    Raises NotFound, NotAllowed, PackShipped, NoAuthority, NoDraft, Invalid without a note, and PackBroken with every hole and its line.
    """
    pack = own_pack(actor_id, key)
    draft = _draft_of(pack)
    if draft is None:
        raise NoDraft(key=key)
    if not note.strip():
        raise Invalid(field="note", reason="say what is new, so that others know whether to take it up")
    demand(actor_id, pack.node_id or 0, ADOPT, None, at)
    library = {**shipped_texts(), **draft.texts}
    found = all_holes(draft.text, f"{key}.yaml", texts=library, kinds=set(registry.all_kinds()))
    refuse(f"{key}.yaml", found.problems)
    if found.pack.key != key:
        raise Invalid(field="pack", reason=f"the key of this pack is {key} and stays so")
    draft.texts = {name: dict(told) for name, told in found.texts.items()}
    draft.digest, draft.state, draft.note = digest_of(draft.text, draft.texts), VersionState.RELEASED, note.strip()
    draft.by, draft.at = actor_id, at
    draft.save()
    Pack.objects.filter(id=pack.pk).update(title=dict(found.pack.title))
    data = {"name": found.pack.title["en"], "pack": key, "number": draft.number}
    record(PACK_RELEASED, actor_id=actor_id, at=at, node_id=pack.node_id, data=data)
    return draft


@transaction.atomic
def withdraw(*, actor_id: int, key: str, number: int, at: datetime) -> None:
    """Take a released version out of what can be taken up. Raises NotFound, NotAllowed, PackShipped, NotReleased, VersionHeld."""
    pack = own_pack(actor_id, key)
    version = pack.versions.filter(number=number).first()
    if version is None:
        raise NotFound(what="version")
    if version.state != VersionState.RELEASED:
        raise NotReleased(key=key, number=number)
    holds = Adoption.objects.filter(version=version, ended_at=None).exists()
    if holds or ProjectMethod.objects.filter(held_version=version).exists():
        raise VersionHeld(key=key, number=number)
    version.state = VersionState.WITHDRAWN
    version.save(update_fields=["state"])
    data = {"name": pack.title["en"], "pack": key, "number": number}
    record(PACK_WITHDRAWN, actor_id=actor_id, at=at, node_id=pack.node_id, data=data)


def _draft_of(pack: Pack) -> PackVersion | None:
    return pack.versions.filter(state=VersionState.DRAFT).first()


def _last(pack: Pack) -> PackVersion:
    """The last version that is not withdrawn, else the last."""
    found = pack.versions.exclude(state=VersionState.WITHDRAWN).order_by("-number").first() or pack.versions.order_by("-number").first()
    if found is None:
        raise NotFound(what="version")
    return found


def _draft(pack: Pack, text: str, texts: Mapping[str, Any], actor_id: int, at: datetime, *, number: int) -> PackVersion:
    told = {"text": text, "texts": dict(texts), "digest": digest_of(text, texts), "state": VersionState.DRAFT, "by": actor_id, "at": at}
    return PackVersion.objects.create(pack=pack, number=number, **told)
