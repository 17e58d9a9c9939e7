"""Who asks: a browser by its session and a CSRF token, a program by a bearer token."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from ninja.security import HttpBearer
from ninja.security.apikey import APIKeyCookie
from ninja.utils import check_csrf

from milepost.apps.org.actions.create_token import note_token_use
from milepost.apps.org.factors import owes_factor, require_factor
from milepost.apps.org.queries import bearer
from milepost.doors.api.errors import ForeignForm, SignInFirst
from milepost.doors.clock import real_now
from milepost.kernel.errors import MilepostError

_SESSIONS: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
_READING = frozenset(("GET", "HEAD", "OPTIONS"))


class TokenTooNarrow(MilepostError):
    """This token may not {verb}: it was given the scopes {scopes}."""

    code = "token.too_narrow"
    status = 403


@dataclass(frozen=True, slots=True)
class Actor:
    """The person for whom a request runs."""

    id: int


class Request(HttpRequest):
    """A request after sign-in, as the doors see it."""

    auth: Actor


class BearerToken(HttpBearer):
    """`Authorization: Bearer <token>`; the scope `read` allows reading, `write` all else; `reads` marks a POST that only asks."""

    def __init__(self, *, reads: bool = False) -> None:
        super().__init__()
        self.reads = reads

    def authenticate(self, request: HttpRequest, token: str) -> Actor:
        """The token's person. Raises SignInFirst for an unknown or expired token, TokenTooNarrow beyond its scopes, and
        SecondFactorNeeded: a token is worth what its person's sign-in is worth."""
        found = bearer(token, at=real_now())
        if found is None:
            raise SignInFirst
        needed = "read" if self.reads or request.method in _READING else "write"
        if needed not in found.scopes:
            raise TokenTooNarrow(verb=needed, scopes=", ".join(found.scopes))
        require_factor(found.person_id)
        note_token_use(token_id=found.token_id, last_used_at=found.last_used_at, at=real_now())
        return Actor(found.person_id)


class BrowserSession(APIKeyCookie):
    """The session cookie of a browser; whatever is not reading needs the header X-CSRFToken too."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self) -> None:
        super().__init__(csrf=False)  # checked below, after sign-in: who is not signed in is told so first

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """The signed-in person. Raises ForeignForm where the CSRF token is missing or wrong, and SecondFactorNeeded."""
        if not request.user.is_authenticated:
            return None
        if check_csrf(request) is not None:
            raise ForeignForm
        require_factor(request.user.pk)
        return Actor(request.user.pk)


SIGNED_IN = (BearerToken(), BrowserSession())
SIGNED_IN_TO_READ = [BearerToken(reads=True), BrowserSession()]
"""For an operation that is sent by POST and changes nothing."""


def actor_of(session_key: str, authorization: str) -> Actor | None:
    """Who asks outside Django's request cycle, to read: by a bearer token if one is given, else by the browser's session. Nobody where a
    second factor has to be set up first."""
    found = _asker(session_key, authorization)
    return None if found is None or owes_factor(found.id) else found


def _asker(session_key: str, authorization: str) -> Actor | None:
    if authorization:
        word, _, token = authorization.partition(" ")
        found = bearer(token, at=real_now()) if word.lower() == "bearer" else None
        return Actor(found.person_id) if found and "read" in found.scopes else None
    request = HttpRequest()
    request.session = _SESSIONS(session_key or None)
    person = get_user(request)
    return Actor(person.pk) if person.is_authenticated else None
