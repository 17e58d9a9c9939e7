"""Make an access token for a program that acts for oneself, and take it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from milepost.apps.org.events import TOKEN_CREATED, TOKEN_REVOKED
from milepost.apps.org.models import Token
from milepost.apps.org.tokens import SCOPES, digest, new_token
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound

_LONGEST = timedelta(days=36_500)
_USE_NOTED_EVERY = timedelta(hours=1)


@transaction.atomic
def create_token(*, actor_id: int, name: str, scopes: Sequence[str], at: datetime, expires_at: datetime | None = None) -> tuple[int, str]:
    """The id and the secret of a new token; the secret is shown now and never again. Raises Invalid for unknown scopes,
    an empty name, and an end that is over already or further away than a century."""
    if not scopes or set(scopes) - set(SCOPES):
        raise Invalid(field="scopes", reason=f"it is one or more of {', '.join(SCOPES)}")
    if not name.strip():
        raise Invalid(field="name", reason="it cannot be empty")
    if expires_at is not None and not at <= expires_at <= at + _LONGEST:
        raise Invalid(field="expires_at", reason="it lies in the past, or more than a hundred years ahead")
    secret = new_token()
    token = Token.objects.create(
        person_id=actor_id, name=name.strip(), digest=digest(secret), scopes=sorted(set(scopes)), created_at=at, expires_at=expires_at
    )
    record(TOKEN_CREATED, actor_id=actor_id, at=at, data={"token": token.pk, "scopes": token.scopes})
    return token.pk, secret


@transaction.atomic
def revoke_token(*, actor_id: int, token_id: int, at: datetime) -> None:
    """Make one of one's own tokens worthless. Raises NotFound."""
    gone, _ = Token.objects.filter(id=token_id, person_id=actor_id).delete()
    if not gone:
        raise NotFound(what="token")
    record(TOKEN_REVOKED, actor_id=actor_id, at=at, data={"token": token_id})


def note_token_use(*, token_id: int, last_used_at: datetime | None, at: datetime) -> None:
    """Note that a token was used, at most once an hour: a program may ask many times a second."""
    if last_used_at is None or at - last_used_at > _USE_NOTED_EVERY:
        Token.objects.filter(id=token_id).update(last_used_at=at)
