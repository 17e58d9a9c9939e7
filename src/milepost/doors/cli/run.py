"""`milepost run`: everything that a first look needs, then the server. It is what `make run` calls."""

from __future__ import annotations

from importlib import import_module

import typer
from django.core.management import call_command

from milepost.doors.cli.demo.command import make_demo
from milepost.doors.cli.demo.mark import half_made
from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import told
from milepost.doors.cli.serve import Host, Port, check_installation, take_up_packs, take_up_words
from milepost.doors.cli.server import listen, serve_until_stopped, take_port

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
@told
def run(host: Host = "127.0.0.1", port: Port = 0) -> None:
    """Bring the database up to date, make the demo where there is nothing, serve, and print the address."""
    prepare()
    call_command("migrate", interactive=False, verbosity=0)
    take_up_words()
    take_up_packs()
    check_installation()
    found = import_module("milepost.apps.org.queries").organisation()
    if found is not None and found.demo_day is not None and half_made():
        typer.echo("The demo was broken off while it was made. It is made anew.")
        found = None
    if found is None:
        make_demo(None, typer.echo)
    taken = take_port(host, port)
    typer.echo(f"\nMilepost is at {listen(host, taken)}   (Ctrl+C stops it)")
    if found is not None:
        typer.echo("The password was printed at the first start. A new one: milepost person password EMAIL")
    serve_until_stopped(host, taken)
