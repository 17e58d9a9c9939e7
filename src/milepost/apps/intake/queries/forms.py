"""Request forms: those that somebody may ask by, those that they keep, and what stands in one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from milepost.apps.intake.access import KIND
from milepost.apps.intake.actions.ask import public_form
from milepost.apps.intake.actions.keep_form import form_to_keep
from milepost.apps.intake.errors import FormClosed
from milepost.apps.intake.fields import askable
from milepost.apps.intake.models import Asked, Form
from milepost.apps.org.access import scope_of, within
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import organisation_or_default, tree
from milepost.apps.sheets.models import Row, Sheet
from milepost.kernel.errors import NotFound

_MOST = 100


def open_forms() -> list[dict[str, Any]]:
    """The forms by which everybody of the organisation may ask, by title."""
    found = _living().filter(open=True).order_by("title", "id")
    return [{"id": form.pk, "title": form.title, "intro": form.intro, "place": form.sheet.node.name} for form in found[:_MOST]]


def kept_forms(*, actor_id: int, node_id: int) -> list[dict[str, Any]]:
    """The forms at a node and below that somebody may change, with their links. Raises NotFound."""
    node, scope = tree.place(actor_id, node_id), scope_of(actor_id, Capability.CREATE)
    found = _living().filter(scope.condition("sheet__node__"), within(node.path, "sheet__node__")).order_by("title", "id")
    return [_kept(form) for form in found[:_MOST]]


def form_kept(*, actor_id: int, form_id: int) -> dict[str, Any]:
    """One form for who may change it, with the columns that it may ask for. Raises NotFound and NotAllowed."""
    form = form_to_keep(actor_id, form_id)
    columns = [{"key": key, "titles": _titles(column.title, column.options)} for key, column in askable(form.sheet).items()]
    return {**_kept(form), "columns": columns}


def form_to_fill(*, form_id: int) -> dict[str, Any]:
    """An open form as whoever is signed in fills it. Raises NotFound and FormClosed."""
    form = _living().filter(id=form_id).first()
    if form is None:
        raise NotFound(what="form")
    return _to_fill(form)


def public_form_to_fill(token: str) -> dict[str, Any]:
    """A public form as somebody from outside fills it. Raises NotFound and FormClosed."""
    return _to_fill(public_form(token))


def asked_by_me(*, actor_id: int) -> list[dict[str, Any]]:
    """What somebody asked for by forms, wherever it lies, the newest first: also what they could not see otherwise."""
    found = list(Asked.objects.filter(person_id=actor_id, sheet__deleted_at=None, sheet__node__deleted_root=None).order_by("-at")[:_MOST])
    rows = Row.objects.filter(sheet_id__in={one.sheet_id for one in found}, row_id__in={one.row_id for one in found}, deleted_seq=None)
    cells = {(sheet, row): values for sheet, row, values in rows.values_list("sheet_id", "row_id", "cells")}
    return [_mine(one, cells[one.sheet_id, one.row_id]) for one in found if (one.sheet_id, one.row_id) in cells]


def _mine(asked: Asked, cells: dict[str, Any]) -> dict[str, Any]:
    return {
        "sheet_id": asked.sheet_id,
        "row_id": asked.row_id,
        "number": f"REQ-{cells.get('number')}",
        "name": str(cells.get("name") or ""),
        "state": str(cells.get("state") or "new"),
        "at": asked.at,
    }


def _living() -> Any:
    there = Sheet.objects.filter(kind=KIND, node__deleted_root=None)
    return Form.objects.select_related("sheet__node").filter(sheet__in=there)


def _kept(form: Form) -> dict[str, Any]:
    return {
        "id": form.pk,
        "title": form.title,
        "intro": form.intro,
        "fields": form.fields,
        "public": form.public,
        "open": form.open,
        "token": form.token,
        "sheet_id": form.sheet_id,
        "node_id": form.sheet.node_id,
        "node_name": form.sheet.node.name,
    }


def _to_fill(form: Form) -> dict[str, Any]:
    if not form.open:
        raise FormClosed
    columns = askable(form.sheet)
    fields = [_field(one, columns[one["key"]]) for one in form.fields if one["key"] in columns]
    return {"id": form.pk, "title": form.title, "intro": form.intro, "organisation": organisation_or_default().name, "fields": fields}


def _field(said: dict[str, Any], column: Any) -> dict[str, Any]:
    options = column.options
    labels = options.get("labels") or {}
    return {
        "key": said["key"],
        "title": said["title"],
        "titles": _titles(column.title, options),
        "help": said["help"],
        "required": said["required"],
        "type": column.type,
        "lines": options.get("lines") == "many",
        "choices": [{"value": value, "label": labels.get(value, {"en": value})} for value in options.get("choices") or ()],
    }


def _titles(title: str, options: Mapping[str, Any]) -> dict[str, str]:
    return {"en": title, **(options.get("titles") or {})}
