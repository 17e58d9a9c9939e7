"""Make a request form, change it, close it, and give it another link."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.intake.access import KIND
from milepost.apps.intake.events import FORM_CHANGED
from milepost.apps.intake.fields import checked_fields
from milepost.apps.intake.models import Form
from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import person
from milepost.apps.sheets.actions.create_register import may_stand
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.declarations import in_language
from milepost.apps.sheets.errors import KindNotHere
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.names import plain_words
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound

USUAL = ("name", "need", "unit", "category", "wanted_for")
"""What a new form asks for until somebody chooses."""
_SECRET_BYTES = 24


@transaction.atomic
def make_form(*, actor_id: int, node_id: int, title: str, at: datetime) -> int:
    """Make a form of a node, closed to the outside; the node gets its register of requests with the first one.

    Raises NotFound, NotAllowed (CREATE), KindNotHere for a node that takes no requests, Invalid for a title that is none.
    """
    node_for(actor_id, node_id, Capability.CREATE, lock=True)
    sheet = Sheet.objects.filter(node_id=node_id, kind=KIND).order_by("created_at", "id").first() or _register(actor_id, node_id, at)
    fields = checked_fields(sheet, [{"key": key, "required": key == "need"} for key in USUAL])
    said = {"title": plain_words(title, "title"), "fields": fields, "token": _token()}
    form = Form.objects.create(sheet=sheet, by=actor_id, at=at, **said)
    _tell(form, actor_id, node_id, at)
    return form.pk


@transaction.atomic
def change_form(
    *, actor_id: int, form_id: int, at: datetime, fields: Sequence[Mapping[str, Any]] | None = None, new_link: bool = False, **said: Any
) -> None:
    """Change a form: `title`, `intro`, `public`, `open`; `new_link` makes the old one worthless.

    Raises NotFound, NotAllowed (CREATE), Invalid.
    """
    form = form_to_keep(actor_id, form_id)
    if "title" in said:
        said["title"] = plain_words(said["title"], "title")
    if fields is not None:
        form.fields = checked_fields(form.sheet, fields)
    if new_link:
        form.token = _token()
    for name, value in said.items():
        setattr(form, name, value)
    form.save()
    _tell(form, actor_id, form.sheet.node_id, at)


def form_to_keep(actor_id: int, form_id: int) -> Form:
    """The form, for somebody who may change it. Raises NotFound and NotAllowed."""
    form = Form.objects.select_related("sheet").filter(id=form_id, sheet__deleted_at=None).first()
    if form is None:
        raise NotFound(what="form")
    try:
        node_for(actor_id, form.sheet.node_id, Capability.CREATE)
    except NotFound:
        raise NotFound(what="form") from None
    return form


def _register(actor_id: int, node_id: int, at: datetime) -> Sheet:
    declaration, maker = declaration_of(kind_named(KIND)), person(actor_id)
    node = node_for(actor_id, node_id, Capability.CREATE)
    if declaration is None or not may_stand(declaration, node.kind):
        raise KindNotHere(title=declaration.title["en"] if declaration else KIND, node=node.kind)
    name = in_language(declaration.title, maker.locale if maker else "en")
    return Sheet.objects.get(id=create_sheet(actor_id=actor_id, node_id=node_id, kind=KIND, name=name, at=at).sheet_id)


def _token() -> str:
    return secrets.token_urlsafe(_SECRET_BYTES)


def _tell(form: Form, actor_id: int, node_id: int, at: datetime) -> None:
    record(FORM_CHANGED, actor_id=actor_id, at=at, node_id=node_id, sheet_id=form.sheet_id, data={"name": form.title})
