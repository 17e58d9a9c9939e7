"""`milepost person` and `milepost token`: what an operator does before anybody can sign in."""

from __future__ import annotations

import secrets
from importlib import import_module
from typing import Annotated, Any

import typer

from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import told
from milepost.kernel.errors import NotFound

person_app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
token_app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Email = Annotated[str, typer.Argument(help="The address that they sign in with.")]
PasswordGiven = Annotated[bool, typer.Option("--password-stdin", help="Read the password from the standard input; else one is made.")]


@person_app.callback()
def person() -> None:
    """Create people and set their passwords."""


@token_app.callback()
def token() -> None:
    """Create access tokens."""


@person_app.command("create")
@told
def create(
    email: Email,
    name: Annotated[str, typer.Argument(help="Their name.")],
    organisation: Annotated[str, typer.Option(help="Found the organisation of this name, with this person as its owner.")] = "",
    password_stdin: PasswordGiven = False,
) -> None:
    """Create a person who can sign in."""
    org, moment = _ready()
    password = _password(password_stdin)
    made = org("create_person").create_person(actor_id=None, email=email, name=name, at=moment, password=password)
    if organisation:
        org("create_organisation").create_organisation(name=organisation, owner_id=made.pk, at=moment)
    typer.echo(f"{name} can sign in with {made.email}" + ("." if password_stdin else f" and the password {password}"))


@person_app.command("password")
@told
def password(email: Email, password_stdin: PasswordGiven = False) -> None:
    """Give a person a new password."""
    org, moment = _ready()
    fresh = _password(password_stdin)
    org("create_person").set_password(actor_id=None, person_id=_person_id(email), password=fresh, at=moment)
    typer.echo("The password was changed." if password_stdin else f"The new password is {fresh}")


@token_app.command("create")
@told
def create_token(
    email: Email,
    name: Annotated[str, typer.Argument(help="What the token is for.")],
    write: Annotated[bool, typer.Option(help="Let it change things, not only read them.")] = False,
) -> None:
    """Create an access token that acts for a person, and print it this once."""
    org, moment = _ready()
    scopes = ["read", "write"] if write else ["read"]
    _, secret = org("create_token").create_token(actor_id=_person_id(email), name=name, scopes=scopes, at=moment)
    typer.echo(secret)


def _ready() -> tuple[Any, Any]:
    """Set Django up; only then can its actions and the clock be imported."""
    prepare()
    return lambda action: import_module(f"milepost.apps.org.actions.{action}"), import_module("milepost.doors.clock").now()


def _person_id(email: str) -> int:
    found: int | None = import_module("milepost.apps.org.queries").person_id(email)
    if found is None:
        raise NotFound(what="person")
    return found


def _password(from_stdin: bool) -> str:
    return typer.get_text_stream("stdin").readline().rstrip("\n") if from_stdin else secrets.token_urlsafe(12)
