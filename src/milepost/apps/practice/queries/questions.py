"""Questions to offices, as somebody may see them: their own, those to answer, all of them; and those like one that is being typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from django.db.models import F, Q, QuerySet

from milepost.apps.method.models import PackVersion
from milepost.apps.org.access import path_names
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries.names import names_of
from milepost.apps.practice.access import Standing, question_for, standing_of
from milepost.apps.practice.finding import most_alike, words_in
from milepost.apps.practice.models import Answer, Question

Which = Literal["mine", "answer", "all"]
_MOST_COMPARED = 2_000


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What was said to a question; `by` is empty where the reader may not know who works there."""

    id: int
    by: str
    text: str
    at: datetime
    from_office: bool
    faq: bool


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question; `path` are the names from the root to its place, `may` is answer, ask_on and settle as far as the reader may."""

    id: int
    text: str
    by: str
    mine: bool
    at: datetime
    office_id: int
    office: str
    node_id: int | None
    path: list[str]
    page: str
    page_title: str
    pack: str
    pack_number: int | None
    answered_at: datetime | None
    seen: bool
    may: list[str]
    answers: list[AnswerRow] = field(default_factory=list)


def questions_of(
    *, actor_id: int, which: Which, q: str = "", open_only: bool = False, office_id: int | None = None, limit: int, offset: int
) -> tuple[dict[str, int], list[QuestionRow]]:
    """A page of questions with their answers, those that wait first, then the newest; and how many wait: for the reader to answer, and of
    their own. A constant number of queries."""
    standing = standing_of(actor_id)
    seen = Question.objects.filter(standing.visible)
    mine, theirs = Q(asker_id=actor_id), Q(office_id__in=standing.offices)
    counts = {"answer": seen.filter(theirs, answered_at=None).count(), "mine": seen.filter(mine, answered_at=None).count()}
    wanted = seen.filter({"mine": mine, "answer": theirs, "all": Q()}[which])
    if open_only:
        wanted = wanted.filter(answered_at=None)
    if office_id is not None:
        wanted = wanted.filter(office_id=office_id)
    for word in words_in(q).split():
        wanted = wanted.filter(words__contains=f" {word}")
    return counts, _page(standing, wanted, limit, offset)


def question_told(*, actor_id: int, question_id: int) -> QuestionRow:
    """One question with its answers. Raises NotFound."""
    question, standing = question_for(actor_id, question_id)
    return _rows(standing, [question])[0]


def alike(*, actor_id: int, text: str, most: int = 5) -> list[QuestionRow]:
    """Answered questions that share most with what somebody is typing. A constant number of queries."""
    standing = standing_of(actor_id)
    answered = Question.objects.filter(standing.visible, answered_at__isnull=False).order_by("-at")
    keys = most_alike(text, list(answered.values_list("id", "words")[:_MOST_COMPARED]), most=most)
    found = {one.pk: one for one in Question.objects.filter(id__in=keys).select_related("node", "office__node")}
    return _rows(standing, [found[key] for key in keys if key in found])


def faq_of(actor_id: int, office_id: int) -> list[tuple[int, str, str]]:
    """Question id, question and answer of all that an office took into its handbook, the oldest first. The caller asks whether its reader
    may see the office; a question that is not theirs to see is left out."""
    standing = standing_of(actor_id)
    shown = Question.objects.filter(standing.visible, office_id=office_id)
    answers = Answer.objects.filter(faq=True, question__in=shown).select_related("question").order_by("question__at", "at")
    return [(one.question_id, one.question.text, one.text) for one in answers]


def _page(standing: Standing, wanted: QuerySet[Question], limit: int, offset: int) -> list[QuestionRow]:
    ordered = wanted.order_by(F("answered_at").desc(nulls_first=True), "-at", "-id").select_related("node", "office__node")
    return _rows(standing, list(ordered[offset : offset + limit]))


def _rows(standing: Standing, found: Sequence[Question]) -> list[QuestionRow]:
    answers: dict[int, list[Answer]] = {}
    for one in Answer.objects.filter(question__in=found).order_by("at", "id"):
        answers.setdefault(one.question_id, []).append(one)
    names = names_of({one.asker_id for one in found} | {each.by_id for said in answers.values() for each in said})
    ways = path_names(sorted({one.node.path for one in found if one.node and standing.scope.allows(one.node.path)}))
    packs = _packs({one.pack_version for one in found if one.pack_version})
    return [_row(standing, one, answers.get(one.pk, []), names, ways, packs) for one in found]


def _row(
    standing: Standing,
    one: Question,
    answers: Sequence[Answer],
    names: dict[int, str],
    ways: dict[str, tuple[tuple[int, str, str], ...]],
    packs: dict[int, tuple[str, int]],
) -> QuestionRow:
    office, mine = standing.answers(one), one.asker_id == standing.person_id
    knows = office or bool(standing.scope.bits_at((one.node or one.office.node).path) & Capability.DIRECTORY)
    told = names if knows else {standing.person_id: names.get(standing.person_id, "")}
    way = ways.get(one.node.path, ()) if one.node else ()
    pack, number = packs.get(one.pack_version or 0, ("", None))
    return QuestionRow(
        id=one.pk,
        text=one.text,
        by=told.get(one.asker_id, ""),
        mine=mine,
        at=one.at,
        office_id=one.office_id,
        office=one.office.name,
        node_id=one.node_id if way else None,
        path=[name for _, name, _ in way],
        page=one.page if way or mine or office else "",
        page_title=one.page_title if way or mine or office else "",
        pack=pack,
        pack_number=number,
        answered_at=one.answered_at,
        seen=not mine or one.answered_at is None or one.seen_at is not None,
        may=[*(["answer"] if office else []), *(["ask_on"] if mine and not office else []), *(["settle"] if office or mine else [])],
        answers=[AnswerRow(each.pk, told.get(each.by_id, ""), each.text, each.at, each.from_office, each.faq) for each in answers],
    )


def _packs(versions: set[int]) -> dict[int, tuple[str, int]]:
    if not versions:
        return {}
    rows = PackVersion.objects.filter(id__in=versions).values_list("id", "pack__key", "number")
    return {pk: (key, number) for pk, key, number in rows}
