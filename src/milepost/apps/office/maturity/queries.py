"""What came out of assessments, one against the other, and what somebody answered in one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from milepost.apps.office.maturity.assess import seen
from milepost.apps.office.maturity.profiles import answers_of, profile_of
from milepost.apps.office.maturity.questions import question_set
from milepost.apps.office.maturity.roadmap import KIND, Roadmap, roadmap_at
from milepost.apps.office.models import Assessment, AssessmentAnswer
from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.actions.create_register import may_stand
from milepost.apps.sheets.by_node import sheets_at
from milepost.apps.sheets.days import today_of
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.engines.maturity import Answer, Cell, Change, Claim, Profile, Weak, compare, weak
from milepost.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class Outcome:
    """An assessment and what came out so far; of an open one only how far it is: its `cells` and `claims` are empty.

    `changes` hold it against the last one that was finished before it.
    """

    id: int
    number: int
    at: datetime
    finished_at: datetime | None
    assessors: int
    cells: Sequence[Cell]
    claims: Sequence[Claim]
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class Maturity:
    """All assessments of a place, the latest first, and its roadmap. `may`: begin, answer, improve."""

    node: Mapping[str, object]
    may: Sequence[str]
    assessments: Sequence[Outcome]
    roadmap: Roadmap


@dataclass(frozen=True, slots=True)
class Own:
    """What the reader answered to a question."""

    question: str
    level: int | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Given:
    """What an assessor answered; without `person` where the reader may not see people there."""

    person: Mapping[str, object] | None
    level: int | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Answered:
    """All answers to a question of a finished assessment."""

    question: str
    answers: Sequence[Given]


@dataclass(frozen=True, slots=True)
class AssessmentTold:
    """One assessment for its reader. `answers` and `weak` are told once it is finished; before that everybody sees their own only."""

    id: int
    node_id: int
    node_name: str
    number: int
    finished_at: datetime | None
    may: Sequence[str]
    mine: Sequence[Own]
    answers: Sequence[Answered]
    weak: Sequence[Weak]


def maturity_of(*, actor_id: int, node_id: int, at: datetime) -> Maturity:
    """How mature a place is and was. Raises NotFound. The queries do not grow with the assessments."""
    node = node_for(actor_id, node_id)
    found = list(Assessment.objects.filter(node_id=node_id).order_by("number"))
    answers = answers_of([one.pk for one in found])
    outcomes, before = [], None
    for one in found:
        result = profile_of(one, answers[one.pk])
        outcomes.append(_outcome(one, result, before, answers[one.pk]))
        before = result if one.finished_at else before
    roadmap = roadmap_at(actor_id, node_id, today_of(actor_id, at))
    told = {"id": node.pk, "name": node.name, "kind": node.kind}
    return Maturity(told, _may(actor_id, node), outcomes[::-1], roadmap)


def assessment_of(*, actor_id: int, assessment_id: int) -> AssessmentTold:
    """One assessment: the reader's own answers and, once it is finished, everybody's. Raises NotFound."""
    assessment = Assessment.objects.select_related("node").filter(id=assessment_id).first()
    if assessment is None:
        raise NotFound(what="assessment")
    seen(actor_id, assessment)
    rows = list(AssessmentAnswer.objects.filter(assessment_id=assessment_id).order_by("at", "id"))
    over = assessment.finished_at is not None
    given = [Answer(row.question, row.person_id, row.level) for row in rows if row.level is not None]
    return AssessmentTold(
        id=assessment.pk,
        node_id=assessment.node_id,
        node_name=assessment.node.name,
        number=assessment.number,
        finished_at=assessment.finished_at,
        may=_may(actor_id, assessment.node),
        mine=[Own(row.question, row.level, row.evidence) for row in rows if row.person_id == actor_id],
        answers=_everybodys(actor_id, assessment.node, rows) if over else (),
        weak=weak(question_set().bare, given) if over else (),
    )


def _outcome(one: Assessment, result: Profile, before: Profile | None, answers: Sequence[Answer]) -> Outcome:
    assessors = len({answer.assessor for answer in answers})
    if one.finished_at is None:
        return Outcome(one.pk, one.number, one.at, None, assessors, (), (), ())
    changes = compare(before, result) if before else ()
    return Outcome(one.pk, one.number, one.at, one.finished_at, assessors, result.cells, result.claims, changes)


def _everybodys(actor_id: int, node: Node, rows: Sequence[AssessmentAnswer]) -> list[Answered]:
    knows = bool(scope_of(actor_id).bits_at(node.path) & Capability.DIRECTORY)
    names = names_of(row.person_id for row in rows) if knows else {}
    found: dict[str, list[Given]] = {}
    for row in rows:
        who = {"id": row.person_id, "name": names[row.person_id]} if row.person_id in names else None
        found.setdefault(row.question, []).append(Given(who, row.level, row.evidence))
    return [Answered(question, given) for question, given in found.items()]


def _may(actor_id: int, node: Node) -> list[str]:
    bits = scope_of(actor_id).bits_at(node.path)
    asked: dict[str, Any] = {"begin": Capability.EDIT, "answer": Capability.COMMENT}
    may = [act for act, capability in asked.items() if bits & capability]
    declaration = declaration_of(kind_named(KIND))
    stands = node.pk in sheets_at([node.pk], kind=KIND)
    makes = bits & Capability.CREATE and declaration is not None and may_stand(declaration, node.kind)
    return [*may, "improve"] if bits & Capability.EDIT and (stands or makes) else may
