"""The one registry of commands that are loaded when they are called, so that no command pays for the imports of another."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from typer.core import TyperGroup
from typer.main import get_command

# The word on the command line, where its typer app is, and the line that the list of commands shows.
LAZY: dict[str, tuple[str, str]] = {
    "run": ("milepost.doors.cli.run:app", "Start at once: database, demo where there is nothing, server."),
    "serve": ("milepost.doors.cli.serve:serve_app", "Serve this installation until it is stopped."),
    "migrate": ("milepost.doors.cli.serve:migrate_app", "Bring the database up to date."),
    "backup": ("milepost.doors.cli.safekeeping:backup_app", "Back everything up, while people go on working."),
    "restore": ("milepost.doors.cli.safekeeping:restore_app", "Put a backup in the place of what is there."),
    "database": ("milepost.doors.cli.safekeeping:database_app", "Move to another database, and check the one in use."),
    "bin": ("milepost.doors.cli.bin:bin_app", "Delete for good what has been in the bin for long."),
    "check": ("milepost.doors.cli.serve:check_app", "Check that this installation is fit to serve."),
    "person": ("milepost.doors.cli.people:person_app", "Create people, set their passwords, end and bring back accounts."),
    "token": ("milepost.doors.cli.people:token_app", "Create access tokens for programs."),
    "openapi": ("milepost.doors.cli.describe:app", "Print the API's description as OpenAPI."),
    "demo": ("milepost.doors.cli.demo.command:app", "Make the demo organisation anew."),
    "kind": ("milepost.doors.cli.kind:app", "Check, preview and apply declarations of registers."),
    "method": ("milepost.doors.cli.method:app", "Check a pack of a method."),
    "list": ("milepost.doors.cli.lists:app", "Bring lists in, and write registers to files."),
    "plan": ("milepost.doors.cli.plan:app", "Check and schedule plan files, without a server."),
}


def load(path: str) -> Any:
    """The object at `module:name`, imported now: for what only one way of calling a command needs."""
    module, _, attribute = path.partition(":")
    return getattr(import_module(module), attribute)


class LazyGroup(TyperGroup):
    """A group that knows its commands by name, and imports one only when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every command, in the order of the registry."""
        return [*LAZY, *(name for name in super().list_commands(ctx) if name not in LAZY)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, imported now, None where there is none."""
        if cmd_name not in LAZY:
            return super().get_command(ctx, cmd_name)
        path, line = LAZY[cmd_name]
        command = get_command(load(path))
        command.name, command.short_help = cmd_name, line
        return command
