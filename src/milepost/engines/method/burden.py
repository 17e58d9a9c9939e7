"""How much a pack asks of a project manager."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from milepost.engines.method.asked import whole
from milepost.engines.method.model import PROJECT_MANAGER, Artefact, Pack, Policy, Tailored


@dataclass(frozen=True, slots=True)
class Part:
    """What one artefact or policy asks: minutes a week, fields, documents, minutes once. `counts`: the project manager does it."""

    key: str
    form: str
    minutes: int
    fields: int
    documents: int
    once: int
    owner: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Burden:
    """Minutes a week, fields to keep up, documents and reports to write, and minutes that are needed once, with what makes them up."""

    minutes: int
    fields: int
    documents: int
    once: int
    parts: tuple[Part, ...]


def burden(pack: Pack, size: str, tailoring: Iterable[Tailored] = ()) -> Burden:
    """What a project of this size asks of its manager over its whole life. Everybody's parts are listed; only the manager's are summed."""
    asked = whole(pack, size, tailoring)
    parts = (*_of_artefacts(asked.artefacts), *_of_policies(asked.policies))
    own = [one for one in parts if one.counts]
    return Burden(
        sum(one.minutes for one in own),
        sum(one.fields for one in own),
        sum(one.documents for one in own),
        sum(one.once for one in own),
        parts,
    )


def _of_artefacts(artefacts: Iterable[Artefact]) -> Iterator[Part]:
    for one in artefacts:
        written = int(one.form in ("document", "report"))
        yield Part(one.key, one.form, one.week, one.fields, written, one.make, one.owner, one.owner == PROJECT_MANAGER)


def _of_policies(policies: Iterable[Policy]) -> Iterator[Part]:
    for one in policies:
        if one.minutes:
            yield Part(one.key, "policy", one.minutes, 0, 0, 0, PROJECT_MANAGER, True)
