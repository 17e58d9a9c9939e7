"""Make work of weak answers: rows in the register of improvements at the place that was assessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from milepost.apps.office.maturity import events
from milepost.apps.office.maturity.assess import seen
from milepost.apps.office.maturity.errors import AssessmentNotFinished, NoSuchQuestion, NotWeak
from milepost.apps.office.maturity.profiles import answers_of
from milepost.apps.office.maturity.questions import Asked, question_set
from milepost.apps.office.maturity.roadmap import KIND, OPEN, rows_of
from milepost.apps.office.models import Assessment
from milepost.apps.org.queries import person
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.actions.create_register import create_register
from milepost.apps.sheets.by_node import sheets_at
from milepost.apps.sheets.declarations import in_language
from milepost.apps.trail.actions.record import record
from milepost.engines.maturity import Weak, weak
from milepost.engines.sheet import Cell, Insert, NewRow
from milepost.kernel.errors import NotFound
from milepost.kernel.ids import new_id


@dataclass(frozen=True, slots=True)
class Planned:
    """The register, the rows that were made, and the questions for which an open one stood there already."""

    sheet_id: int
    rows: Sequence[int]
    there: Sequence[str]


def plan_improvements(
    *, actor_id: int, assessment_id: int, questions: Sequence[str], owner_id: int | None, due: date | None, at: datetime
) -> Planned:
    """One row for each weak question, from its level to the next; the register is made where there is none.

    Each step is a change of a register by the actor's own rights, in a transaction of its own: a register that was just made may stay
    empty if its rows are refused. Raises NotFound, NotAllowed, AssessmentNotFinished, NoSuchQuestion, NotWeak.
    """
    assessment = Assessment.objects.filter(id=assessment_id).first()
    if assessment is None:
        raise NotFound(what="assessment")
    seen(actor_id, assessment)
    if assessment.finished_at is None:
        raise AssessmentNotFinished
    wanted = _wanted(assessment, questions)
    sheet = sheets_at([assessment.node_id], kind=KIND).get(assessment.node_id)
    if sheet is None:
        sheet = create_register(actor_id=actor_id, node_id=assessment.node_id, kind=KIND, at=at)
    lines = rows_of(actor_id, sheet)
    there = {str(line.cells.get("question")) for line in lines if line.cells.get("status") in OPEN}
    last = next((line.id for line in reversed(lines) if line.above is None), None)
    language = _language(actor_id)
    rows = tuple(
        NewRow(new_id(), None, _cells(asked, step, assessment.number, language, owner_id, due))
        for asked, step in wanted
        if asked.key not in there
    )
    if rows:
        change_sheet(actor_id=actor_id, sheet_id=sheet, ops=[Insert(rows, None, last)], client_op_id=None, base_seq=None, at=at)
        _tell(assessment, actor_id, len(rows), at)
    return Planned(sheet, [row.id for row in rows], [asked.key for asked, _ in wanted if asked.key in there])


def _wanted(assessment: Assessment, questions: Sequence[str]) -> list[tuple[Asked, Weak]]:
    known = question_set()
    steps = {one.question: one for one in weak(known.bare, answers_of([assessment.pk])[assessment.pk])}
    found = []
    for key in dict.fromkeys(questions):
        asked = known.find(key)
        if asked is None:
            raise NoSuchQuestion(question=key)
        if key not in steps:
            raise NotWeak(question=asked.ask["en"])
        found.append((asked, steps[key]))
    return found


def _cells(asked: Asked, step: Weak, number: int, language: str, owner_id: int | None, due: date | None) -> dict[str, Cell]:
    holds = in_language(asked.answers[step.next - 1], language)
    cells: dict[str, Cell] = {
        "name": holds.split(". ")[0].rstrip("."),
        "domain": asked.domain,
        "perspective": asked.perspective,
        "from_level": step.level,
        "to_level": step.next,
        "owner": owner_id,
        "due": due.isoformat() if due else None,
        "status": "open",
        "holds": holds,
        "benefit": in_language(asked.why, language),
        "question": asked.key,
        "assessment": number,
    }
    return {key: value for key, value in cells.items() if value is not None}


def _language(actor_id: int) -> str:
    actor = person(actor_id)
    return actor.locale if actor else "en"


@transaction.atomic(durable=True)
def _tell(assessment: Assessment, actor_id: int, count: int, at: datetime) -> None:
    data = {"number": assessment.number, "count": count}
    record(events.IMPROVEMENTS_PLANNED, actor_id=actor_id, at=at, node_id=assessment.node_id, data=data)
