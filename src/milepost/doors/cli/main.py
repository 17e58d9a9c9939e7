"""The `milepost` command, put together from its command modules (see `lazy.LAZY`)."""

from __future__ import annotations

import typer

from milepost.doors.cli.lazy import LazyGroup

app = typer.Typer(cls=LazyGroup, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def milepost() -> None:
    """Milepost: the system that a project management office runs on."""


if __name__ == "__main__":
    app()
