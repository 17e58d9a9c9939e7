"""Questions, answers and profiles of maturity."""

from __future__ import annotations

from dataclasses import dataclass

DOMAINS = ("portfolio", "programme", "project")
PERSPECTIVES = ("management_control", "benefits", "finance", "stakeholders", "risk", "governance", "resources")
LEVELS = ("aware", "repeatable", "defined", "managed", "optimised")
"""The names of the levels 1 to 5."""
HIGHEST = len(LEVELS)
TALK_FROM = 2
"""From which spread on assessors should talk (rule U5)."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its key, and what it asks about."""

    key: str
    domain: str
    perspective: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one assessor answered: a level from 1 to 5."""

    question: str
    assessor: int
    level: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A perspective in a domain; `level` is None while one of its `questions` is not answered."""

    domain: str
    perspective: str
    level: int | None
    spread: int
    answered: int
    questions: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What a domain may say of itself; `bounded_by` are its lowest perspectives, `missing` those without a level, which leave it open."""

    domain: str
    level: int | None
    bounded_by: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """All perspectives in all domains, and what each domain may claim."""

    cells: tuple[Cell, ...]
    claims: tuple[Claim, ...]

    def level(self, domain: str, perspective: str) -> int | None:
        """The level of a perspective in a domain; None where there is none."""
        return next((cell.level for cell in self.cells if (cell.domain, cell.perspective) == (domain, perspective)), None)


@dataclass(frozen=True, slots=True)
class Change:
    """A perspective in an earlier and a later profile; `by` is None where one of them has no level."""

    domain: str
    perspective: str
    before: int | None
    after: int | None
    by: int | None


@dataclass(frozen=True, slots=True)
class Weak:
    """A question that could stand a level higher; `binds` where its perspective bounds the claim of its domain."""

    question: str
    level: int
    next: int
    binds: bool
