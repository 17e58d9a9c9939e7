"""`milepost method`: look at a pack of a method without a database."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from milepost.doors.cli.method_lint import lint
from milepost.doors.cli.problems import IN_THE_PLAN, told

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(lint)


@app.callback()
def method() -> None:
    """Packs of methods."""


@app.command()
@told
def check(file: Annotated[Path, typer.Argument(help="A pack, such as controlling.yaml.", exists=True, dir_okay=False)]) -> None:
    """Check a pack, and say everything that is wrong with it by line. Touches no database.

    Exit status: 0 it is whole, 1 it has holes.
    """
    check_file = import_module("milepost.apps.method.packs.checking").check_file
    found = check_file(file)
    for problem in found.problems:
        typer.echo(f"{file.name}, line {problem.line}: {problem.reason}", err=True)
    if found.problems:
        raise typer.Exit(IN_THE_PLAN)
    typer.echo(found.summary)
