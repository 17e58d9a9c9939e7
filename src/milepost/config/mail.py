"""How mails leave: through the SMTP server of MILEPOST_EMAIL_URL, else into the log."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from milepost.config.environment import BadSetting, Environment


def mail_settings(given: Environment) -> dict[str, Any]:
    """Django's EMAIL_ settings. Raises BadSetting for a URL that is neither smtp:// nor smtps://."""
    sender = {"DEFAULT_FROM_EMAIL": given.text("MILEPOST_EMAIL_FROM", "milepost@localhost")}
    url = given.text("MILEPOST_EMAIL_URL")
    if not url:
        return {**sender, "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtps"):
        raise BadSetting(name="MILEPOST_EMAIL_URL", value=f"{parts.scheme}://...", wanted="smtp://user:password@host:port")
    return {
        **sender,
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
    }
