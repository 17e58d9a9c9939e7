"""Profiles of assessments: computed from answers while they are open, kept as they came out once they are finished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from milepost.apps.office.maturity.questions import question_set
from milepost.apps.office.models import Assessment, AssessmentAnswer
from milepost.engines.maturity import Answer, Cell, Claim, Profile, profile


def answers_of(assessment_ids: Sequence[int]) -> dict[int, list[Answer]]:
    """What was answered in each assessment; one query."""
    rows = AssessmentAnswer.objects.filter(assessment_id__in=assessment_ids).order_by("id")
    found: dict[int, list[Answer]] = {one: [] for one in assessment_ids}
    for assessment, question, person, level in rows.values_list("assessment_id", "question", "person_id", "level"):
        if level is not None:
            found[assessment].append(Answer(question, person, level))
    return found


def profile_of(assessment: Assessment, answers: Sequence[Answer]) -> Profile:
    """The profile of an assessment: the kept one, or what its answers come to so far."""
    return _from_json(assessment.profile) if assessment.finished_at else profile(question_set().bare, answers)


def profile_to_keep(answers: Sequence[Answer]) -> dict[str, Any]:
    """What a finished assessment keeps: later questions do not change what it said."""
    return {"version": question_set().version, **asdict(profile(question_set().bare, answers))}


def _from_json(kept: Mapping[str, Any]) -> Profile:
    cells = tuple(Cell(**one) for one in kept["cells"])
    claims = tuple(Claim(one["domain"], one["level"], tuple(one["bounded_by"]), tuple(one["missing"])) for one in kept["claims"])
    return Profile(cells, claims)
