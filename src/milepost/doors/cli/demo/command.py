"""`milepost demo reset`: the demo organisation, made anew."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any

import typer

from milepost.doors.cli.demo.mark import half_made, marked
from milepost.doors.cli.ground import prepare
from milepost.doors.cli.lazy import load
from milepost.doors.cli.problems import told
from milepost.kernel.errors import MilepostError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Everything = Annotated[
    bool, typer.Option("--yes-delete-everything", help="Delete an organisation that is no demo, with all its people, plans and history.")
]
PasswordGiven = Annotated[bool, typer.Option("--password-stdin", help="Read the password from the standard input; else one is made.")]


class NotADemo(MilepostError):
    """{name} is not a demo: nothing was changed. To delete it with all its people, plans and history, add --yes-delete-everything."""

    code = "demo.not_a_demo"
    status = 409


@app.callback()
def demo() -> None:
    """An invented organisation to look around in: twenty-two projects, sixty people, half a year of progress."""


@app.command("reset")
@told
def reset(delete_everything: Everything = False, password_stdin: PasswordGiven = False) -> None:
    """Make the demo organisation. A demo that is there is deleted first, with everything that was entered in it."""
    prepare()
    password = _given_password() if password_stdin else None
    load("django.core.management:call_command")("migrate", interactive=False, verbosity=0)
    found = import_module("milepost.apps.org.queries").organisation()
    if found is not None:
        if found.demo_day is None and not delete_everything:
            raise NotADemo(name=found.name)
        typer.echo(f"Deleting {found.name} with all its people, plans and history.")
    make_demo(password, typer.echo, empty=found is not None)


def _given_password() -> str:
    """The first line of the standard input, refused before anything is deleted where it is too weak."""
    password = typer.get_text_stream("stdin").readline().rstrip("\n")
    load("milepost.apps.org.actions.create_person:refuse_weak")(password)
    return password


def make_demo(password: str | None, say: Callable[[str], Any], *, empty: bool = False) -> None:
    """Make the demo in a migrated database, and say who can sign in. Without a password one is made and said.

    `empty` deletes everything first, as is done by itself where an earlier making was broken off. Raises DemoBeingMade.
    """
    chosen = password or secrets.token_urlsafe(12)
    broken_off = half_made()
    with marked():
        if empty or broken_off:
            # Numbers of events go on, so that a server that runs meanwhile does not take new events for old ones.
            load("django.core.management:call_command")("flush", interactive=False, verbosity=0, reset_sequences=False)
        say("Making the demo organisation. This takes a quarter of a minute.")
        built = load("milepost.doors.cli.demo.build:build_demo")(password=chosen)
    say(f"Made {built.projects} projects with {built.tasks} tasks, on {built.today:%A, %d %B %Y}, where the demo's clock stands.")
    say(f"Sign in with {built.email}" + ("." if password else f" and the password {chosen}"))
