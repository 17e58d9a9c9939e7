"""Reading the parts of a pack, each from its place in the file."""

from __future__ import annotations

from collections.abc import Mapping

from milepost.apps.method.packs.problems import PackProblems
from milepost.engines.method.model import (
    EVERY,
    FORMS,
    SEVERITIES,
    SIZES,
    STAGES,
    WORDS,
    Artefact,
    Criterion,
    Gate,
    Phase,
    Policy,
    Size,
    Told,
)
from milepost.formats.marked_yaml import Marked

_ARTEFACT = ("key", "title", "why", "as", "kind", "template", "every", "phase", "until", "sizes", "industry", "owner", "make", "week",
             "fields", "stale_after")  # fmt: skip
_POLICY = ("key", "say", "why", "severity", "rule", "with", "sizes", "stages", "procedure", "minutes")


def sizes(said: PackProblems, at: Marked | None) -> tuple[Size, ...]:
    """The sizes, smallest first."""
    told = said.mapping(at, "sizes", SIZES) if at is not None else {}
    return tuple(_size(said, key, told[key]) for key in SIZES if key in told)


def _size(said: PackProblems, key: str, at: Marked) -> Size:
    told = said.mapping(at, "A size", ("about", "budget_below"))
    return Size(key, said.texts(told.get("about"), "about"), said.maybe(told.get("budget_below"), "budget_below"))


def vocabulary(said: PackProblems, at: Marked | None) -> dict[str, Told]:
    """The office's words for ours."""
    told = said.mapping(at, "vocabulary", WORDS) if at is not None else {}
    return {word: said.texts(one, word) for word, one in told.items()}


def phase(said: PackProblems, at: Marked) -> Phase:
    """A phase."""
    told = said.mapping(at, "A phase", ("key", "title", "about", "stage", "after"), ("key", "stage"))
    key = said.key(told.get("key"), "key")
    stage = said.word(told["stage"], "stage", STAGES) if "stage" in told else ""
    return Phase(key, _title(said, told, key), said.texts(told.get("about"), "about"), stage, said.words(told.get("after"), "after"))


def gate(said: PackProblems, at: Marked) -> Gate:
    """A gate; that it has a gatekeeper and criteria is asked when the pack is whole."""
    told = said.mapping(at, "A gate", ("key", "title", "about", "from", "to", "gatekeeper", "must", "should"), ("key", "from", "to"))
    key = said.key(told.get("key"), "key")
    return Gate(
        key,
        _title(said, told, key),
        said.texts(told.get("about"), "about"),
        said.word(told["from"], "from") if "from" in told else "",
        said.word(told["to"], "to") if "to" in told else "",
        said.word(told["gatekeeper"], "gatekeeper") if "gatekeeper" in told else "",
        tuple(_criterion(said, one) for one in said.items(told.get("must"), "must")),
        tuple(_criterion(said, one) for one in said.items(told.get("should"), "should")),
    )


def _criterion(said: PackProblems, at: Marked) -> Criterion:
    told = said.mapping(at, "A criterion", ("key", "say", "weight"), ("key", "say"))
    weight = said.whole(told["weight"], "weight", 100) if "weight" in told else 1
    return Criterion(said.key(told.get("key"), "key"), said.texts(told.get("say"), "say"), weight)


def artefact(said: PackProblems, at: Marked) -> Artefact:
    """An artefact; that it has what its form needs is asked when the pack is whole."""
    told = said.mapping(at, "An artefact", _ARTEFACT, ("key", "as", "phase", "owner"))
    key = said.key(told.get("key"), "key")
    return Artefact(
        key=key,
        title=_title(said, told, key),
        why=said.texts(told.get("why"), "why"),
        form=said.word(told["as"], "as", FORMS) if "as" in told else "",
        phase=said.word(told["phase"], "phase") if "phase" in told else "",
        owner=said.word(told["owner"], "owner") if "owner" in told else "",
        until=said.word(told["until"], "until") if "until" in told else "",
        kind=said.word(told["kind"], "kind") if "kind" in told else "",
        template=said.markdown(told.get("template"), "template"),
        every=said.word(told["every"], "every", EVERY) if "every" in told else "",
        sizes=said.words(told.get("sizes"), "sizes", SIZES),
        industry=said.words(told.get("industry"), "industry"),
        make=said.whole(told.get("make"), "make", 100_000),
        week=said.whole(told.get("week"), "week", 10_000),
        fields=said.whole(told.get("fields"), "fields", 1_000),
        stale_after=said.maybe(told.get("stale_after"), "stale_after"),
    )


def policy(said: PackProblems, at: Marked) -> Policy:
    """A policy; that its rule is one with these parameters is asked when the pack is whole."""
    told = said.mapping(at, "A policy", _POLICY, ("key", "say", "why", "rule", "severity"))
    takes = said.mapping(told["with"], "with", told["with"].value) if "with" in told and isinstance(told["with"].value, dict) else {}
    if "with" in told and not isinstance(told["with"].value, dict):
        said.say(told["with"], "with must be a mapping of parameters.")
    return Policy(
        key=said.key(told.get("key"), "key"),
        say=said.texts(told.get("say"), "say"),
        why=said.texts(told.get("why"), "why"),
        severity=said.word(told["severity"], "severity", SEVERITIES) if "severity" in told else "advice",
        rule=said.word(told["rule"], "rule") if "rule" in told else "",
        takes={name: one.plain for name, one in takes.items()},
        sizes=said.words(told.get("sizes"), "sizes", SIZES),
        stages=said.words(told.get("stages"), "stages", STAGES),
        procedure=said.word(told["procedure"], "procedure") if "procedure" in told else "",
        minutes=said.whole(told.get("minutes"), "minutes", 10_000),
    )


def _title(said: PackProblems, told: Mapping[str, Marked], key: str) -> Told:
    return said.texts(told.get("title"), "title", key.replace("_", " ").capitalize())
