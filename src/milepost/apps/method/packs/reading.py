"""Reading a pack: YAML in, a frozen `Pack` out, or all that is wrong with it by line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from milepost.apps.method.packs import parts, people_parts
from milepost.apps.method.packs.problems import PackProblems, Problem, refuse
from milepost.engines.method import Pack, holes
from milepost.engines.method.model import LIFE_CYCLES, Budget
from milepost.formats.marked_yaml import Marked, NotYaml, read_yaml

TYPES = ("supportive", "controlling", "directive")
"""The types of office."""
_PARTS = ("pack", "title", "about", "for", "industry", "life_cycle", "vocabulary", "burden", "sizes", "phases", "gates", "artefacts",
          "policies", "procedures", "roles", "raci", "courses", "start")  # fmt: skip
_TEXTS = Path(__file__).parent / "texts"


@dataclass(frozen=True, slots=True)
class ReadPack:
    """A pack that could be read, with the shipped texts that it names and the digest of both."""

    pack: Pack
    texts: Mapping[str, Mapping[str, str]]
    digest: str
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=1)
def shipped_texts() -> dict[str, dict[str, str]]:
    """The long texts that Milepost brings, by name and language."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(_TEXTS.glob("*/*.md")):
        found.setdefault(path.stem, {})[path.parent.name] = path.read_text(encoding="utf-8")
    return found


def read_pack(
    text: str, file: str, *, texts: Mapping[str, Mapping[str, str]] | None = None, kinds: Collection[str] | None = None
) -> ReadPack:
    """The pack that a file's text is. `texts` are the long texts that it may name (the shipped ones), `kinds` the registers that there
    are (None: not asked). Raises PackBroken with all that is wrong, each with its line."""
    found = all_holes(text, file, texts=texts, kinds=kinds)
    refuse(file, found.problems)
    return found


def all_holes(
    text: str, file: str, *, texts: Mapping[str, Mapping[str, str]] | None = None, kinds: Collection[str] | None = None
) -> ReadPack:
    """As `read_pack`, but what is wrong comes beside as much of the pack as could be understood. Raises PackBroken only for no YAML."""
    at = _yaml(text, file)
    said = PackProblems(file, shipped_texts() if texts is None else texts)
    pack = _pack(said, at)
    found = said.problems()
    if not found:
        # What stands on a line that could not be understood would be named twice.
        found = [Problem(_line(at, one.path), one.sentence, one.code, one.data) for one in holes(pack, kinds)]
    return ReadPack(pack, said.named, digest_of(text, said.named), tuple(sorted(found)))


def digest_of(text: str, texts: Mapping[str, Mapping[str, str]]) -> str:
    """The SHA-256 of what a version says: its source and the shipped texts that it names."""
    whole = json.dumps([text, texts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(whole.encode()).hexdigest()


def _yaml(text: str, file: str) -> Marked:
    try:
        return read_yaml(text, file)
    except NotYaml as error:
        refuse(file, [Problem(int(str(error.data["line"])), f"{error.data['reason']}.")])
        raise


def _pack(said: PackProblems, at: Marked) -> Pack:
    told = said.mapping(at, "A pack", _PARTS, ("pack", "title", "life_cycle", "phases"))
    key = said.key(told.get("pack"), "pack")
    return Pack(
        key=key,
        title=said.texts(told.get("title"), "title", key),
        about=said.texts(told.get("about"), "about"),
        life_cycle=said.word(told["life_cycle"], "life_cycle", LIFE_CYCLES) if "life_cycle" in told else "own",
        types=said.words(told.get("for"), "for", TYPES),
        industry=said.words(told.get("industry"), "industry"),
        vocabulary=parts.vocabulary(said, told.get("vocabulary")),
        budget=_budget(said, told.get("burden")),
        sizes=parts.sizes(said, told.get("sizes")),
        phases=tuple(parts.phase(said, one) for one in said.items(told.get("phases"), "phases")),
        gates=tuple(parts.gate(said, one) for one in said.items(told.get("gates"), "gates")),
        artefacts=tuple(parts.artefact(said, one) for one in said.items(told.get("artefacts"), "artefacts")),
        policies=tuple(parts.policy(said, one) for one in said.items(told.get("policies"), "policies")),
        procedures=tuple(people_parts.procedure(said, one) for one in said.items(told.get("procedures"), "procedures")),
        roles=tuple(people_parts.role(said, one) for one in said.items(told.get("roles"), "roles")),
        raci=tuple(people_parts.raci(said, one) for one in said.items(told.get("raci"), "raci")),
        courses=tuple(people_parts.course(said, one) for one in said.items(told.get("courses"), "courses")),
        start=people_parts.start(said, told.get("start")),
    )


def _budget(said: PackProblems, at: Marked | None) -> Budget:
    told = said.mapping(at, "burden", ("minutes", "fields", "documents")) if at is not None else {}
    return Budget(*(said.maybe(told.get(name), name) for name in ("minutes", "fields", "documents")))


def _line(at: Marked, path: tuple[str | int, ...]) -> int:
    """The line of the last part of a path that there is."""
    for step in path:
        inner = at.value
        if isinstance(inner, dict) and step in inner:
            at = inner[str(step)]
        elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
            at = inner[step]
        else:
            break
    return at.line
