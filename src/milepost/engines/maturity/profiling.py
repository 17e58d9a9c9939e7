"""From answers to a profile, and from a profile to what comes next (rules U1 to U7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from milepost.engines.maturity.model import DOMAINS, HIGHEST, PERSPECTIVES, Answer, Cell, Change, Claim, Profile, Question, Weak


def profile(questions: Sequence[Question], answers: Iterable[Answer]) -> Profile:
    """The profile that the answers of all assessors come to."""
    given = _given(questions, answers)
    cells = tuple(_cell(domain, perspective, questions, given) for domain in DOMAINS for perspective in PERSPECTIVES)
    return Profile(cells, tuple(_claim(domain, [cell for cell in cells if cell.domain == domain]) for domain in DOMAINS))


def levels(questions: Sequence[Question], answers: Iterable[Answer]) -> dict[str, int]:
    """The level of each question that somebody answered: the lower median of its answers."""
    return {key: _lower_median(found) for key, found in _given(questions, answers).items()}


def compare(before: Profile, after: Profile) -> tuple[Change, ...]:
    """How every perspective moved."""
    pairs = ((cell, before.level(cell.domain, cell.perspective)) for cell in after.cells)
    return tuple(
        Change(cell.domain, cell.perspective, was, cell.level, None if was is None or cell.level is None else cell.level - was)
        for cell, was in pairs
    )


def weak(questions: Sequence[Question], answers: Iterable[Answer]) -> tuple[Weak, ...]:
    """What could stand a level higher, the lowest first, and of those what bounds a claim first."""
    told = tuple(answers)
    bounds = {(claim.domain, perspective) for claim in profile(questions, told).claims for perspective in claim.bounded_by}
    known = levels(questions, told)
    found = [
        Weak(one.key, known[one.key], known[one.key] + 1, (one.domain, one.perspective) in bounds)
        for one in questions
        if known.get(one.key, HIGHEST) < HIGHEST
    ]
    return tuple(sorted(found, key=lambda one: (one.level, not one.binds)))


def _given(questions: Sequence[Question], answers: Iterable[Answer]) -> Mapping[str, list[int]]:
    asked = {one.key for one in questions}
    found: dict[str, list[int]] = defaultdict(list)
    for answer in answers:
        if answer.question in asked:
            found[answer.question].append(answer.level)
    return found


def _lower_median(found: Sequence[int]) -> int:
    return sorted(found)[(len(found) - 1) // 2]


def _cell(domain: str, perspective: str, questions: Sequence[Question], given: Mapping[str, list[int]]) -> Cell:
    asked = [one.key for one in questions if (one.domain, one.perspective) == (domain, perspective)]
    known = [given[key] for key in asked if key in given]
    whole = bool(asked) and len(known) == len(asked)
    level = min(_lower_median(found) for found in known) if whole else None
    spread = max((max(found) - min(found) for found in known), default=0)
    return Cell(domain, perspective, level, spread, len(known), len(asked))


def _claim(domain: str, cells: Sequence[Cell]) -> Claim:
    missing = tuple(cell.perspective for cell in cells if cell.level is None)
    known = [cell.level for cell in cells if cell.level is not None]
    if missing:
        return Claim(domain, None, (), missing)
    lowest = min(known)
    return Claim(domain, lowest, tuple(cell.perspective for cell in cells if cell.level == lowest), ())
