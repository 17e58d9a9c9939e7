"""The handbook of a place: its method as something to read."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.practice.queries.handbook import handbook
from milepost.doors.api.auth import Request
from milepost.doors.api.held_schemas import PackChangeOut
from milepost.doors.api.ids import Id
from milepost.doors.api.method_schemas import SaysOut

router = Router(tags=["handbook"])


class BookPlaceOut(Schema):
    """Whose handbook it is."""

    id: int
    name: str


class BookOfficeOut(Schema):
    """The office that is responsible there."""

    id: int
    name: str
    type: str


class FaqOut(Schema):
    """A question that the office answers to all."""

    question_id: int
    question: str
    answer: str


class EditionOut(Schema):
    """A version of the method, and what was said when it was released."""

    number: int
    at: datetime
    note: str


class HandbookOut(Schema):
    """The method that holds at a place. `number` is the version shown and `holds` the one in force; null, as `says`, without a method.

    `changes` are those since the version before; `titles` says what their keys are called, by language.
    """

    node: BookPlaceOut
    office: BookOfficeOut | None
    number: int | None
    holds: int | None
    versions: list[EditionOut]
    says: SaysOut | None
    changes: list[PackChangeOut]
    titles: dict[str, dict[str, str]]
    faq: list[FaqOut]


class HandbookQuery(Schema):
    """Which version."""

    version: Annotated[int | None, Field(ge=1, le=1_000_000, description="The number of a version; without it the one in force.")] = None


@router.get("/nodes/{node_id}/handbook", response=HandbookOut, operation_id="get_handbook")
def get_handbook(request: Request, node_id: Id, query: Query[HandbookQuery]) -> dict[str, Any]:
    """The handbook of a place, as it is or as another version of the method says."""
    return handbook(actor_id=request.auth.id, node_id=node_id, number=query.version)
