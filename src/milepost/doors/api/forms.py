"""Request forms: filling one signed in or by its public link, and keeping them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Router, Schema
from pydantic import Field

from milepost.apps.intake.actions.ask import Stranger, ask, ask_from_outside
from milepost.apps.intake.actions.keep_form import change_form, make_form
from milepost.apps.intake.queries.forms import asked_by_me, form_kept, form_to_fill, kept_forms, open_forms, public_form_to_fill
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.limits import slow_down
from milepost.doors.api.request_schemas import FormChoiceOut, State
from milepost.doors.clock import now

router = Router(tags=["forms"])
Secret = Annotated[str, Path(max_length=100)]
Answer = (
    Annotated[str, Field(max_length=5000)] | float | bool | Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=50)]
)


class FormFieldOut(Schema):
    """A question of a form: `title` where the office worded it, else the column's by language."""

    key: str
    title: str
    titles: dict[str, str]
    help: str
    required: bool
    type: str
    lines: bool
    choices: list[FormChoiceOut]


class FormOut(Schema):
    """A form to fill."""

    id: int
    title: str
    intro: str
    organisation: str
    fields: list[FormFieldOut]


class FormRef(Schema):
    """A form by which somebody may ask."""

    id: int
    title: str
    intro: str
    place: str


class FormsOut(Schema):
    """All such forms."""

    items: list[FormRef]


class FieldKept(Schema):
    """A question as it is kept: the key of a column, an own wording, help text."""

    key: Annotated[str, Field(max_length=40)]
    title: Annotated[str, Field(max_length=200)] = ""
    help: Annotated[str, Field(max_length=1000)] = ""
    required: bool = False


class FormKept(Schema):
    """A form for who keeps it; the public link ends in its `token`."""

    id: int
    title: str
    intro: str
    fields: list[FieldKept]
    public: bool
    open: bool
    token: str
    sheet_id: int
    node_id: int
    node_name: str


class AskableOut(Schema):
    """A column that a form may ask for."""

    key: str
    titles: dict[str, str]


class FormToKeep(FormKept):
    """The same with all that it may ask for."""

    columns: list[AskableOut]


class FormsKept(Schema):
    """The forms at a node and below."""

    items: list[FormKept]


class FormIn(Schema):
    """A new form."""

    title: Annotated[str, Field(min_length=1, max_length=100)]


class FormChange(Schema):
    """What shall be other in a form; `new_link` makes the old link worthless."""

    title: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    intro: Annotated[str, Field(max_length=2000)] | None = None
    fields: Annotated[list[FieldKept], Field(max_length=40)] | None = None
    public: bool | None = None
    open: bool | None = None
    new_link: bool = False


class AnswersIn(Schema):
    """What somebody answered, by the key of the question."""

    answers: Annotated[dict[Annotated[str, Field(max_length=40)], Answer], Field(max_length=60)]


class AnswersFromOutside(AnswersIn):
    """The same with who they are. `website` is a question that no person sees: who answers it is a machine."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    address: Annotated[str, Field(min_length=3, max_length=254)]
    website: Annotated[str, Field(max_length=500)] = ""


class RequestMadeOut(Schema):
    """The request that was made."""

    sheet_id: int
    row_id: int
    number: str


class ReceivedOut(Schema):
    """What somebody from outside is told: the number of their request."""

    number: str


class AskedItem(Schema):
    """Something that one asked for."""

    sheet_id: int
    row_id: int
    number: str
    name: str
    state: State
    at: datetime


class AskedList(Schema):
    """All that one asked for by forms, the newest first."""

    items: list[AskedItem]


@router.get("/forms", response=FormsOut, operation_id="list_forms")
def list_forms(request: Request) -> dict[str, Any]:
    """The forms by which everybody of the organisation may ask for something."""
    return {"items": open_forms()}


@router.get("/forms/asked", response=AskedList, operation_id="list_asked")
def list_asked(request: Request) -> dict[str, Any]:
    """What you asked for by forms, and how it stands."""
    return {"items": asked_by_me(actor_id=request.auth.id)}


@router.get("/forms/{form_id}", response=FormOut, operation_id="get_form")
def get_form(request: Request, form_id: Id) -> dict[str, Any]:
    """A form to fill, signed in."""
    return form_to_fill(form_id=form_id)


@router.post("/forms/{form_id}/requests", response={201: RequestMadeOut}, operation_id="ask_by_form")
def post_request(request: Request, form_id: Id, body: AnswersIn) -> dict[str, Any]:
    """Ask for something by a form, in your name."""
    return asdict(ask(actor_id=request.auth.id, form_id=form_id, answers=dict(body.answers), at=now()))


@router.get("/intake/{node_id}/forms", response=FormsKept, operation_id="list_kept_forms")
def list_kept(request: Request, node_id: Id) -> dict[str, Any]:
    """The forms at a node and below that you may change, with their links."""
    return {"items": kept_forms(actor_id=request.auth.id, node_id=node_id)}


@router.post("/intake/{node_id}/forms", response={201: FormToKeep}, operation_id="make_form")
def post_form(request: Request, node_id: Id, body: FormIn) -> dict[str, Any]:
    """Make a form of a node; its first one makes the register that the answers go to."""
    form_id = make_form(actor_id=request.auth.id, node_id=node_id, title=body.title, at=now())
    return form_kept(actor_id=request.auth.id, form_id=form_id)


@router.get("/forms/{form_id}/kept", response=FormToKeep, operation_id="get_kept_form")
def get_kept(request: Request, form_id: Id) -> dict[str, Any]:
    """A form for who keeps it, with all that it may ask for."""
    return form_kept(actor_id=request.auth.id, form_id=form_id)


@router.patch("/forms/{form_id}", response=FormToKeep, operation_id="change_form")
def patch_form(request: Request, form_id: Id, body: FormChange) -> dict[str, Any]:
    """Change a form, open or close it, let the outside in, or give it another link."""
    said = body.dict(exclude_none=True)
    change_form(actor_id=request.auth.id, form_id=form_id, at=now(), **said)
    return form_kept(actor_id=request.auth.id, form_id=form_id)


@router.get("/public/forms/{token}", response=FormOut, auth=None, operation_id="get_public_form")
def get_public(request: HttpRequest, token: Secret) -> dict[str, Any]:
    """A public form. Works without signing in; a link that does not hold answers as one that never was."""
    slow_down(request, "form")
    return public_form_to_fill(token)


@router.post("/public/forms/{token}", response={201: ReceivedOut}, auth=None, operation_id="ask_by_public_form")
def post_public(request: HttpRequest, token: Secret, body: AnswersFromOutside) -> dict[str, Any]:
    """Ask for something from outside: ten a minute from one place, a hundred an hour by one form."""
    slow_down(request, "ask", most=10)
    if body.website:  # a machine is thanked like everybody, and learns nothing
        public_form_to_fill(token)
        return {"number": "REQ-0"}
    made = ask_from_outside(token=token, answers=dict(body.answers), who=Stranger(body.name, body.address), at=now())
    return {"number": made.number}
