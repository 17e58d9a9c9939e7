"""`milepost backup`, `milepost restore` and `milepost database`: so that nothing is lost."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.db import DatabaseError

from milepost.doors.cli.ground import NoDatabase, prepare
from milepost.doors.cli.problems import told

backup_app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
restore_app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
database_app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
_ACTIONS = "milepost.apps.safekeeping.actions"


@backup_app.command()
@told
def backup(
    file: Annotated[Path | None, typer.Argument(help="Where to write it; left out: `backups` in the data folder.")] = None,
    keep: Annotated[int, typer.Option(help="Keep so many of the newest in `backups`, and delete the others; 0 keeps all.", min=0)] = 0,
) -> None:
    """Write a backup of the database and all files, while people go on working."""
    prepare()
    path, manifest = import_module(f"{_ACTIONS}.backup").back_up(at=_now(), path=file, keep=keep)
    rows = sum(table.rows for table in manifest.tables.values())
    typer.echo(f"{path}: {rows:,} rows, {len(manifest.files)} files, {path.stat().st_size / 1e6:.1f} MB.")
    for name in manifest.missing_files:
        typer.echo(f"milepost: the file {name} is not there, so the backup is without it.", err=True)


@restore_app.command()
@told
def restore(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    check: Annotated[bool, typer.Option("--check", help="Only read it, and say what it holds.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Put a backup in the place of what is there; the old data is kept aside."""
    prepare(alone=True)
    with import_module("milepost.apps.safekeeping.archive").Reader(file) as reader:
        manifest = reader.manifest
        rows = sum(table.rows for table in manifest.tables.values())
        typer.echo(f"{manifest.organisation or 'No organisation'}, {manifest.made_at[:16].replace('T', ' ')} UTC: {rows:,} rows.")
        if check:
            reader.check()
            typer.echo("The backup is whole.")
            return
        if not yes:
            typer.confirm("Put it in the place of what is there now?", abort=True)
        count, kept = import_module(f"{_ACTIONS}.restore").restore(reader=reader, at=_now())
    typer.echo(f"{count:,} rows were restored, and read back as they are in the backup.")
    if kept:
        typer.echo(f"The old data is kept in {kept}. Delete it when you do not need it.")


@database_app.callback()
def database() -> None:
    """Move all data to another database, and check that everything is where it belongs."""


@database_app.command("move")
@told
def move(
    url: Annotated[str, typer.Argument(help="An empty database: postgresql://user:password@host:port/name or sqlite:///path.")],
) -> None:
    """Copy everything to an empty database, of either kind, and say how to use it from now on."""
    prepare(alone=True)
    target = import_module("milepost.config.databases").database(url, settings.MILEPOST_DATA_DIR, 0)
    try:
        rows = import_module(f"{_ACTIONS}.move").move(database=target, at=_now())
    except DatabaseError as error:
        raise NoDatabase(reason=str(error).strip().splitlines()[0]) from None
    typer.echo(f"{rows:,} rows were copied, and read back as they are here. The database here was not changed.")
    typer.echo("Set MILEPOST_DATABASE_URL to the new one, then start Milepost.")


@database_app.command("check")
@told
def check(
    recompute: Annotated[bool, typer.Option("--recompute", help="Compute every sheet anew too, and compare.")] = False,
    files: Annotated[bool, typer.Option("--files", help="Read every attached file too.")] = False,
) -> None:
    """Look whether everything is where it belongs; exit status 1 where something is not."""
    prepare()
    found = list(import_module("milepost.apps.safekeeping.queries.integrity").findings(recompute=recompute, files=files))
    for finding in found:
        typer.echo(f"{finding.rule}: {finding.text}")
    if found:
        raise typer.Exit(1)
    typer.echo("Everything is where it belongs.")


@database_app.command("reindex")
@told
def reindex() -> None:
    """Take up anew all words that can be searched for."""
    prepare()
    count = import_module("milepost.apps.sheets.actions.rebuild_search").rebuild_search()
    typer.echo(f"{count:,} texts can be searched for.")


def _now() -> datetime:
    """The clock can only be imported once Django is set up."""
    moment: datetime = import_module("milepost.doors.clock").real_now()
    return moment
