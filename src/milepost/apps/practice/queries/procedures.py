"""The procedures that stand beside what is expected, each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from milepost.apps.method.queries.holding import Held
from milepost.apps.practice.expecting.words import Expectation


def procedures_of(shown: Iterable[Expectation], held: Iterable[Held]) -> dict[str, Mapping[str, Any]]:
    """By the key that an expectation names: title and text (Markdown) by language."""
    wanted = {one.procedure for one in shown if one.procedure}
    packs = {one.version_id: one.pack for one in held}
    return {
        key: {"title": dict(procedure.title), "text": dict(procedure.text)}
        for version, pack in packs.items()
        for procedure in pack.procedures
        if (key := f"{version}:{procedure.key}") in wanted
    }
