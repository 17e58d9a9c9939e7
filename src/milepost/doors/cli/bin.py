"""`milepost bin`: empty the bin."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import import_module
from typing import Annotated

import typer

from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import told
from milepost.kernel.errors import Invalid

bin_app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
_AGE = re.compile(r"(\d{1,5})\s*(d|w)")
_DAYS = {"d": 1, "w": 7}


@bin_app.callback()
def bin() -> None:
    """Delete for good what lies in the bin."""


@bin_app.command("empty")
@told
def empty(
    older_than: Annotated[str, typer.Option(help="Only what has been there for longer: 90d, 12w. With 0d everything.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be deleted.")] = False,
) -> None:
    """Delete for good what has been in the bin for long, and files that nothing refers to. The audit trail stays."""
    age = _age(older_than)
    prepare()
    clock = import_module("milepost.doors.clock")
    action = import_module("milepost.apps.sheets.actions.empty_bin")
    done = action.empty_bin(before=clock.now() - age, at=clock.now(), clock=clock.real_now(), dry_run=dry_run)
    counts = (("places", done.nodes), ("sheets", done.sheets), ("rows", done.rows), ("comments", done.comments), ("files", done.files))
    words = ", ".join(f"{count:,} {name}" for name, count in counts)
    freed = f"{done.contents:,} contents of {done.bytes / 1e6:.1f} MB"
    typer.echo(f"{'Would be deleted' if dry_run else 'Deleted'}: {words}; {freed}.")


def _age(text: str) -> timedelta:
    found = _AGE.fullmatch(text.strip().lower())
    if found is None:
        raise Invalid(field="--older-than", reason="write days or weeks, such as 90d or 12w")
    return timedelta(days=int(found[1]) * _DAYS[found[2]])
