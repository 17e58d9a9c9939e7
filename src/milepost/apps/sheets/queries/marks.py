"""What a row still lacks: required cells that are empty, and what the checks of its declaration say. Advice, never a refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from milepost.apps.sheets.queries.chosen import Register, reader_for
from milepost.apps.sheets.queries.declared_parts import declared
from milepost.engines.sheet.select_line import Line
from milepost.engines.sheet.select_values import is_empty
from milepost.engines.sheet.select_where import holds

REQUIRED = {"en": "This must be filled in.", "de": "Das muss ausgefüllt werden."}
Marks = dict[str, dict[str, str]]
"""Column key to the sentence by language."""


def marker(register: Register, shown: Sequence[Line], today: date) -> Callable[[Mapping[str, Any]], Marks] | None:
    """A function that says what the cells of a row lack, the first thing for each cell; None where nothing is ever asked."""
    declaration = declared(register.kind)
    checks = declaration.checks if declaration else ()
    required = [key for key, column in register.columns.items() if column.options.get("required") and not column.computed]
    if not checks and not required:
        return None
    reader = reader_for(register, shown, {condition[0] for check in checks for condition in check.when}, today)
    tests = [(check.column, dict(check.say), holds(check.when, reader)) for check in checks]

    def marks(cells: Mapping[str, Any]) -> Marks:
        found = {key: REQUIRED for key in required if is_empty(cells.get(key))}
        for key, say, test in tests:
            if key not in found and test(cells):
                found[key] = say
        return found

    return marks
