"""Packs as they are read: the list of them, one with all that it says, a draft with its holes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, cast

from milepost.apps.method.models import Adoption, Pack, PackVersion, VersionState
from milepost.apps.method.packs import PackBroken, all_holes
from milepost.apps.method.packs.access import changeable_pack, changes, readable_pack, reads
from milepost.apps.method.packs.editing import plain_items
from milepost.apps.method.packs.errors import NoDraft
from milepost.apps.method.packs.kept import pack_of, packs_of
from milepost.apps.method.packs.problems import Problem, told_problem
from milepost.apps.method.packs.reading import shipped_texts
from milepost.apps.org.access import Scope, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.kinds import registry
from milepost.engines.method import Pack as Method
from milepost.engines.method import burden, phases_in_order
from milepost.engines.method.model import SIZES
from milepost.engines.method.rules import RULES
from milepost.kernel.errors import NotFound


def packs(actor_id: int) -> list[dict[str, Any]]:
    """The packs that somebody may read, with their last version, where they hold as far as they see it, and their burden by size."""
    scope, arranging = scope_of(actor_id), scope_of(actor_id, Capability.ARRANGE)
    found = [one for one in Pack.objects.select_related("node").order_by("origin", "key") if reads(scope, one)]
    versions = PackVersion.objects.filter(pack__in=found).defer("text", "texts").order_by("number")
    by_pack: dict[int, list[PackVersion]] = {}
    for version in versions:
        by_pack.setdefault(version.pack_id, []).append(version)
    shown = {one.pk: last for one in found if (last := _shown(by_pack.get(one.pk, []), changes(arranging, one))) is not None}
    methods = packs_of({last.pk: last.digest for last in shown.values()})
    held = _held_at(scope)
    return [
        _listed(one, by_pack[one.pk], shown[one.pk], methods[shown[one.pk].pk], held, changes(arranging, one))
        for one in found
        if one.pk in shown
    ]


def pack(actor_id: int, key: str, number: int | None = None) -> dict[str, Any]:
    """One version of a pack with all that it says; without a number the last released one, else the draft. Raises NotFound."""
    found = readable_pack(actor_id, key)
    may_change = changes(scope_of(actor_id, Capability.ARRANGE), found)
    versions = [one for one in found.versions.order_by("number") if one.state != VersionState.DRAFT or may_change]
    shown = next((one for one in versions if one.number == number), None) if number is not None else _shown(versions, may_change)
    if shown is None:
        raise NotFound(what="version")
    try:
        method = pack_of(shown)
    except PackBroken:
        raise NotFound(what="version") from None
    listed = _listed(found, versions, shown, method, _held_at(scope_of(actor_id)), may_change)
    return {**listed, "says": told_pack(method), "versions": _told_versions(versions)}


def draft(actor_id: int, key: str) -> dict[str, Any]:
    """The draft of an own pack: text, digest, what is wrong by line, items for forms. Raises NotFound, NotAllowed, NoDraft."""
    found = changeable_pack(actor_id, key)
    version = found.versions.filter(state=VersionState.DRAFT).first()
    if version is None:
        raise NoDraft(key=key)
    return {
        "number": version.number,
        "text": version.text,
        "digest": version.digest,
        "problems": checked(version.text, key, version.texts),
        "items": plain_items(version.text),
    }


def checked(text: str, key: str, texts: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """What is wrong with the text of a pack, by line."""
    library = {**shipped_texts(), **(texts or {})}
    try:
        problems: Iterable[Problem] = all_holes(text, f"{key}.yaml", texts=library, kinds=set(registry.all_kinds())).problems
    except PackBroken as broken:
        return cast("list[dict[str, Any]]", broken.data["problems"])
    return [told_problem(one) for one in problems]


def told_pack(method: Method) -> dict[str, Any]:
    """All that a pack says, its phases in order."""
    told = asdict(method)
    order = {key: place for place, key in enumerate(phases_in_order(method))}
    told["phases"] = sorted(told["phases"], key=lambda one: order.get(one["key"], len(order)))
    return told


def rules() -> list[dict[str, Any]]:
    """The rules that a policy may name, with what each takes."""
    return [
        {"key": one.key, "about": one.about, "takes": [{"name": name, **asdict(taken)} for name, taken in one.takes.items()]}
        for one in RULES.values()
    ]


def told_burden(method: Method) -> dict[str, Any]:
    """The burden by size, with what makes it up."""
    return {size: asdict(burden(method, size)) for size in SIZES}


def _shown(versions: Iterable[PackVersion], may_change: bool) -> PackVersion | None:
    """The last released version, else for whoever may change the pack its draft."""
    given = list(versions)
    released = [one for one in given if one.state == VersionState.RELEASED]
    if released:
        return released[-1]
    return given[-1] if given and may_change else None


def _listed(
    one: Pack, versions: list[PackVersion], shown: PackVersion, method: Method, held: dict[int, list[dict[str, Any]]], may_change: bool
) -> dict[str, Any]:
    return {
        "key": one.key,
        "title": dict(method.title),
        "about": dict(method.about),
        "origin": one.origin,
        "copied_from": one.copied_from,
        "node": {"id": one.node.pk, "name": one.node.name} if one.node else None,
        "life_cycle": method.life_cycle,
        "types": list(method.types),
        "industry": list(method.industry),
        "version": {"id": shown.pk, "number": shown.number, "state": shown.state},
        "has_draft": may_change and any(version.state == VersionState.DRAFT for version in versions),
        "may_change": may_change,
        "held_at": [place for version in versions for place in held.get(version.pk, ())],
        "budget": asdict(method.budget),
        "burden": told_burden(method),
    }


def _held_at(scope: Scope) -> dict[int, list[dict[str, Any]]]:
    """By version the places at which it was adopted, as far as somebody sees them or works below them."""
    rows = Adoption.objects.filter(ended_at=None).values_list("version_id", "version__number", "node_id", "node__name", "node__path", "at")
    found: dict[int, list[dict[str, Any]]] = {}
    for version_id, number, node_id, name, path, at in rows:
        if scope.allows(path) or any(one.startswith(path) for one in scope.paths):
            found.setdefault(version_id, []).append({"id": node_id, "name": name, "number": number, "at": at})
    return found


def _told_versions(versions: list[PackVersion]) -> list[dict[str, Any]]:
    names = names_of(one.by for one in versions if one.by)
    return [
        {
            "id": one.pk,
            "number": one.number,
            "state": one.state,
            "note": one.note,
            "at": one.at,
            "by": names.get(one.by) if one.by else None,
        }
        for one in reversed(versions)
    ]
