"""Errors on the command line: one plain sentence on the standard error, and an exit status."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import typer

from milepost.kernel.disk import NO_ROOM
from milepost.kernel.errors import MilepostError

P = ParamSpec("P")
IN_THE_PLAN, UNREADABLE = 1, 2


def told(command: Callable[P, None]) -> Callable[P, None]:
    """The command, its errors told in a sentence: status 1 where the plan itself is at fault, 2 where there is nothing to work on."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except MilepostError as problem:
            typer.echo(f"milepost: {problem.sentence}", err=True)
            raise typer.Exit(IN_THE_PLAN if problem.code.startswith("schedule.") else UNREADABLE) from None
        except OSError as problem:
            if problem.errno not in NO_ROOM:
                raise
            typer.echo("milepost: the disk is full. Make room and try again.", err=True)
            raise typer.Exit(UNREADABLE) from None

    return run
