"""`milepost plan import`: a plan file into the database, as a project of its own or for a project that has no plan yet."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from milepost.doors.cli.given import As, person_id, uploaded
from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import told
from milepost.kernel.errors import Invalid

File = Annotated[Path, typer.Argument(help="Microsoft Project XML (.xml or .xml.gz).", exists=True, dir_okay=False, readable=True)]
Project = Annotated[int, typer.Option(help="The project that gets the plan; it must not have one yet.")]
Node = Annotated[int, typer.Option(help="The node below which a new project is made for the plan.")]
Name = Annotated[str, typer.Option(help="The name of the new project, instead of the plan's own.")]
Baseline = Annotated[bool, typer.Option("--baseline-now", help="Take the plan as it stands as baseline, where the file has none.")]


@told
def bring(file: File, person: As, project: Project = 0, node: Node = 0, name: Name = "", baseline_now: Baseline = False) -> None:
    """Import a plan: into --project, which has none yet, or as a new project below --node.

    Exit status: 0 done, 1 the plan cannot be scheduled, 2 the file cannot be read, or what was asked for is refused.
    """
    if bool(project) == bool(node):
        raise Invalid(field="project", reason="name either --project or --node")
    prepare()
    actor_id = person_id(person)
    door, clock = import_module("milepost.apps.planning.actions.import_plan"), import_module("milepost.doors.clock")
    report = _checked(door, file, actor_id, clock.real_now())
    to = door.IntoProject(project) if project else door.NewProject(node, name or report["name"])
    made = door.import_plan(
        actor_id=actor_id,
        checked=door.CheckedUpload(report["upload_id"], report["report_id"]),
        to=to,
        wish=import_module("milepost.apps.planning.actions.create_plan").PlanWish(baseline_now=baseline_now),
        at=clock.now(),
        real_at=clock.real_now(),
    )
    typer.echo(f"{report['tasks']} tasks, finish {report['finish']}; project {made.plan.project_id}, plan {made.plan.sheet_id}")


def _checked(door: Any, file: Path, actor_id: int, real_at: Any) -> dict[str, Any]:
    upload = uploaded(file, actor_id=actor_id, at=real_at)
    report: dict[str, Any] = door.check_import(actor_id=actor_id, upload_id=upload, at=real_at)
    for one in report["findings"][:20]:
        typer.echo(f"{one['severity']}: {one['message']}", err=True)
    return report
