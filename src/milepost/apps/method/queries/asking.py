"""What asks for something, in the words of the pack: a policy or an artefact, why, and the procedure beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from milepost.apps.method.queries.holding import packs_for
from milepost.engines.method import Pack


@dataclass(frozen=True, slots=True)
class Asking:
    """A policy or an artefact of a pack; texts by language. `procedure` is the key of the first procedure beside it, with its title."""

    key: str
    form: str
    title: Mapping[str, str]
    why: Mapping[str, str]
    pack: str
    pack_title: Mapping[str, str]
    procedure: str | None
    procedure_title: Mapping[str, str]


def askings_of(wanted: Iterable[tuple[int, str]]) -> dict[tuple[int, str], Asking]:
    """For projects and keys what asks there now; left out where nothing does any more. The queries do not grow with them."""
    pairs = set(wanted)
    held = packs_for({node_id for node_id, _ in pairs})
    told: dict[tuple[int, str], Asking | None] = {}
    found = {}
    for node_id, key in pairs:
        one = held.get(node_id)
        if one is None:
            continue
        place = (id(one.pack), key)
        if place not in told:
            told[place] = asking_of(one.pack, key)
        asking = told[place]
        if asking is not None:
            found[node_id, key] = asking
    return found


def asking_of(pack: Pack, key: str) -> Asking | None:
    """What a key of a pack names; None where it names neither a policy nor an artefact."""
    policy = next((one for one in pack.policies if one.key == key), None)
    artefact = next((one for one in pack.artefacts if one.key == key), None)
    if policy is None and artefact is None:
        return None
    wanted = policy.procedure if policy else ""
    beside = next((one for one in pack.procedures if one.key == wanted or key in one.at), None)
    return Asking(
        key=key,
        form="policy" if policy else artefact.form if artefact else "",
        title=policy.say if policy else artefact.title if artefact else {},
        why=policy.why if policy else artefact.why if artefact else {},
        pack=pack.key,
        pack_title=pack.title,
        procedure=beside.key if beside else None,
        procedure_title=beside.title if beside else {},
    )
