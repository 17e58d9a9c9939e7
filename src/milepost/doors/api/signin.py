"""What sign-in decides here: nobody signs up by themselves, and who guesses passwords is stopped."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from milepost.apps.org.actions.note_sign_in import note_password_set, note_sign_in
from milepost.doors.api.errors import problem
from milepost.doors.clock import real_now
from milepost.kernel.errors import MilepostError

_SEALED = "sealed:"


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

    def set_password(self, user: Any, password: str) -> None:
        """Set it, and note that it was set."""
        super().set_password(user, password)
        note_password_set(person_id=user.pk, at=real_now())


class SealedSecrets(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Secrets of second factors are kept encrypted, by a key made from the installation's own: a stolen database alone gives no codes."""

    def encrypt(self, text: str) -> str:
        """What is kept."""
        return _SEALED + _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret. Raises InvalidToken where it was sealed by another key of the installation."""
        if not encrypted_text.startswith(_SEALED):
            return encrypted_text  # kept before secrets were sealed
        return _seal().decrypt(encrypted_text.removeprefix(_SEALED).encode()).decode()


def name_tried(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str | None:
    """The address of an attempt to sign in, as the lock counts it."""
    given = credentials or {}
    name = given.get("email") or given.get("username")
    return str(name).lower() if name else None


def locked_out(request: HttpRequest, answer: HttpResponse | None, credentials: Mapping[str, Any] | None) -> HttpResponse:
    """What one who was stopped is told."""
    return problem(TooManyAttempts())


def _seal() -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"milepost second factor").derive(settings.SECRET_KEY.encode())
    return Fernet(urlsafe_b64encode(key))


def providers() -> list[tuple[str, str]]:
    """Id and name of each place that vouches for people, by the settings."""
    return [(str(settings.MILEPOST_OIDC.id), str(settings.MILEPOST_OIDC.name))] if settings.MILEPOST_OIDC else []
