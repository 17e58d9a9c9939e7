"""What is expected of me: one list of everything, by due date."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import Field, TypeAdapter

from milepost.apps.practice.queries.expectations import Expected, expected_of
from milepost.doors.api.auth import Request
from milepost.doors.clock import now

router = Router(tags=["expectations"])
Kind = Literal["task", "row", "status", "artefact", "finding", "check_in", "waiver", "request", "mention", "question", "training"]
When = Literal["overdue", "week", "next", "later", "undated"]
_WRITER = TypeAdapter(Expected)


class AskedByOut(Schema):
    """What asks for it; of a policy or an artefact of the method its own words `said` and the reason `because`, by language."""

    code: str
    data: dict[str, Any]
    key: str
    said: dict[str, str]
    because: dict[str, str]


class ExpectationOut(Schema):
    """Something that is expected of you.

    `title` is by language; a name that somebody gave stands under `en`. `does` is the address of the page on which it is done. `waive`
    is what a waiver may be asked for, at `node_id`; empty where none may. `procedure` is the key of one in `procedures`.
    """

    kind: Kind
    id: str
    node_id: int | None
    path: list[str] = Field(description="The names from the root to its place.")
    title: dict[str, str]
    due: date | None
    when: When
    why: AskedByOut
    does: str
    verb: str = Field(description="What is done there.")
    data: dict[str, Any]
    subject: str
    severity: Literal["", "advice", "warning", "error"]
    waive: str
    procedure: str


class BesideOut(Schema):
    """How something is done, by language; the text is Markdown."""

    title: dict[str, str]
    text: dict[str, str]


class ExpectationsOut(Schema):
    """All that is expected of you, by due date; the week ends on its Sunday. At most 1,000 items; the counts count all."""

    today: date
    week_ends: date
    total: int
    counts: dict[str, int] = Field(description="How many are overdue, due this week, next week, later, and without a date.")
    kinds: dict[str, int]
    items: list[ExpectationOut]
    procedures: dict[str, BesideOut] = Field(description="Those that stand beside the items.")


@router.get("/expectations", response=ExpectationsOut, operation_id="list_expectations")
def list_expectations(request: Request) -> HttpResponse:
    """What is expected of you, from everything that expects something, by due date."""
    # Hundreds are written at once: the framework would check each field of its own answer, ten times as slowly.
    found = expected_of(actor_id=request.auth.id, at=now())
    return HttpResponse(_WRITER.dump_json(found), content_type="application/json")
