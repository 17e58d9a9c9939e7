"""Take the packs that come as files into the database: those of Milepost, and the operator's own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.db import transaction

from milepost.apps.method.models import Origin, Pack, PackVersion, VersionState
from milepost.apps.method.packs import PackBroken, ReadPack
from milepost.apps.method.packs.shipped import own_files, read_file, shipped

NOTE = "Came with Milepost."


@transaction.atomic
def ship_packs(*, at: datetime, data_dir: Path | None = None) -> list[PackBroken]:
    """Make each file whose pack says something new the next released version of it; what holds anywhere stays as it is.

    Returns what is wrong with the operator's own files, which are left out; called when a server starts, and harmless when nothing is new.
    """
    for text, read in shipped().values():
        _ship(text, read, at)
    broken = []
    for path in own_files(data_dir) if data_dir else ():
        try:
            _ship(*read_file(path), at)
        except PackBroken as error:
            broken.append(error)
    return broken


def _ship(text: str, read: ReadPack, at: datetime) -> None:
    told = {"title": dict(read.pack.title), "origin": Origin.SHIPPED, "created_at": at}
    pack, _ = Pack.objects.get_or_create(key=read.pack.key, defaults=told)
    last = pack.versions.order_by("-number").first()
    if pack.origin != Origin.SHIPPED or (last is not None and last.digest == read.digest):
        return
    number = last.number + 1 if last else 1
    version = PackVersion(pack=pack, number=number, digest=read.digest, text=text, note=NOTE, at=at)
    version.texts = {name: dict(told) for name, told in read.texts.items()}
    version.state = VersionState.RELEASED
    version.save(force_insert=True)
    Pack.objects.filter(id=pack.pk).update(title=dict(read.pack.title))
