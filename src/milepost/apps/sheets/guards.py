"""Who else has a say in changes of sheets: a protocol, because sheets know no offices.

A right to edit is held at a place. A higher app may say no to somebody who has it, for example to who does not run a project.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from milepost.apps.sheets.models import Sheet

Guard: TypeAlias = Callable[[int, Sheet], None]
"""Takes who wants to change a sheet and the sheet with its node, and raises where they may not."""

_guards: list[Guard] = []


def register_guard(guard: Guard) -> None:
    """Ask this function before each change of a sheet, from the `AppConfig.ready` of the app that owns it."""
    if guard not in _guards:
        _guards.append(guard)


def ask_guards(actor_id: int, sheet: Sheet) -> None:
    """Raise what a guard raises."""
    for guard in _guards:
        guard(actor_id, sheet)
