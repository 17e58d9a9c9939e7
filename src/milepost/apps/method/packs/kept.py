"""Versions as packs: read once, kept by digest, because a released version never says something else."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from milepost.apps.method.models import PackVersion
from milepost.apps.method.packs.reading import all_holes
from milepost.engines.method import Pack

_MOST = 256
_read: OrderedDict[str, Pack] = OrderedDict()


def pack_of(version: PackVersion) -> Pack:
    """The pack that a version says. Raises PackBroken for a draft that is no YAML."""
    kept = _read.get(version.digest)
    if kept is None:
        kept = all_holes(version.text, f"{version.digest[:8]}.yaml", texts=version.texts).pack
        keep(version.digest, kept)
    return kept


def packs_of(digests: dict[int, str]) -> dict[int, Pack]:
    """The packs of versions given as id and digest; one query at most, for those that were not read before."""
    unknown = [version_id for version_id, digest in digests.items() if digest not in _read]
    found: Iterable[PackVersion] = PackVersion.objects.filter(id__in=unknown) if unknown else ()
    fresh = {version.pk: pack_of(version) for version in found}
    return {
        version_id: fresh.get(version_id) or _read[digest]
        for version_id, digest in digests.items()
        if version_id in fresh or digest in _read
    }


def keep(digest: str, pack: Pack) -> None:
    """Remember what a digest says; the one not used for longest goes first."""
    _read[digest] = pack
    _read.move_to_end(digest)
    while len(_read) > _MOST:
        _read.popitem(last=False)
