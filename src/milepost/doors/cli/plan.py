"""`milepost plan check` and `milepost plan schedule`: a plan file in, its dates and what is wrong with it out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from milepost.apps.planning.files import schedule_plan, written
from milepost.doors.cli.plan_files import read_file, write_file
from milepost.doors.cli.plan_json import schedule_as_json
from milepost.doors.cli.problems import told

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

PlanPath = Annotated[Path, typer.Argument(metavar="FILE", help="Microsoft Project XML (.xml or .xml.gz); - reads the standard input.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for programs.")]


@app.callback()
def plan() -> None:
    """Check and schedule plan files, without a server or a database."""


@app.command("schedule")
@told
def schedule(
    file: PlanPath,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE.xml", help="Write the plan with the computed dates here.")] = None,
    as_json: AsJson = False,
) -> None:
    """Compute the dates of every task. The dates that the file stores for automatic tasks are not used."""
    found = schedule_plan(read_file(file), file.name)
    if out is not None:
        write_file(out, written(found))
    if as_json:
        typer.echo(json.dumps(schedule_as_json(found), ensure_ascii=False, indent=1))
