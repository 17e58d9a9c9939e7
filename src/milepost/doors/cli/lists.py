"""`milepost list`: bring a list in from the command line, in somebody's name, and write a register to a file."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from milepost.doors.cli.given import As, person_id, uploaded
from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import told
from milepost.kernel.errors import Invalid

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
_SHOWN = 20
_STAYS = {
    "not_allowed": "you may not change it",
    "holds_more": "something else was put there since",
    "changed_since": "{columns} changed since",
}

File = Annotated[Path, typer.Argument(help="A workbook (xlsx, xls, ods) or CSV.", exists=True, dir_okay=False, readable=True)]
Node = Annotated[int, typer.Option(help="The node below which projects go, or at which a register is made.")]
Sheet = Annotated[int, typer.Option(help="The register that the list fills, instead of a new one.")]
Kind = Annotated[str, typer.Option(help="What the rows are: project, raid, decisions, blank ...")]
Right = Annotated[bool, typer.Option("--right", help="Leave out the rows that have a doubt.")]


@app.callback()
def lists() -> None:
    """Bring lists in, and write registers to files."""


@app.command("check")
@told
def check(file: File, person: As, node: Node = 0, sheet: Sheet = 0, kind: Kind = "project") -> None:
    """Say what a list would bring, without writing anything."""
    _tell(_checked(file, _actor(person), node, sheet, kind))


@app.command("import")
@told
def bring(file: File, person: As, node: Node = 0, sheet: Sheet = 0, kind: Kind = "project", right: Right = False) -> None:
    """Bring a list in; again with the same list changes only what is others in it."""
    actor_id = _actor(person)
    report = _checked(file, actor_id, node, sheet, kind)
    _tell(report)
    door = import_module("milepost.apps.sheets.lists.import_list")
    clock = import_module("milepost.doors.clock")
    what = "right" if right else "all"
    told_by = {"upload_id": report["upload_id"], "report_id": report["report_id"]}
    begun = door.start_import(actor_id=actor_id, what=what, at=clock.now(), real_at=clock.real_now(), **told_by)
    for progress in door.go_on(actor_id=actor_id, import_id=begun.id, at=clock.now(), real_at=clock.real_now()):
        typer.echo(f"\r{progress.done} of {progress.total}", nl=progress.state == "done", err=True)
    door = import_module("milepost.apps.sheets.lists.progress")
    ended = door.progress_of(actor_id=actor_id, import_id=begun.id, real_at=clock.real_now())
    typer.echo(", ".join(f"{count} {word}" for word, count in ended.counts.items() if count))
    if ended.can_undo:
        typer.echo(f"Back again: milepost list undo {begun.id} --as {person}")


@app.command("undo")
@told
def back(number: Annotated[int, typer.Argument(metavar="ID", help="The number that the import told at its end.")], person: As) -> None:
    """Take an import back: what it made goes into the bin, what it changed goes back where it still stands."""
    actor_id, clock = _actor(person), import_module("milepost.doors.clock")
    ended = import_module("milepost.apps.sheets.lists.undo_list").undo_import(actor_id=actor_id, import_id=number, at=clock.now())
    typer.echo(f"{ended.name} was taken back")
    for one in ended.kept:
        columns = ", ".join(titles["en"] for titles in one["columns"]) or "some rows"
        typer.echo(f"{one['name']} stays as it is: {_STAYS[one['code']].format(columns=columns)}")


@app.command("export")
@told
def export(
    sheet: Annotated[int, typer.Argument(help="The register.")],
    file: Annotated[Path, typer.Argument(help="Where it is written; the ending says the form: .csv, .xlsx or .json.")],
    person: As,
) -> None:
    """Write a register to a file, as one person may see it."""
    form = file.suffix.lstrip(".").lower()
    if form not in ("csv", "xlsx", "json"):
        raise Invalid(field="file", reason="it ends with .csv, .xlsx or .json")
    actor_id = _actor(person)
    out, clock = import_module("milepost.apps.sheets.lists.export"), import_module("milepost.doors.clock")
    wish = out.ExportWish(form, import_module("milepost.apps.sheets.queries.window").asked())
    exported = out.export_register(actor_id=actor_id, sheet_id=sheet, wish=wish, at=clock.now())
    with file.open("wb") as target:
        target.writelines(exported.pieces)
    typer.echo(f"Written to {file}")


def _actor(email: str) -> int:
    prepare()
    return person_id(email)


def _checked(file: Path, actor_id: int, node: int, sheet: int, kind: str) -> dict[str, Any]:
    clock, door = import_module("milepost.doors.clock"), import_module("milepost.apps.sheets.lists.check_list")
    upload, wish = uploaded(file, actor_id=actor_id, at=clock.real_now()), door.ListWish(node or None, sheet or None, kind, {})
    report: dict[str, Any] = door.check_list(actor_id=actor_id, upload_id=upload, wish=wish, real_at=clock.real_now())
    return report


def _tell(report: dict[str, Any]) -> None:
    for column in report["columns"]:
        becomes = {"": "left out", "+": "a new column"}.get(column["to"], column["to"])
        typer.echo(f"{column['source']}: {becomes} ({column['type']})")
    counts = report["rows"]["all"]
    typer.echo(", ".join(f"{count} {word}" for word, count in counts.items() if count))
    for one in report["findings"][:_SHOWN]:
        where = f"line {one['row']}: " if one["row"] else ""
        typer.echo(f"{one['severity']}: {where}{one['message']}")
    more = len(report["findings"]) - _SHOWN + report["findings_left_out"]
    if more > 0:
        typer.echo(f"and {more} more")
