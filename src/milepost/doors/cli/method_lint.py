"""`milepost method lint`: hold projects against their methods now, and show how far it is."""

from __future__ import annotations

import os
import time
from importlib import import_module
from typing import Annotated, Any

import typer

from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import told
from milepost.kernel.errors import NotFound

_REST = 0.5
Node = Annotated[int, typer.Option(help="Only projects at and below this node; without it all of them.")]


@told
def lint(node: Node = 0) -> None:
    """Hold projects against their methods, and say what changed. If the server is at it already, its progress is shown."""
    prepare()
    runs = import_module("milepost.apps.method.actions.run_lint")
    clock = import_module("milepost.doors.clock")
    place = node or runs.root_id()
    if place is None or not runs.is_there(place):
        raise NotFound(what="node")
    run = _finished(runs, runs.begin_run(place, None, clock.now()), clock)
    typer.echo(f"{run.done:,} projects: {run.appeared:,} findings are new, {run.went:,} went.")


def _finished(runs: Any, run_id: int, clock: Any) -> Any:
    """Work on runs until this one is done, as long as no server does it; then look on."""
    lease = import_module("milepost.apps.method.actions.lease")
    shown = import_module("milepost.apps.method.queries.runs").run_row
    holder = f"command-{os.getpid()}"
    try:
        while (run := shown(run_id)).state != "done":
            if lease.hold(lease.BACKGROUND, holder=holder, clock=clock.real_now()):
                runs.work_on_runs(at=clock.now())
            else:
                time.sleep(_REST)
            typer.echo(f"{shown(run_id).done:,} of {shown(run_id).total:,} projects", err=True)
    finally:
        lease.let_go(lease.BACKGROUND, holder=holder)
    return run
