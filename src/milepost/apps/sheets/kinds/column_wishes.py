"""Columns that people add: what they ask for, read by the same rules as a declaration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from milepost.apps.sheets.declarations.columns import read_columns
from milepost.apps.sheets.declarations.problems import Problems
from milepost.apps.sheets.errors import ChoicesMissing, ColumnTypeUnknown
from milepost.apps.sheets.kinds import registry
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.names import plain_words
from milepost.apps.sheets.values import USER_TYPES
from milepost.apps.sheets.writing.store import columns_of_kind
from milepost.engines.sheet import Column
from milepost.engines.sheet.circles import circle_from
from milepost.engines.sheet.compute import CHILDREN, RollUp, computing_of, in_order
from milepost.engines.sheet.errors import ComputeBroken
from milepost.engines.sheet.types import GIVEN, TYPES
from milepost.formats.marked_yaml import Marked
from milepost.kernel.errors import Invalid

PLAIN_TYPES = tuple(type for type in USER_TYPES if type not in GIVEN and type not in ("link", "file"))
"""Types of columns that need nobody to fill or follow them."""
WISHES = frozenset({"required", "default", "unique", "hidden", "compute", "width"}).union(*TYPES.values())
"""What may be said of a column beside its title and type."""


def wished_column(
    *, key: str, title: str, type: str, wishes: Mapping[str, Any], beside: Mapping[str, Column], kind: str, plain: bool = False
) -> Column:
    """The column that somebody asks for, to stand beside others in sheets of a kind; `plain` where that is code and fills no others.

    `choices` are words, or mappings of `value`, `label`, `tone` and `weight`. Raises ColumnTypeUnknown, ChoicesMissing, KindUnknown,
    ComputeBroken, and Invalid for anything else that is wrong.
    """
    types = PLAIN_TYPES if plain else USER_TYPES
    if type not in types:
        raise ColumnTypeUnknown(type=type, types=", ".join(types))
    left_out = ("compute", "unique") if plain else ()
    told = {name: value for name, value in wishes.items() if value is not None and name not in left_out}
    if type in ("choice", "choices"):
        told["choices"] = [choice for one in told.get("choices") or () if (choice := _stripped(one))]
        if not told["choices"]:
            raise ChoicesMissing
    else:
        told.pop("choices", None)
    column = _read({"key": key, "title": plain_words(title, "title"), "type": type, **told})
    if type == "link":
        kind_named(str(column.options.get("to")))
    _refuse_bad_computing(column, beside, kind)
    return column


def wishes_of(column: Column) -> dict[str, Any]:
    """What was asked for when the column was made, to change a part of it."""
    told: dict[str, Any] = {name: value for name, value in column.options.items() if name in WISHES}
    if "choices" in told and column.type in ("choice", "choices"):
        parts = {name: column.options.get(f"{name}s") or {} for name in ("label", "tone", "weight")}
        told["choices"] = [
            {"value": value, **{name: by[value] for name, by in parts.items() if value in by}} for value in column.options["choices"]
        ]
    elif column.type == "symbol":
        told.pop("choices", None)
    return {**told, "width": column.width}


def _read(told: Mapping[str, Any]) -> Column:
    said = Problems("")
    columns, _ = read_columns(said, _marked([told]))
    if said.found:
        raise Invalid(field="column", reason=said.found[0][1].removesuffix("."))
    (column,) = columns.values()
    return column


def _refuse_bad_computing(column: Column, beside: Mapping[str, Column], kind: str) -> None:
    together = {**beside, column.key: column}
    in_order(together)
    said = computing_of(column)
    if not isinstance(said, RollUp) or said.over == CHILDREN:
        return
    if together[said.over].type != "link":
        raise ComputeBroken(key=column.key, reason=f"{said.over} is no link column")
    kinds = {name: {one.key: one for one in columns_of_kind(name)} for name in registry.all_kinds()}
    to = str(together[said.over].options.get("to"))
    if said.of and said.of not in kinds.get(to, {}):
        raise ComputeBroken(key=column.key, reason=f"the kind {to} has no column {said.of}")
    if circle := circle_from({**kinds, kind: together}, kind, column.key):
        raise ComputeBroken(key=column.key, reason=f"it is computed from itself: {', '.join(f'{name}.{one}' for name, one in circle)}")


def _stripped(choice: Any) -> Any:
    return choice.strip() if isinstance(choice, str) else choice


def _marked(value: Any) -> Marked:
    if isinstance(value, dict):
        return Marked({str(key): _marked(one) for key, one in value.items()}, 1)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Marked([_marked(one) for one in value], 1)
    return Marked(value, 1)
