"""`milepost plan check` and `schedule`: a plan file in, its dates and what is wrong with it out; `import` stands in `plan_import`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from milepost.apps.planning.files import Severity, check_plan, schedule_plan, written
from milepost.doors.cli.lazy import load
from milepost.doors.cli.plan_files import read_file, write_file
from milepost.doors.cli.plan_import import bring
from milepost.doors.cli.plan_json import check_as_json, schedule_as_json
from milepost.doors.cli.problems import IN_THE_PLAN, told
from milepost.kernel.moments import parse_moment

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

PlanPath = Annotated[Path, typer.Argument(metavar="FILE", help="Microsoft Project XML (.xml or .xml.gz); - reads the standard input.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for programs.")]
OutPath = Annotated[Path | None, typer.Option("--out", metavar="FILE.xml", help="Also write the plan with the computed dates here.")]
StatusDate = Annotated[str | None, typer.Option("--at", metavar="DATE", help="The status date, instead of the file's own.")]

# Tables need rich, which programs that read JSON should not wait for.
_PRINT_CHECK = "milepost.doors.cli.plan_text:print_check"
_PRINT_SCHEDULE = "milepost.doors.cli.plan_text:print_schedule"


@app.callback()
def plan() -> None:
    """Check and schedule plan files without a server or a database, or import one."""


@app.command("check")
@told
def check(file: PlanPath, at: StatusDate = None, as_json: AsJson = False) -> None:
    """Say when a plan ends, what drives that, how far it is, and what is wrong with it.

    Exit status: 0 nothing worse than warnings, 1 findings of severity error, 2 the file cannot be read.
    """
    found = check_plan(read_file(file), file.name, parse_moment(at) if at else None)
    if as_json:
        typer.echo(json.dumps(check_as_json(found), ensure_ascii=False, indent=1))
    else:
        load(_PRINT_CHECK)(found)
    if any(one.severity is Severity.ERROR for one in found.findings):
        raise typer.Exit(IN_THE_PLAN)


@app.command("schedule")
@told
def schedule(file: PlanPath, out: OutPath = None, as_json: AsJson = False) -> None:
    """Compute the dates of every task. The dates that the file stores for automatic tasks are not used.

    Exit status: 0 done, 1 the plan cannot be scheduled, as when tasks wait for each other in a circle, 2 the file cannot be read.
    """
    found = schedule_plan(read_file(file), file.name)
    if out is not None:
        write_file(out, written(found))
    if as_json:
        typer.echo(json.dumps(schedule_as_json(found), ensure_ascii=False, indent=1))
    elif out is None:
        load(_PRINT_SCHEDULE)(found)


app.command("import")(bring)
