"""The columns that a list brings along: in the register, or for all projects where the list is one of projects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from milepost.apps.sheets.actions.arrange_kind import add_kind_column
from milepost.apps.sheets.actions.arrange_sheet import add_column
from milepost.apps.sheets.lists.options import NEW
from milepost.apps.sheets.lists.plan import Plan
from milepost.apps.sheets.models import Change
from milepost.apps.sheets.models import Column as ColumnTable
from milepost.apps.sheets.writing.store import columns_of_kind
from milepost.engines.sheet import Cell, Column

Turn = Callable[[], AbstractContextManager[None]]


def make_columns(plan: Plan, sheet_id: int | None, turn: Turn, *, import_id: int, actor_id: int, at: datetime) -> dict[str, str]:
    """Make what is missing; `+3` (the fourth column of the list) to the key of the column that it became. Again does no harm.

    Each is made in one `turn`, a transaction in which nobody else goes on with the import.

    Raises NotAllowed, and what a column may be refused for.
    """
    made: dict[str, str] = {}
    for listed in plan.understood.columns:
        column = listed.column
        if listed.to != NEW or column is None:
            continue
        with turn():
            if sheet_id is None:
                made[column.key] = _of_kind(plan.target.kind, column, actor_id, at)
            else:
                made[column.key] = _in_sheet(sheet_id, column, f"list-{import_id}-column-{listed.guess.index}", actor_id, at)
    return made


def in_made_columns(cells: Mapping[str, Cell], made: Mapping[str, str]) -> dict[str, Cell]:
    """The cells of a list by the keys of the columns that were `made`; cells of columns that nobody made are left out."""
    return {made.get(key, key): value for key, value in cells.items() if not key.startswith("+") or key in made}


def _of_kind(kind: str, column: Column, actor_id: int, at: datetime) -> str:
    known = next((one.key for one in columns_of_kind(kind) if one.title == column.title and one.type == column.type), None)
    if known is not None:
        return known
    choices, options = _wishes(column)
    return add_kind_column(actor_id=actor_id, kind=kind, title=column.title, type=column.type, at=at, choices=choices, options=options)


def _in_sheet(sheet_id: int, column: Column, client_op_id: str, actor_id: int, at: datetime) -> str:
    own = ColumnTable.objects.filter(sheet_id=sheet_id, title=column.title).order_by("-position").values_list("key", flat=True)
    if not Change.objects.filter(sheet_id=sheet_id, actor_id=actor_id, client_op_id=client_op_id).exists():
        choices, options = _wishes(column)
        add_column(
            actor_id=actor_id,
            sheet_id=sheet_id,
            title=column.title,
            type=column.type,
            at=at,
            choices=choices,
            options=options,
            client_op_id=client_op_id,
        )
    return own[0]


def _wishes(column: Column) -> tuple[list[str], Mapping[str, object]]:
    options = dict(column.options)
    return [str(choice) for choice in options.pop("choices", ())], options
