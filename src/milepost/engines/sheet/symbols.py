"""The sets of symbols that a column of type `symbol` shows: their words in order, what they are called, and how they look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SymbolSet:
    """`words` are what a cell holds; `labels` names by language, `tones` colours, `weights` the numbers that computing reads."""

    words: tuple[str, ...]
    labels: Mapping[str, Mapping[str, str]]
    tones: Mapping[str, str]
    weights: Mapping[str, float]


def _set(*symbols: tuple[str, str, str, str, float]) -> SymbolSet:
    return SymbolSet(
        tuple(word for word, *_ in symbols),
        {word: {"en": en, "de": de} for word, en, de, _, _ in symbols},
        {word: tone for word, _, _, tone, _ in symbols},
        {word: weight for word, _, _, _, weight in symbols},
    )


SYMBOLS: Mapping[str, SymbolSet] = {
    "status": _set(
        ("G", "Green", "Grün", "green", 0),
        ("A", "Amber", "Gelb", "amber", 1),
        ("R", "Red", "Rot", "red", 2),
        ("grey", "Grey", "Grau", "grey", 0),
    ),
    "priority": _set(
        ("low", "Low", "Niedrig", "grey", 1),
        ("medium", "Medium", "Mittel", "blue", 2),
        ("high", "High", "Hoch", "amber", 3),
        ("critical", "Critical", "Kritisch", "red", 4),
    ),
    "progress": _set(
        ("0", "Not begun", "Nicht begonnen", "grey", 0),
        ("25", "A quarter", "Ein Viertel", "blue", 25),
        ("50", "Half", "Die Hälfte", "blue", 50),
        ("75", "Three quarters", "Drei Viertel", "blue", 75),
        ("100", "Done", "Fertig", "green", 100),
    ),
    "flag": _set(
        ("red", "Red", "Rot", "red", 1),
        ("amber", "Amber", "Gelb", "amber", 1),
        ("green", "Green", "Grün", "green", 1),
        ("blue", "Blue", "Blau", "blue", 1),
        ("grey", "Grey", "Grau", "grey", 1),
    ),
}
"""The symbol sets by name."""
