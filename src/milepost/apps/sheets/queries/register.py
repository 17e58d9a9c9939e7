"""One register: its head without rows, and its rows by windows."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from milepost.apps.org.access import Scope, path_names, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import person
from milepost.apps.sheets.models import Row, Sheet
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.queries.snapshot import head_of
from milepost.apps.sheets.queries.window import Ask, Register, window_text
from milepost.apps.sheets.store import columns_of
from milepost.kernel.errors import NotFound


def register_head(*, actor_id: int, sheet_id: int) -> dict[str, Any]:
    """A register without its rows: columns, views, where it is, and what the person may do there. Raises NotFound."""
    sheet, scope = _seen(actor_id, sheet_id)
    bits = scope.bits_at(sheet.node.path)
    steps = [{"id": pk, "name": name, "kind": kind} for pk, name, kind in path_names([sheet.node.path])[sheet.node.path]]
    node = {"id": sheet.node_id, "name": sheet.node.name, "kind": sheet.node.kind, "path": steps}
    rows = Row.objects.filter(sheet_id=sheet_id, deleted_seq=None).count()
    return {**head_of(actor_id, sheet, bits), "node": node, "views": [], "formats": [], "may": may_do(bits), "rows": rows}


def register_rows(*, actor_id: int, sheet_id: int, ask: Ask, at: datetime) -> str:
    """A window of one register as JSON text. Raises NotFound, and BadSelection where the filter, sort or group cannot be read."""
    sheet, scope = _seen(actor_id, sheet_id)
    rows = rows_kept.rows({sheet_id: sheet.seq})[sheet_id]
    columns = {column.key: column for column in columns_of(sheet)}
    places = {sheet_id: (sheet.node_id, sheet.node.name)}
    register = Register(columns, (), rows.lines, {sheet_id: rows.seq}, places, scope, across=False)
    return window_text(register, ask, today=today_of(actor_id, at))


def today_of(actor_id: int, at: datetime) -> date:
    """The day that it is for a person."""
    reader = person(actor_id)
    return at.astimezone(ZoneInfo(reader.zone if reader else "UTC")).date()


def may_do(bits: int) -> list[str]:
    """What somebody with these rights may do in a register."""
    edits = ["edit", "insert", "delete", "columns"] if bits & Capability.EDIT else []
    return [*edits, "comment"] if bits & Capability.COMMENT else edits


def _seen(actor_id: int, sheet_id: int) -> tuple[Sheet, Scope]:
    sheet = Sheet.objects.select_related("node").filter(id=sheet_id).first()
    scope = scope_of(actor_id)
    if sheet is None or not scope.allows(sheet.node.path):
        raise NotFound(what="sheet")
    return sheet, scope
