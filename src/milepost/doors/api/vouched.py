"""Signing in through another place that vouches for an address, by OpenID Connect.

Only a verified address counts: it leads to the person who has it, to an open invitation, or, from an allowed domain, to a new person.
Afterwards the account there (its issuer's own id of it) leads to the same person, whatever their address becomes.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import callback
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from milepost.apps.org.actions.arrive import arrive, here
from milepost.doors.clock import real_now
from milepost.kernel.errors import MilepostError


class Forged(MilepostError):
    """The answer of the place that vouches for you does not belong to this sign-in. Start again."""

    code = "sign_in.forged"
    status = 403


class OnlyToSignIn(MilepostError):
    """Another place can only vouch for you to sign in."""

    code = "sign_in.only"
    status = 403


class Vouching(OpenIDConnectProvider):  # type: ignore[misc]  # allauth ships no types
    """The provider of the settings. Each sign-in carries a nonce, which must come back inside its signed answer."""

    def redirect(self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any) -> HttpResponse:
        """Send the browser there, and keep the nonce in its session."""
        nonce = secrets.token_urlsafe(24)
        params = {**self.get_auth_params(), "nonce": nonce}
        answer: HttpResponse = super().redirect(request, process, next_url, data, auth_params=params, nonce=nonce, **kwargs)
        return answer


class VouchedFor(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Decides who comes in. A refusal goes back to the sign-in page as `?error=` with the code of the error."""

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> Any:
        """The provider with our nonce."""
        found = super().get_provider(request, provider, client_id)
        return Vouching(request, app=found.app)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never by a form: who may come in was made a person before."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find the person, or refuse. Raises ValidationError with the code of the refusal."""
        try:
            _check(sociallogin)
            if sociallogin.is_existing:
                here(sociallogin.user)
                return
            sociallogin.connect(request, _person(sociallogin))
        except MilepostError as refusal:
            raise ValidationError(refusal.sentence, code=refusal.code) from None


def came_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """The provider sent the browser back, with a code that is exchanged for its answer."""
    answer: HttpResponse = callback(request, provider_id)
    return answer


def _person(sociallogin: Any) -> Any:
    claims = _claims(sociallogin)
    allowed = settings.MILEPOST_OIDC
    if allowed is None:  # taken out of the settings while somebody was on their way
        raise Forged
    return arrive(
        email=str(claims.get("email") or ""),
        verified=claims.get("email_verified") is True,
        name=str(claims.get("name") or ""),
        domains=allowed.domains,
        role=allowed.role,
        at=real_now(),
    )


def _check(sociallogin: Any) -> None:
    """Raise Forged unless the signed part of the answer belongs to this sign-in and to the same account as the rest of it."""
    if sociallogin.state.get("process") != "login":
        raise OnlyToSignIn
    signed: Mapping[str, Any] = sociallogin.account.extra_data.get("id_token") or {}
    nonce = str(sociallogin.state.get("nonce") or "")
    if not nonce or not secrets.compare_digest(nonce, str(signed.get("nonce") or "")):
        raise Forged
    if str(signed.get("sub") or "") != str(_claims(sociallogin).get("sub")):
        raise Forged


def _claims(sociallogin: Any) -> Mapping[str, Any]:
    found = sociallogin.account.extra_data
    claims: Mapping[str, Any] = found.get("userinfo") or found.get("id_token") or {}
    return claims
