"""`milepost kind`: check declarations, see what a changed one does to live sheets, and do it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import IN_THE_PLAN, told

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
Name = Annotated[str, typer.Argument(help="The kind; without it all that wait.")]


@app.callback()
def kind() -> None:
    """Kinds of registers: list, check, preview and apply declarations."""


@app.command("list")
@told
def list_kinds() -> None:
    """List every kind: whether its sheets stand at its file, and how many there are."""
    for one in _migrating().kind_states():
        typer.echo(f"{one.kind:20} {one.state:8} {one.sheets:6}  {one.title}")


@app.command()
@told
def check(file: Annotated[Path, typer.Argument(help="A declaration, such as wishes.yaml.", exists=True, dir_okay=False)]) -> None:
    """Check a declaration, and say everything that is wrong with it by line. Touches no database."""
    declarations = import_module("milepost.apps.sheets.declarations")
    try:
        found = declarations.read_declaration(file.read_text(encoding="utf-8", errors="replace"), file.name)
    except declarations.DeclarationBroken as error:
        for problem in error.data["problems"]:
            typer.echo(f"{file.name}, line {problem['line']}: {problem['reason']}", err=True)
        raise typer.Exit(IN_THE_PLAN) from None
    typer.echo(f"{file.name} declares {found.title['en']} with {len(found.columns)} columns.")


@app.command()
@told
def preview(name: Name = "") -> None:
    """Show what applying the changed declarations would do in each sheet; nothing is written."""
    migrating = _migrating()
    _show([migrating.preview_kind(kind=one) for one in _named(migrating, name)])


@app.command()
@told
def apply(name: Name = "") -> None:
    """Bring live sheets to their changed declarations. Values that do not fit are kept with the reason; nothing is lost."""
    migrating = _migrating()
    at = import_module("milepost.doors.clock").now()
    _show([migrating.apply_kind(kind=one, actor_id=None, at=at) for one in _named(migrating, name)])


def _migrating() -> Any:
    prepare()
    return import_module("milepost.apps.sheets.actions.migrate_kind")


def _named(migrating: Any, name: str) -> list[str]:
    return [name] if name else list(migrating.waiting_kinds())


def _show(migrations: list[Any]) -> None:
    if not migrations:
        typer.echo("No kind waits: all sheets stand at their declarations.")
    for one in migrations:
        typer.echo(f"{one.title} ({one.kind})")
        for line in _changes(one.difference):
            typer.echo(f"  {line}")
        for step in one.steps:
            typer.echo(f"  sheet {step.sheet_id}, {step.name}{f' in {step.node}' if step.node else ''}: {step.rows} rows")
            for line in _in_sheet(step):
                typer.echo(f"    {line}")


def _changes(difference: Any) -> list[str]:
    lines = [f"new column {key}" for key in difference.added]
    lines += [f"column {key} goes; its values stay in their rows" for key in difference.removed]
    lines += [f"column {was} is called {now} now" for was, now in (difference.renamed or {}).items()]
    return [*lines, *(f"column {key} is fitted anew" for key in difference.refits)] or ["no cell changes"]


def _in_sheet(step: Any) -> list[str]:
    lines = [f"{key}: {count} values are put away" for key, count in step.put_away.items() if count]
    for key, count in step.fits.items():
        lines.append(f"{key}: {count} fit, {step.misfit_counts.get(key, 0)} do not")
        if key in step.misfits:
            lines.append(f"  such as {', '.join(map(str, step.misfits[key]))}")
    return lines
