"""`milepost serve`, `milepost migrate` and `milepost check`: what an operator runs."""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Annotated

import typer
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import told
from milepost.doors.cli.server import listen, serve_until_stopped, take_port
from milepost.kernel.errors import MilepostError

Host = Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 for all of this machine.")]
Port = Annotated[int, typer.Option(help="The port; 0 takes 8000 or the next free one.", envvar="PORT", min=0, max=65535)]
serve_app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
migrate_app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
check_app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


class OldTables(MilepostError):
    """The database is not up to date. Run `milepost migrate` first."""

    code = "database.not_migrated"
    status = 500


class NotFit(MilepostError):
    """The installation is not fit to serve.{findings}"""

    code = "installation.not_fit"
    status = 500


@serve_app.command()
@told
def serve(host: Host = "127.0.0.1", port: Port = 0) -> None:
    """Serve this installation until it is stopped."""
    prepare()
    check_installation()
    if not is_migrated():
        raise OldTables
    taken = take_port(host, port)
    typer.echo(f"Milepost is at {listen(host, taken)}")
    serve_until_stopped(host, taken)


@migrate_app.command()
@told
def migrate() -> None:
    """Bring the database up to date."""
    prepare()
    call_command("migrate", interactive=False, verbosity=1)
    take_up_words()
    take_up_packs()


@check_app.command()
@told
def check() -> None:
    """Check that this installation is fit to serve."""
    prepare()
    check_installation()
    typer.echo("The installation is fit to serve.")


def take_up_words() -> None:
    """After an update from before there was a search, everything is taken up once."""
    import_module("milepost.apps.sheets.actions.rebuild_search").rebuild_missing_search()


def take_up_packs() -> None:
    """Packs that came with this version, or that the operator put into the data folder, become versions that offices can take up."""
    data_dir = Path(import_module("django.conf").settings.MILEPOST_DATA_DIR)
    moment = import_module("milepost.doors.clock").now()
    broken = import_module("milepost.apps.method.actions.ship_packs").ship_packs(at=moment, data_dir=data_dir)
    for error in broken:
        typer.echo(error.sentence, err=True)


def check_installation() -> None:
    """Run the system checks; warnings go to the standard error. Raises NotFit with what was found and what to do."""
    try:
        call_command("check", stdout=StringIO())
    except SystemCheckError as error:
        raise NotFit(findings=f" {error}") from None


def is_migrated() -> bool:
    """True where every migration has been applied."""
    executor = MigrationExecutor(connections["default"])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
