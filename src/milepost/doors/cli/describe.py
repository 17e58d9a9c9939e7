"""`milepost openapi`: the description of the API, from which openapi.json and the typed clients are made."""

from __future__ import annotations

from importlib import import_module

import typer

from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import told

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
@told
def openapi() -> None:
    """Print the API's description as OpenAPI."""
    prepare()
    document = import_module("milepost.doors.api.document")  # its models need Django set up first
    main = import_module("milepost.doors.api.main")
    typer.echo(document.openapi_text(main.api), nl=False)
