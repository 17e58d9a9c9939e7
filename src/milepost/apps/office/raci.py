"""The rules of a RACI matrix: what is refused, and what is only warned of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from milepost.apps.office.errors import RaciUnsound

MOST_R = 3
"""More who are responsible than this, and nobody is."""


@dataclass(frozen=True, slots=True)
class RaciWarning:
    """What a reader should look at: `many_r` (a process), `a_left` (a process whose accountable role is held by nobody any more, or who
    holds it has left) and `no_letter` (a role of the office without a letter)."""

    code: str
    process: str = ""
    role: str = ""
    count: int = 0


def refuse_unsound(letters: Mapping[str, Collection[str]]) -> None:
    """Raise RaciUnsound unless a process has exactly one A and at least one R; `letters` are those of each role."""
    accountable = sum("A" in held for held in letters.values())
    responsible = sum("R" in held for held in letters.values())
    if accountable != 1 or not responsible:
        raise RaciUnsound(accountable=accountable, responsible=responsible)


def warnings(matrix: Mapping[str, Mapping[str, Collection[str]]], held: Collection[str], emptied: Collection[str]) -> list[RaciWarning]:
    """What to warn of in a matrix (process to role to letters): `held` are the roles of the office that somebody active has, `emptied`
    those whose people have all left."""
    found = []
    for process, letters in matrix.items():
        many = sum("R" in its for its in letters.values())
        if many > MOST_R:
            found.append(RaciWarning("many_r", process, count=many))
        found += [RaciWarning("a_left", process, role) for role, its in letters.items() if "A" in its and role in emptied]
    lettered = {role for letters in matrix.values() for role, its in letters.items() if its}
    silent = sorted(role for role in held if role not in lettered) if matrix else []
    return [*found, *(RaciWarning("no_letter", role=role) for role in silent)]
