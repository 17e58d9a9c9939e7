"""One row by itself, with all that a reader needs to understand it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.access import visible_sheet
from milepost.apps.sheets.days import today_of
from milepost.apps.sheets.models import Comment, File
from milepost.apps.sheets.queries.declared_parts import may_do
from milepost.apps.sheets.queries.labels import linked_rows, links_in, people_in, told_links
from milepost.apps.sheets.queries.marks import marker
from milepost.apps.sheets.queries.register import one_register, way_to
from milepost.apps.sheets.row_access import row_for
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.engines.sheet.select_line import ancestors


def one_row(*, actor_id: int, sheet_id: int, row_id: int, at: datetime) -> dict[str, Any]:
    """A row with its columns, the names of what it mentions, how much was said and attached, and what the person may do with it.

    What they may not see is withheld as in a window of the register. Raises NotFound.
    """
    row_for(actor_id, sheet_id, row_id)
    sheet, register = visible_sheet(actor_id, sheet_id), one_register(actor_id, sheet_id)
    line = next(one for one in register.lines if one.id == row_id)
    columns = register.columns.values()
    links = links_in([line], columns)
    primary, marks = primary_key(columns), marker(register, [line], today_of(actor_id, at))
    return {
        "id": row_id,
        "sheet_id": sheet_id,
        "sheet": sheet.name,
        "kind": sheet.kind,
        "node": way_to(sheet.node_id, sheet.node.name, sheet.node.kind, sheet.node.path),
        "seq": register.seqs[sheet_id],
        "name": row_name(line.cells, primary),
        "parent_id": line.parent,
        "above": [row_name(above.cells, primary) for above in ancestors(line)],
        "cells": line.cells,
        "marks": marks(line.cells) if marks else {},
        "columns": [asdict(column) for column in columns],
        "names": {str(pk): name for pk, name in names_of(people_in([line], columns)).items()},
        "links": told_links(sorted(links), linked_rows(register.scope, links)),
        "comments": Comment.objects.filter(sheet_id=sheet_id, row_id=row_id, deleted_at=None).count(),
        "files": File.objects.filter(sheet_id=sheet_id, row_id=row_id, deleted_at=None).count(),
        "may": may_do(register.scope.bits_at(sheet.node.path), sheet.kind),
    }
