"""Checking a pack in a file, for the command line: no database, no running server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from milepost.apps.method.packs.problems import PackBroken, Problem
from milepost.apps.method.packs.reading import all_holes
from milepost.engines.method import burden
from milepost.engines.method.model import SIZES

SHIPPED_KINDS = Path(__file__).parents[2] / "sheets" / "declarations"


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a file, and for one that is whole a sentence on what it asks."""

    problems: tuple[Problem, ...]
    summary: str = ""


def check_file(file: Path) -> Checked:
    """Look at a pack. Kinds of registers are those that come with Milepost and those in `kinds/` beside or above the file."""
    kinds = {one.stem for folder in (SHIPPED_KINDS, file.parent / "kinds", file.parent.parent / "kinds") for one in folder.glob("*.yaml")}
    try:
        found = all_holes(file.read_text(encoding="utf-8", errors="replace"), file.name, kinds=kinds)
    except PackBroken as broken:
        told = cast("list[dict[str, Any]]", broken.data["problems"])
        return Checked(tuple(Problem(one["line"], one["reason"]) for one in told))
    asks = ", ".join(f"{size} {burden(found.pack, size).minutes} minutes" for size in SIZES)
    pack = found.pack
    parts = ("phases", "gates", "artefacts", "policies")
    said = f"{pack.title['en']}: {', '.join(f'{len(getattr(pack, part))} {part}' for part in parts)}."
    return Checked(found.problems, f"{said} It asks a project manager a week: {asks}.")
