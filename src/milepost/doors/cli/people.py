"""`milepost person` and `milepost token`: what an operator does for people who cannot sign in, or shall not."""

from __future__ import annotations

import secrets
from importlib import import_module
from typing import Annotated, Any

import typer

from milepost.doors.cli.given import person_id
from milepost.doors.cli.ground import prepare
from milepost.doors.cli.problems import told

person_app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
token_app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)

Email = Annotated[str, typer.Argument(help="The address that they sign in with.")]
PasswordGiven = Annotated[bool, typer.Option("--password-stdin", help="Read the password from the standard input; else one is made.")]


@person_app.callback()
def person() -> None:
    """Create people, set their passwords, end and bring back their accounts."""


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
    org("create_person").set_password(actor_id=None, person_id=person_id(email), password=fresh, at=moment)
    typer.echo("The password was changed." if password_stdin else f"The new password is {fresh}")


@person_app.command("second-factor-off")
@told
def second_factor_off(email: Email) -> None:
    """Take a person's lost second factor away; their password alone lets them in."""
    org, moment = _ready()
    org("manage_account").switch_off_second_factor(actor_id=None, person_id=person_id(email), at=moment)
    typer.echo("The second factor is off. The recovery codes are gone with it.")


@person_app.command("leave")
@told
def leave(email: Email) -> None:
    """End a person's account: sessions, tokens, groups, invitations that they sent. History keeps their name."""
    org, moment = _ready()
    found = org("leave").leave(actor_id=None, person_id=person_id(email), at=moment)
    ended = f"{len(found.groups)} groups, {found.tokens} tokens and {found.invites} open invitations"
    typer.echo(f"The account is closed, with {ended}. In their name still: {len(found.holds)} projects; hand them over in the browser.")


@person_app.command("restore")
@told
def restore(email: Email) -> None:
    """Bring back a person who left, with the roles that they held themselves."""
    org, moment = _ready()
    org("leave").restore_person(actor_id=None, person_id=person_id(email, left=True), at=moment)
    typer.echo("They can sign in again.")


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
    _, secret = org("create_token").create_token(actor_id=person_id(email), name=name, scopes=scopes, at=moment)
    typer.echo(secret)


def _ready() -> tuple[Any, Any]:
    """Set Django up; only then can its actions and the clock be imported."""
    prepare()
    return lambda action: import_module(f"milepost.apps.org.actions.{action}"), import_module("milepost.doors.clock").now()


def _password(from_stdin: bool) -> str:
    return typer.get_text_stream("stdin").readline().rstrip("\n") if from_stdin else secrets.token_urlsafe(12)
