"""Open rows in which somebody is named, wherever they lie: by an index, so that the rows of others cost nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from milepost.apps.org.access import Scope
from milepost.apps.sheets.models import Row, RowNamed

MOST = 5_000
_COLUMNS = ("sheet_id", "row_id", "key", "resource", "sheet__kind", "sheet__name", "sheet__node_id", "sheet__node__path", "cells")


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row that is not done, and the column in which it names somebody; `path` is that of its sheet's node."""

    sheet_id: int
    row_id: int
    key: str
    resource: bool
    kind: str
    sheet: str
    node_id: int
    path: str
    cells: Mapping[str, Any]


def open_rows_of(scope: Scope, person_id: int, resources: Mapping[int, Collection[int]]) -> list[NamedRow]:
    """The open rows in scope that name a person, or one of the `resources` (ids by sheet) that they are; at most 5,000. One query.

    A row that names them in several columns comes once for each of these.
    """
    cells = Row.objects.filter(sheet_id=OuterRef("sheet_id"), row_id=OuterRef("row_id"), deleted_seq=None).values("cells")[:1]
    named = Q(who=person_id, resource=False)
    if resources:
        named |= reduce(or_, (Q(sheet_id=sheet, who__in=list(who), resource=True) for sheet, who in resources.items()))
    found = RowNamed.objects.filter(named, scope.check("sheet__node__"), done=False, sheet__deleted_at=None)
    rows = found.order_by("sheet_id", "row_id").annotate(cells=Subquery(cells)).values_list(*_COLUMNS)[:MOST]
    return [NamedRow(*row) for row in rows if row[-1] is not None]
