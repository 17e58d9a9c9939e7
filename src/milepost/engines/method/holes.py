"""What is wrong with a pack: each hole names the path of keys that leads to it, so that whoever wrote the file is told the line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from milepost.engines.method.burden import burden
from milepost.engines.method.model import SIZES, Artefact, Pack, Policy
from milepost.engines.method.rules import RULES

Path: TypeAlias = tuple[str | int, ...]

SENTENCES = {
    "key.twice": "The key {key} stands in {part} a second time.",
    "pack.no_phases": "A pack needs at least one phase.",
    "pack.no_sizes": "A pack says what the sizes S, M and L are; {sizes} is missing.",
    "phases.loop": "The phases follow each other in a circle: {phases}.",
    "gate.no_gatekeeper": "The gate {key} has no gatekeeper. Name the role that opens it.",
    "gate.no_criteria": "The gate {key} has no must-criterion, so nobody can fail it.",
    "artefact.no_kind": "The artefact {key} is a register and needs the kind of it.",
    "artefact.kind_unknown": "There is no kind of register {kind}.",
    "artefact.no_template": "The artefact {key} is a document and needs a template.",
    "artefact.no_every": "The artefact {key} is a report and needs to say how often: every.",
    "artefact.until_before": "The artefact {key} is asked until {until}, which comes before {phase}.",
    "policy.rule_unknown": "The policy {key} names the rule {rule}, which there is not.",
    "policy.parameter_unknown": "The rule {rule} takes no {name}. It takes: {takes}.",
    "policy.parameter_missing": "The rule {rule} needs {name}.",
    "policy.parameter_wrong": "The rule {rule} cannot work with {value} as {name}.",
    "raci.one_a": "For {process} exactly one role answers (A), not {count}.",
    "raci.no_r": "For {process} nobody does the work (R).",
    "course.right": "The right answer of a question is one of 1 to {count}, not {right}.",
    "reference.unknown": "{what} {key} is not in this pack.",
    "burden.over": "A project of size {size} is asked {asked} {what}, and the pack's own limit is {limit}.",
}
"""The English sentence of each hole."""


@dataclass(frozen=True, slots=True)
class Hole:
    """Something that is wrong: where, the code of the sentence, and what it is filled with."""

    path: Path
    code: str
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return SENTENCES[self.code].format(**self.data)


def holes(pack: Pack, kinds: Collection[str] | None = None) -> list[Hole]:
    """All that is wrong with a pack, in the order of its parts; `kinds` are the registers that there are, None where nobody knows."""
    found = [*_twice(pack), *_of_phases(pack), *_of_gates(pack)]
    for at, artefact in enumerate(pack.artefacts):
        found.extend(_of_artefact(pack, at, artefact, kinds))
    for at, policy in enumerate(pack.policies):
        found.extend(_of_policy(pack, at, policy))
    return [*found, *_of_guidance(pack), *_of_people(pack), *_of_start(pack, kinds), *_over_budget(pack)]


def phases_in_order(pack: Pack) -> list[str]:
    """The keys of the phases, each behind those that it comes after; those of a circle are left out."""
    known, done = {one.key for one in pack.phases}, list[str]()
    while ready := [one.key for one in pack.phases if one.key not in done and not (set(one.after) & known) - set(done)]:
        done.append(ready[0])
    return done


def _twice(pack: Pack) -> Iterator[Hole]:
    parts: dict[str, Iterable[Any]] = {
        "phases": pack.phases, "gates": pack.gates, "artefacts": pack.artefacts, "policies": pack.policies,
        "procedures": pack.procedures, "roles": pack.roles, "courses": pack.courses,
    }  # fmt: skip
    # Artefacts, gates and policies share one room: procedures and tailoring name them without saying which they are.
    shared = {"gates", "artefacts", "policies"}
    seen: set[tuple[str, str]] = set()
    for part, items in parts.items():
        for at, one in enumerate(items):
            room = ("shared" if part in shared else part, one.key)
            if room in seen:
                yield Hole((part, at, "key"), "key.twice", {"key": one.key, "part": part})
            seen.add(room)


def _of_phases(pack: Pack) -> Iterator[Hole]:
    if not pack.phases:
        yield Hole(("phases",), "pack.no_phases")
    missing = [key for key in SIZES if key not in {one.key for one in pack.sizes}]
    if missing:
        yield Hole(("sizes",), "pack.no_sizes", {"sizes": ", ".join(missing)})
    keys = {one.key for one in pack.phases}
    for at, phase in enumerate(pack.phases):
        for place, key in enumerate(phase.after):
            yield from _unknown(("phases", at, "after", place), "The phase", key, keys)
    circle = [one.key for one in pack.phases if one.key not in phases_in_order(pack)]
    if circle:
        at = next(place for place, one in enumerate(pack.phases) if one.key == circle[0])
        yield Hole(("phases", at, "after"), "phases.loop", {"phases": ", ".join(circle)})


def _of_gates(pack: Pack) -> Iterator[Hole]:
    phases, roles = {one.key for one in pack.phases}, {one.key for one in pack.roles}
    for at, gate in enumerate(pack.gates):
        yield from _unknown(("gates", at, "from"), "The phase", gate.leaves, phases)
        yield from _unknown(("gates", at, "to"), "The phase", gate.enters, phases)
        if not gate.gatekeeper:
            yield Hole(("gates", at), "gate.no_gatekeeper", {"key": gate.key})
        else:
            yield from _unknown(("gates", at, "gatekeeper"), "The role", gate.gatekeeper, roles)
        if not gate.must:
            yield Hole(("gates", at), "gate.no_criteria", {"key": gate.key})


def _of_artefact(pack: Pack, at: int, one: Artefact, kinds: Collection[str] | None) -> Iterator[Hole]:
    here: Path = ("artefacts", at)
    phases = [phase.key for phase in pack.phases]
    yield from _unknown((*here, "phase"), "The phase", one.phase, phases)
    yield from _unknown((*here, "owner"), "The role", one.owner, {role.key for role in pack.roles})
    if one.until:
        yield from _unknown((*here, "until"), "The phase", one.until, phases)
        order = phases_in_order(pack)
        if one.until in order and one.phase in order and order.index(one.until) < order.index(one.phase):
            yield Hole((*here, "until"), "artefact.until_before", {"key": one.key, "until": one.until, "phase": one.phase})
    lacking = {"register": ("artefact.no_kind", one.kind), "document": ("artefact.no_template", one.template),
               "report": ("artefact.no_every", one.every)}  # fmt: skip
    code, given = lacking.get(one.form, ("", True))
    if not given:
        yield Hole(here, code, {"key": one.key})
    if one.kind and kinds is not None and one.kind not in kinds:
        yield Hole((*here, "kind"), "artefact.kind_unknown", {"kind": one.kind})


def _of_policy(pack: Pack, at: int, one: Policy) -> Iterator[Hole]:
    here: Path = ("policies", at)
    if one.procedure:
        yield from _unknown((*here, "procedure"), "The procedure", one.procedure, {each.key for each in pack.procedures})
    rule = RULES.get(one.rule)
    if rule is None:
        yield Hole((*here, "rule"), "policy.rule_unknown", {"key": one.key, "rule": one.rule})
        return
    for name, value in one.takes.items():
        where, data = (*here, "with", name), {"rule": rule.key, "name": name}
        if name not in rule.takes:
            yield Hole(where, "policy.parameter_unknown", {**data, "takes": ", ".join(rule.takes) or "nothing"})
        elif not rule.takes[name].fits(value):
            yield Hole(where, "policy.parameter_wrong", {**data, "value": str(value)[:80]})
    for name, wanted in rule.takes.items():
        if wanted.needed and name not in one.takes:
            yield Hole(here, "policy.parameter_missing", {"rule": rule.key, "name": name})
    artefact = one.takes.get("artefact")
    if isinstance(artefact, str):
        yield from _unknown((*here, "with", "artefact"), "The artefact", artefact, {each.key for each in pack.artefacts})


def _of_guidance(pack: Pack) -> Iterator[Hole]:
    places = pack.askable
    roles = {one.key for one in pack.roles}
    for at, procedure in enumerate(pack.procedures):
        for place, key in enumerate(procedure.at):
            yield from _unknown(("procedures", at, "at", place), "The artefact, gate or policy", key, places)
    for at, course in enumerate(pack.courses):
        for place, key in enumerate(course.roles):
            yield from _unknown(("courses", at, "for", place), "The role", key, roles)
        for place, question in enumerate(course.ask):
            if not 1 <= question.right <= len(question.answers):
                data = {"count": len(question.answers), "right": question.right}
                yield Hole(("courses", at, "ask", place), "course.right", data)


def _of_people(pack: Pack) -> Iterator[Hole]:
    roles = {one.key for one in pack.roles}
    for at, line in enumerate(pack.raci):
        process = line.process.get("en", "")
        if len(line.accountable) != 1:
            yield Hole(("raci", at), "raci.one_a", {"process": process, "count": len(line.accountable)})
        if not line.responsible:
            yield Hole(("raci", at), "raci.no_r", {"process": process})
        letters = {"A": line.accountable, "R": line.responsible, "C": line.consulted, "I": line.informed}
        for letter, keys in letters.items():
            for place, key in enumerate(keys):
                yield from _unknown(("raci", at, letter, place), "The role", key, roles)


def _of_start(pack: Pack, kinds: Collection[str] | None) -> Iterator[Hole]:
    phases = {one.key for one in pack.phases}
    for at, task in enumerate(pack.start.tasks):
        yield from _unknown(("start", "tasks", at, "phase"), "The phase", task.phase, phases)
    for at, kind in enumerate(pack.start.sheets):
        if kinds is not None and kind not in kinds:
            yield Hole(("start", "sheets", at), "artefact.kind_unknown", {"kind": kind})


def _over_budget(pack: Pack) -> Iterator[Hole]:
    for size in SIZES:
        asked = burden(pack, size)
        for what in ("minutes", "fields", "documents"):
            limit, needs = getattr(pack.budget, what), getattr(asked, what)
            if limit is not None and needs > limit:
                named = "minutes a week" if what == "minutes" else what
                yield Hole(("burden", what), "burden.over", {"size": size, "asked": needs, "what": named, "limit": limit})


def _unknown(path: Path, what: str, key: str, known: Collection[str]) -> Iterator[Hole]:
    if key not in known:
        yield Hole(path, "reference.unknown", {"what": what, "key": key})
