"""What access tokens and the secrets of links look like, and what is kept of them."""

from __future__ import annotations

import hashlib
import secrets

SCOPES = ("read", "write")
_PREFIX = "mp_"


def new_token() -> str:
    """A fresh token: 256 random bits behind a prefix by which leak scanners know it."""
    return _PREFIX + secrets.token_urlsafe(32)


def new_secret() -> str:
    """The secret part of a link that lets somebody in: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What is kept of a token or a secret: it is random enough that one SHA-256 is safe."""
    return hashlib.sha256(token.encode()).hexdigest()
