"""Ask for something by a form: signed in, or from outside by its link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from milepost.apps.intake.errors import FormClosed, FormFlooded
from milepost.apps.intake.events import REQUEST_ASKED
from milepost.apps.intake.fields import answered
from milepost.apps.intake.models import Asked, Form
from milepost.apps.intake.writing import add_row, lock
from milepost.apps.org.queries import person
from milepost.apps.trail.actions.record import record
from milepost.engines.sheet import Cell
from milepost.kernel.errors import Invalid, NotFound

MOST_AN_HOUR = 100
"""How many requests from outside one form takes in an hour."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """Who asks from outside, as they say."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Made:
    """The new request."""

    sheet_id: int
    row_id: int
    number: str


@transaction.atomic
def ask(*, actor_id: int, form_id: int, answers: Mapping[str, Cell], at: datetime) -> Made:
    """Make a request by an open form, in the asker's name. Everybody who is signed in may.

    Raises NotFound, FormClosed, AnswerMissing and AnswerUnfit.
    """
    form = Form.objects.filter(id=form_id, sheet__deleted_at=None, sheet__node__deleted_root=None).first()
    if form is None or person(actor_id) is None:
        raise NotFound(what="form")
    return _make(form, answers, actor_id, None, at)


@transaction.atomic
def ask_from_outside(*, token: str, answers: Mapping[str, Cell], who: Stranger, at: datetime) -> Made:
    """Make a request by the link of a public form. Raises as `ask`, FormFlooded beyond 100 an hour, Invalid without name and address."""
    form = public_form(token)
    if Asked.objects.filter(form=form, person_id=None, at__gt=at - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise FormFlooded
    if not who.name.strip() or "@" not in who.address.strip("@ "):
        raise Invalid(field="address", reason="a name and an address are needed, so that somebody can answer")
    return _make(form, answers, None, who, at)


def public_form(token: str) -> Form:
    """The public form of a link. Raises NotFound for a link that is none, or that was taken back."""
    form = Form.objects.select_related("sheet").filter(token=token, public=True, sheet__deleted_at=None).first()
    if form is None or form.sheet.node.deleted_root is not None:
        raise NotFound(what="form")
    return form


def _make(form: Form, answers: Mapping[str, Cell], actor_id: int | None, who: Stranger | None, at: datetime) -> Made:
    if not form.open:
        raise FormClosed
    writing = lock(form.sheet_id, actor_id, at)
    cells = answered(writing.model, form.fields, answers)
    name, address = (" ".join(who.name.split())[:200], who.address.strip()[:254]) if who else ("", "")
    if who:
        cells["contact"] = f"{name} <{address}>"
    row_id = add_row(writing, cells)
    said = {"person_id": actor_id, "name": name, "address": address}
    Asked.objects.create(sheet_id=form.sheet_id, row_id=row_id, form=form, at=at, **said)
    told = {"name": str(cells["name"])[:200], "row": row_id, "form": form.pk}
    record(REQUEST_ASKED, actor_id=actor_id, at=at, node_id=writing.sheet.node_id, sheet_id=form.sheet_id, data=told)
    return Made(form.sheet_id, row_id, f"REQ-{writing.model.rows[row_id].cells.get('number')}")
