"""What who manages people does to an account: end its sessions, switch off a lost second factor, revoke a token."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F

from milepost.apps.org.events import SECOND_FACTOR_OFF, SESSIONS_ENDED, TOKEN_REVOKED
from milepost.apps.org.giving import person_to_manage
from milepost.apps.org.models import Person, Token
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import NotFound


@transaction.atomic
def end_sessions(*, actor_id: int | None, person_id: int, at: datetime) -> None:
    """Sign a person out everywhere; they may sign in again. Raises NotFound, NotAllowed, PersonHoldsMore."""
    person = person_to_manage(actor_id, person_id, lock=True)
    sign_out_everywhere(person)
    record(SESSIONS_ENDED, actor_id=actor_id, at=at, data={"person": person_id})


@transaction.atomic
def switch_off_second_factor(*, actor_id: int | None, person_id: int, at: datetime) -> None:
    """Take somebody's second factor and recovery codes away, so that the password alone lets them in.

    Raises NotFound, also where there is no second factor, NotAllowed, PersonHoldsMore.
    """
    person_to_manage(actor_id, person_id, lock=True)
    gone, _ = Authenticator.objects.filter(user_id=person_id).delete()
    if not gone:
        raise NotFound(what="second factor")
    record(SECOND_FACTOR_OFF, actor_id=actor_id, at=at, data={"person": person_id})


@transaction.atomic
def revoke_token_of(*, actor_id: int | None, person_id: int, token_id: int, at: datetime) -> None:
    """Make somebody's token worthless. Raises NotFound, NotAllowed, PersonHoldsMore."""
    person_to_manage(actor_id, person_id)
    gone, _ = Token.objects.filter(id=token_id, person_id=person_id).delete()
    if not gone:
        raise NotFound(what="token")
    record(TOKEN_REVOKED, actor_id=actor_id, at=at, data={"token": token_id, "person": person_id})


def sign_out_everywhere(person: Person) -> None:
    """End every session of a person who was locked by the caller: none fits the new round."""
    Person.objects.filter(id=person.pk).update(session_round=F("session_round") + 1)
