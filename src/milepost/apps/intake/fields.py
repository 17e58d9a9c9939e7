"""What a form may ask for: columns of its register that somebody from outside can fill, and how an answer becomes a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from milepost.apps.intake.errors import AnswerMissing, AnswerUnfit
from milepost.apps.intake.following import GUARDED
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.values import fit
from milepost.apps.sheets.writing.nameable import surroundings
from milepost.apps.sheets.writing.store import columns_of
from milepost.engines.sheet import Cell, Column
from milepost.engines.sheet import Sheet as Model
from milepost.kernel.errors import Invalid

_ASKABLE = frozenset({"text", "number", "money", "percent", "date", "choice", "choices", "check"})
_OURS = GUARDED | {"contact"}
MOST_LETTERS = 5000
MOST_FIELDS = 40


def askable(sheet: Sheet) -> dict[str, Column]:
    """The columns that a form may ask for, by key: nothing that names people, other rows or files."""
    return {one.key: one for one in columns_of(sheet) if one.type in _ASKABLE and not one.computed and one.key not in _OURS}


def checked_fields(sheet: Sheet, fields: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The fields of a form as they are kept; its name is always asked for. Raises Invalid."""
    columns = askable(sheet)
    kept: list[dict[str, Any]] = []
    for one in fields:
        if one["key"] not in columns or one["key"] in {before["key"] for before in kept}:
            raise Invalid(field="fields", reason=f"{one['key']} is no column that a form can ask for, or stands there twice")
        required = bool(one.get("required")) or one["key"] == "name"
        kept.append(
            {"key": one["key"], "title": str(one.get("title", ""))[:200], "help": str(one.get("help", ""))[:1000], "required": required}
        )
    if "name" not in {one["key"] for one in kept}:
        kept.insert(0, {"key": "name", "title": "", "help": "", "required": True})
    if len(kept) > MOST_FIELDS:
        raise Invalid(field="fields", reason=f"a form has at most {MOST_FIELDS} fields")
    return kept


def answered(model: Model, fields: Sequence[Mapping[str, Any]], answers: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of what somebody answered; what the form does not ask for is left out. Raises AnswerMissing and AnswerUnfit."""
    around = surroundings(model, actor_id=None)
    cells: dict[str, Cell] = {}
    for field in fields:
        column = model.columns.get(str(field["key"]))
        if column is None:  # retired since the form was made
            continue
        title, answer = str(field["title"] or column.title), answers.get(column.key)
        if answer is None or (isinstance(answer, str) and not answer.strip()):
            if field["required"]:
                raise AnswerMissing(title=title, key=column.key)
            continue
        cells[column.key] = _cell(column, title, answer, lambda value, at=column: fit(at, value, around))
    return cells


def _cell(column: Column, title: str, answer: Cell, fitted: Any) -> Cell:
    if isinstance(answer, str) and len(answer) > MOST_LETTERS:
        raise AnswerUnfit(title=title, reason=f"it has more than {MOST_LETTERS} characters", key=column.key)
    value: Cell = fitted(answer)
    if isinstance(value, dict):
        raise AnswerUnfit(title=title, reason=f"{value.get('raw')} is not what the field takes", key=column.key)
    return value
