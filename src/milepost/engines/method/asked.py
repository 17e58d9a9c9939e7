"""What a pack asks of a project: by its size, by what was tailored, by how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from milepost.engines.method.model import STAGES, Artefact, Gate, Pack, Policy, Tailored, keys_of


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: artefacts, policies, and the gates still ahead."""

    artefacts: tuple[Artefact, ...]
    policies: tuple[Policy, ...]
    gates: tuple[Gate, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all of it."""
        return keys_of(self.artefacts, self.policies, self.gates)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The size and the tailoring that a project's budget and industry suggest, each with the code of its reason."""

    size: str
    reason: str
    budget_below: int | None
    tailoring: tuple[Tailored, ...]


def whole(pack: Pack, size: str, tailoring: Iterable[Tailored] = ()) -> Asked:
    """All that a project of this size is asked over its whole life."""
    given = list(tailoring)
    dropped = {one.key for one in given if one.do == "drop"}
    added = {one.key for one in given if one.do == "add"}

    def holds(one: Any, fits: bool) -> bool:
        return one.key not in dropped and (fits or one.key in added)

    return Asked(
        tuple(one for one in pack.artefacts if holds(one, _fits(one.sizes, size) and not _elsewhere(one, pack))),
        tuple(one for one in pack.policies if holds(one, _fits(one.sizes, size))),
        tuple(one for one in pack.gates if holds(one, True)),
    )


def asked_of(pack: Pack, size: str, stage: str | None, tailoring: Iterable[Tailored] = ()) -> Asked:
    """What is asked of a project now. `stage` is the value of its phase; None is the first one of the pack, and a stage
    outside the order (on hold, cancelled) is asked nothing."""
    now = _place(stage) if stage else _first(pack)
    if now is None:
        return Asked((), (), ())
    here = STAGES[now]
    all_of_it = whole(pack, size, tailoring)
    return Asked(
        tuple(one for one in all_of_it.artefacts if _is_due(pack, one, now)),
        tuple(one for one in all_of_it.policies if here != "closed" and (not one.stages or here in one.stages)),
        tuple(one for one in all_of_it.gates if (ahead := _stage_of(pack, one.leaves)) is not None and ahead >= now and here != "closed"),
    )


def propose(pack: Pack, budget: float | None, industry: str = "") -> Proposal:
    """The size that a budget (in the organisation's currency) suggests: the first of S, M, L whose limit it lies below. Without a budget
    it is the largest, because nobody knows. Artefacts of the industry are added; those of another are not asked."""
    sizes = [one for key in ("S", "M", "L") for one in pack.sizes if one.key == key]
    added = tuple(
        Tailored(one.key, "add", industry, "industry")
        for one in pack.artefacts
        if industry and industry in one.industry and _elsewhere(one, pack)
    )
    if budget is None:
        return Proposal(sizes[-1].key if sizes else "L", "size.no_budget", None, added)
    for one in sizes:
        if one.budget_below is not None and budget < one.budget_below:
            return Proposal(one.key, "size.below", one.budget_below, added)
    return Proposal(sizes[-1].key if sizes else "L", "size.largest", sizes[-2].budget_below if len(sizes) > 1 else None, added)


def _fits(sizes: tuple[str, ...], size: str) -> bool:
    return not sizes or size in sizes


def _elsewhere(one: Artefact, pack: Pack) -> bool:
    """Whether it belongs to an industry that the pack as a whole is not made for, so that only tailoring brings it in."""
    return bool(one.industry) and not set(one.industry) & set(pack.industry)


def _is_due(pack: Pack, one: Artefact, now: int) -> bool:
    begins = _stage_of(pack, one.phase)
    ends = _stage_of(pack, one.until) if one.until else len(STAGES) - 2
    return begins is not None and ends is not None and begins <= now and (now <= ends or one.form == "document")


def _stage_of(pack: Pack, phase: str) -> int | None:
    found = pack.phase(phase)
    return _place(found.stage) if found else None


def _place(stage: str) -> int | None:
    return STAGES.index(stage) if stage in STAGES else None


def _first(pack: Pack) -> int | None:
    return min((place for one in pack.phases if (place := _place(one.stage)) is not None), default=None)
