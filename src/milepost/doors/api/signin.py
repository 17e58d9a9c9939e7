"""What sign-in decides here: nobody signs up by themselves, and who guesses passwords is stopped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse

from milepost.apps.org.actions.note_sign_in import note_sign_in
from milepost.doors.api.errors import problem
from milepost.doors.clock import real_now
from milepost.kernel.errors import MilepostError


class TooManyAttempts(MilepostError):
    """Sign-in with this address is closed for a quarter of an hour after too many wrong passwords."""

    code = "sign_in.locked"
    status = 429


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by somebody who may create people, never by a form that is open to the world."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Note who came in, and from where."""
        note_sign_in(person_id=user.pk, address=self.get_client_ip(request), at=real_now())
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        return answer


def name_tried(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str | None:
    """The address of an attempt to sign in, as the lock counts it."""
    given = credentials or {}
    name = given.get("email") or given.get("username")
    return str(name).lower() if name else None


def locked_out(request: HttpRequest, answer: HttpResponse | None, credentials: Mapping[str, Any] | None) -> HttpResponse:
    """What one who was stopped is told."""
    return problem(TooManyAttempts())
