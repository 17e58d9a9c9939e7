"""Sign-in through an OpenID Connect provider, from the environment: which one, and who may come in by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from milepost.config.environment import BadSetting, Environment

_LOCAL = frozenset(("localhost", "127.0.0.1", "::1"))


@dataclass(frozen=True, slots=True)
class Oidc:
    """The provider. People of `domains`, in lower case, come in uninvited and get `role` at the organisation, if one is named."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    domains: tuple[str, ...]
    role: str
    id: str = "oidc"

    @property
    def origin(self) -> str:
        """Where the browser is sent."""
        parts = urlsplit(self.issuer)
        return f"{parts.scheme}://{parts.netloc}"


def oidc(given: Environment) -> Oidc | None:
    """The provider, None where none is set up. Raises BadSetting for an issuer without HTTPS, which is allowed on this machine only,
    and for one without a client."""
    issuer = given.text("MILEPOST_OIDC_ISSUER").rstrip("/")
    if not issuer:
        return None
    parts = urlsplit(issuer)
    if not parts.hostname or (parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOCAL)):
        raise BadSetting(name="MILEPOST_OIDC_ISSUER", value=issuer, wanted="an address that begins with https://")
    client = given.text("MILEPOST_OIDC_CLIENT_ID")
    if not client:
        raise BadSetting(name="MILEPOST_OIDC_CLIENT_ID", value="empty", wanted="the client id that the provider gave")
    return Oidc(
        issuer=issuer,
        client_id=client,
        client_secret=given.text("MILEPOST_OIDC_CLIENT_SECRET"),
        name=given.text("MILEPOST_OIDC_NAME", "Single sign-on"),
        domains=tuple(domain.lower().removeprefix("@") for domain in given.words("MILEPOST_OIDC_DOMAINS")),
        role=given.text("MILEPOST_OIDC_ROLE"),
    )


def provider_settings(found: Oidc | None) -> dict[str, Any]:
    """The same in allauth's words; with a proof key (PKCE) at every sign-in."""
    if found is None:
        return {}
    app = {"provider_id": found.id, "name": found.name, "client_id": found.client_id, "secret": found.client_secret}
    return {"openid_connect": {"APPS": [{**app, "settings": {"server_url": found.issuer, "oauth_pkce_enabled": True}}]}}
