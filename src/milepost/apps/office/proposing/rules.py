"""The rules by which functions, type, place and roles follow from goals, answers and figures. `docs/office.md` tells them to the reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from milepost.apps.office.catalogue import ROLES_FOR, OfficeRoleKey, OfficeType, Place
from milepost.apps.office.proposing.words import (
    Facts,
    FunctionProposal,
    GoalSaid,
    PlaceFacts,
    PlaceProposal,
    Reason,
    RoleProposal,
    Situation,
    TypeProposal,
)

FUNCTIONS_FOR: Mapping[str, tuple[str, ...]] = {
    "oversight": ("status_reporting", "portfolio"),
    "on_time": ("plan_quality", "check_ins"),
    "on_budget": ("budget_control", "status_reporting"),
    "right_projects": ("intake", "portfolio"),
    "capacity": ("resource_management",),
    "consistency": ("method", "guidance"),
    "skills": ("training", "lessons"),
    "results": ("benefits",),
    "surprises": ("risk_oversight", "gates"),
    "deliver": ("delivery", "scheduling"),
}
"""What an office has to do for each aim."""

_S, _C, _D = OfficeType.SUPPORTIVE, OfficeType.CONTROLLING, OfficeType.DIRECTIVE
_AIM_POINTS: Mapping[str, Mapping[OfficeType, int]] = {
    "oversight": {_C: 1},
    "on_time": {_C: 2, _D: 1},
    "on_budget": {_C: 2, _D: 1},
    "right_projects": {_C: 1},
    "capacity": {_C: 1, _D: 1},
    "consistency": {_S: 1, _C: 1},
    "skills": {_S: 2},
    "results": {_C: 1},
    "surprises": {_C: 2},
    "deliver": {_D: 3},
}
_ANSWER_POINTS: Mapping[tuple[str, str], Mapping[OfficeType, int]] = {
    ("control", "advice"): {_S: 3},
    ("control", "shared"): {_C: 3},
    ("control", "handed_over"): {_D: 3},
    ("managers", "few"): {_C: 1, _D: 2},
    ("managers", "some"): {_C: 1},
    ("managers", "most"): {_S: 2},
    ("method", "none"): {_C: 1, _D: 1},
    ("method", "parts"): {_C: 1},
    ("method", "common"): {_S: 1},
}
_WIDE = frozenset({"oversight", "right_projects", "capacity", "results"})
"""Aims that look across units; the others are reached close to the work."""
FEW = 5
"""With fewer projects there is little to control."""
WORTH_AN_OFFICE = 3
PROJECTS_OF_A_PARTNER = 8
PROJECTS_OF_A_MANAGER = 4
_PLACES = {"organisation": Place.ENTERPRISE, "portfolio": Place.PORTFOLIO, "programme": Place.PROGRAMME, "project": Place.PROJECT}


def functions_for(goals: Sequence[GoalSaid]) -> list[FunctionProposal]:
    """The functions that the aims of the goals ask for, those that most goals ask for first; each names the first goal that does."""
    asked: dict[str, dict[int, list[str]]] = {}
    for number, goal in enumerate(goals):
        for aim in goal.aims:
            for key in FUNCTIONS_FOR.get(aim, ()):
                asked.setdefault(key, {}).setdefault(number, []).append(aim)
    found = []
    for key, by_goal in asked.items():
        reasons = [Reason("aim", 1, {"goal": number, "aim": aim}) for number, aims in by_goal.items() for aim in aims]
        found.append(FunctionProposal(key, min(by_goal), reasons))
    return sorted(found, key=lambda one: -len(one.reasons))


def types_for_answers(goals: Sequence[GoalSaid], situation: Situation, facts: Facts) -> list[TypeProposal]:
    """All three types, the one with the most points first; of equal ones the one that controls less."""
    reasons: dict[OfficeType, list[Reason]] = {type: [] for type in OfficeType}
    for type, reason in (*_by_aims(goals), *_by_answers(situation), *_by_facts(facts)):
        reasons[type].append(reason)
    found = [TypeProposal(type, sum(one.points for one in its), its) for type, its in reasons.items()]
    return sorted(found, key=lambda one: -one.points)


def places_for(goals: Sequence[GoalSaid], facts: Facts) -> list[PlaceProposal]:
    """The places where the office could sit, the best first: far-reaching goals draw it up, others down; too few projects push it up."""
    aims = {aim for goal in goals for aim in goal.aims}
    found = [_place(place, aims, facts) for place in facts.places]
    return sorted(found, key=lambda one: -one.points)


def roles_for(functions: Sequence[str], type: str, facts: Facts) -> list[RoleProposal]:
    """The roles that the functions need, the director first; how many people follows from the number of projects."""
    because: dict[str, list[Reason]] = {OfficeRoleKey.DIRECTOR: [Reason("answers_for_office")]}
    for key in functions:
        for role in ROLES_FOR.get(key, ()):
            because.setdefault(role, []).append(Reason("function", data={"function": key}))
    if type == OfficeType.CONTROLLING:
        because.setdefault(OfficeRoleKey.PARTNER, []).append(Reason("type", data={"type": type}))
    if type == OfficeType.DIRECTIVE:
        because.setdefault(OfficeRoleKey.PROJECT_MANAGER, []).append(Reason("type", data={"type": type}))
    ordered = sorted(because, key=OfficeRoleKey.values.index)
    return [_role(role, because[role], facts) for role in ordered]


def _by_aims(goals: Sequence[GoalSaid]) -> Iterator[tuple[OfficeType, Reason]]:
    for number, goal in enumerate(goals):
        for aim in goal.aims:
            for type, points in _AIM_POINTS.get(aim, {}).items():
                yield type, Reason("aim", points, {"goal": number, "aim": aim})


def _by_answers(situation: Situation) -> Iterator[tuple[OfficeType, Reason]]:
    for question in ("control", "managers", "method"):
        answer = getattr(situation, question)
        for type, points in _ANSWER_POINTS.get((question, answer), {}).items():
            yield type, Reason(f"{question}_{answer}", points)


def _by_facts(facts: Facts) -> Iterator[tuple[OfficeType, Reason]]:
    if facts.projects < FEW:
        yield _S, Reason("few_projects", 1, {"count": facts.projects})
        return
    if facts.off_track * 3 >= facts.projects:
        yield _C, Reason("off_track", 2, {"count": facts.off_track, "of": facts.projects})
    if facts.unmanaged * 4 >= facts.projects:
        yield _D, Reason("unmanaged", 2, {"count": facts.unmanaged, "of": facts.projects})


def _place(place: PlaceFacts, aims: set[str], facts: Facts) -> PlaceProposal:
    deepest = max(one.depth for one in facts.places)
    wide, near = len(aims & _WIDE), len(aims - _WIDE)
    reasons = []
    if place.depth == 0 and wide:
        reasons.append(Reason("wide_goals", wide, {"count": wide}))
    if place.depth == deepest:
        reasons.append(Reason("wished", 2))
        if near:
            reasons.append(Reason("near_goals", near, {"count": near}))
    enough = place.projects >= WORTH_AN_OFFICE
    reasons.append(Reason("projects" if enough else "too_few_projects", 1 if enough else -2, {"count": place.projects}))
    if place.office:
        reasons.append(Reason("taken", -9, {"office": place.office}))
    return PlaceProposal(place.node_id, place.name, _place_of(place), sum(one.points for one in reasons), reasons)


def _place_of(place: PlaceFacts) -> str:
    """A unit right below the organisation is a division, one further down a department."""
    return _PLACES.get(place.kind) or (Place.DIVISION if place.depth <= 1 else Place.DEPARTMENT)


def _role(role: str, reasons: Sequence[Reason], facts: Facts) -> RoleProposal:
    share = {OfficeRoleKey.PARTNER: PROJECTS_OF_A_PARTNER, OfficeRoleKey.PROJECT_MANAGER: PROJECTS_OF_A_MANAGER}.get(OfficeRoleKey(role))
    if share is None:
        return RoleProposal(role, 1, reasons)
    told = Reason("by_projects", data={"projects": facts.projects, "each": share})
    return RoleProposal(role, max(1, -(-facts.projects // share)), [*reasons, told])
