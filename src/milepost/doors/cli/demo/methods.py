"""The methods of the demo: packs that hold at places, one that a unit made its own, documents, and what projects leave out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cache, partial
from importlib.resources import files
from typing import Any

import yaml

from milepost.apps.method.actions.adopt import adopt
from milepost.apps.method.actions.ship_packs import ship_packs
from milepost.apps.method.actions.tailor import tailor
from milepost.apps.method.actions.write_document import write_document
from milepost.apps.method.actions.write_pack import change_part, copy_pack, release, save_draft
from milepost.apps.method.queries.packs import draft, pack
from milepost.doors.cli.demo.filled import unplanned
from milepost.doors.cli.demo.making import Making
from milepost.doors.cli.demo.portfolio import Project

Step = tuple[datetime, Callable[..., None]]
Told = Mapping[str, Any]
SHIPPED = date(2025, 12, 2)


def steps(making: Making, planned: Sequence[Project]) -> Iterator[Step]:
    """Every step of the methods, each with its moment; of projects only those that are made."""
    made = {*(project.name for project in planned), *(project.name for project in unplanned())}
    told = _read()
    yield _at(SHIPPED, 8), _ship
    for one in told["adoptions"]:
        yield _at(one["at"], 8), partial(_adopt, making, one)
    yield from _own_steps(making, told["own"], made)
    for one in told["documents"]:
        if one["project"] in made:
            yield _at(one["at"], 14), partial(_write, making, one)
    for one in told["tailoring"]:
        if one["project"] in made:
            yield _at(one["at"], 13), partial(_tailor, making, one)


@cache
def _read() -> Told:
    text = (files("milepost.doors.cli.demo") / "methods.yaml").read_text(encoding="utf-8")
    found: Told = yaml.safe_load(text)
    return found


def _ship(at: datetime) -> None:
    ship_packs(at=at)


def _adopt(making: Making, told: Told, at: datetime) -> None:
    version = pack(making.owner, told["pack"])["version"]["id"]
    adopt(actor_id=making.owner, node_id=making.nodes[told["place"]], version_id=version, note=told["note"], at=at)


def _own_steps(making: Making, told: Told, made: Collection[str]) -> Iterator[Step]:
    yield _at(told["begun"], 9), partial(_copy, making, told)
    for number, version in enumerate(told["versions"]):
        kept = [name for name in version["keep"] if name in made]
        yield _at(version["at"], 9), partial(_release, making, told, version, kept, number > 0)


def _copy(making: Making, told: Told, at: datetime) -> None:
    node = making.nodes[told["place"]]
    copy_pack(actor_id=making.owner, key=told["source"], node_id=node, as_key=told["key"], title=told["title"], at=at)


def _release(making: Making, told: Told, version: Told, kept: Sequence[str], begin: bool, at: datetime) -> None:
    owner, key = making.owner, told["key"]
    if begin:
        save_draft(actor_id=owner, key=key, text=None, was=None, at=at)
    for part, item, values in version["changes"]:
        change_part(actor_id=owner, key=key, part=part, item=item, values=values, was=draft(owner, key)["digest"], at=at)
    released = release(actor_id=owner, key=key, note=version["note"], at=at)
    keep = [making.nodes[name] for name in kept]
    node = making.nodes[told["place"]]
    adopt(actor_id=owner, node_id=node, version_id=released.pk, keep=keep, note=version["note"], at=at)


def _write(making: Making, told: Told, at: datetime) -> None:
    manager, _ = making.leads_of(told["project"])
    given = {"artefact": told["artefact"], "text": told["text"], "state": told["state"]}
    write_document(actor_id=manager, project_id=making.nodes[told["project"]], was=0, at=at, **given)


def _tailor(making: Making, told: Told, at: datetime) -> None:
    manager, _ = making.leads_of(told["project"])
    items = [{"key": key, "do": do, "reason": reason} for key, do, reason in told["items"]]
    node = making.nodes[told["project"]]
    tailor(actor_id=manager, project_id=node, size=told["size"], size_reason=told["reason"], industry="", tailoring=items, at=at)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)
