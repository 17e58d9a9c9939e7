"""What another process does that edits the same sheet; it finds its database in MILEPOST_DATABASE_URL."""

from __future__ import annotations

from tests.api.sheets.budget import Budget
from tests.cast import NOW

from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.kinds.kind import register
from milepost.engines.sheet import Set


def main(sheet_id: int, actor_id: int, row: int, count: int) -> None:
    """Raise the amount of a row by one, again and again; print each `seq` once it is acknowledged."""
    register(Budget())
    for n in range(1, count + 1):
        ops = [Set(row, {"amount": n % 1000})]
        result = change_sheet(actor_id=actor_id, sheet_id=sheet_id, ops=ops, client_op_id=f"{row}-{n}", base_seq=None, at=NOW)
        print(result.seq, flush=True)  # noqa: T201 -- the parent process reads it
