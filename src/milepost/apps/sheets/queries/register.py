"""One register: its head without rows, and its rows by windows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from milepost.apps.org.access import Scope, path_names, scope_of
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.sheets.days import today_of, zone_of
from milepost.apps.sheets.models import Row, Sheet
from milepost.apps.sheets.queries.as_of import Past, lines_at, moment_meant
from milepost.apps.sheets.queries.chosen import Register
from milepost.apps.sheets.queries.declared_parts import may_do, titles_of, told_formats
from milepost.apps.sheets.queries.own_columns import about_own_columns
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.queries.snapshot import head_of
from milepost.apps.sheets.queries.views import views_at
from milepost.apps.sheets.queries.window import Ask, window_text
from milepost.apps.sheets.queries.withheld import may_be_withheld, without_withheld
from milepost.apps.sheets.writing.store import columns_of
from milepost.kernel.errors import NotFound


def register_head(*, actor_id: int, sheet_id: int) -> dict[str, Any]:
    """A register without its rows: columns, views, where it is, and what the person may do there. Raises NotFound."""
    sheet, scope = _seen(actor_id, sheet_id)
    bits = scope.bits_at(sheet.node.path)
    return {
        **head_of(actor_id, sheet, bits),
        "node": way_to(sheet.node_id, sheet.node.name, sheet.node.kind, sheet.node.path),
        "views": views_at(scope, kind=sheet.kind, path=sheet.node.path, sheet_id=sheet_id),
        "formats": told_formats(sheet.kind),
        **titles_of(sheet.kind),
        "may": may_do(bits, sheet.kind),
        **about_own_columns(actor_id, sheet.kind, sheet_id),
        "rows": Row.objects.filter(sheet_id=sheet_id, deleted_seq=None).count(),
    }


def register_rows(*, actor_id: int, sheet_id: int, ask: Ask, at: datetime) -> str:
    """A window of one register as JSON text. Raises NotFound, and BadSelection where the filter, sort or group cannot be read."""
    return window_text(one_register(actor_id, sheet_id, ask.as_of), ask, today=today_of(actor_id, at))


def one_register(actor_id: int, sheet_id: int, as_of: str | None = None) -> Register:
    """The rows of one sheet as the person may see them, now or as they were. Raises NotFound and BadDay."""
    sheet, scope = _seen(actor_id, sheet_id)
    rows = rows_kept.rows({sheet_id: sheet.seq})[sheet_id]
    columns = {column.key: column for column in columns_of(sheet)}
    past = {sheet_id: Past(sheet.kind, columns, rows)}
    moment = moment_meant(as_of, zone_of(actor_id)) if as_of is not None else None
    lines = rows.lines if moment is None else lines_at(past, moment)[sheet_id]
    lines = without_withheld(scope, columns, lines, moment)
    places = {sheet_id: (sheet.node_id, sheet.node.name)}
    shared = as_of is None and not may_be_withheld(columns)
    return Register(sheet.kind, columns, lines, {sheet_id: rows.seq}, places, scope, across=False, shared=shared)


def way_to(node_id: int, name: str, kind: str, path: str) -> dict[str, Any]:
    """A node with the way to it, from the root to itself."""
    steps = [{"id": pk, "name": step, "kind": step_kind} for pk, step, step_kind in path_names([path])[path]]
    return {"id": node_id, "name": name, "kind": kind, "path": steps, "currency": organisation_or_default().currency}


def _seen(actor_id: int, sheet_id: int) -> tuple[Sheet, Scope]:
    sheet = Sheet.objects.select_related("node").filter(id=sheet_id).first()
    scope = scope_of(actor_id)
    if sheet is None or not scope.allows(sheet.node.path):
        raise NotFound(what="sheet")
    return sheet, scope
