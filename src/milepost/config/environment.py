"""Every setting that an operator may give, read from the environment: its name, its default and what it is for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from milepost.kernel.errors import MilepostError


class BadSetting(MilepostError):
    """The setting {name} is {value}, but it must be {wanted}."""

    code = "setting.unreadable"
    status = 500


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: `default` in words, `help` in one sentence."""

    name: str
    default: str
    help: str


SETTINGS = (
    Setting("MILEPOST_DATA_DIR", "the platform's data folder", "Folder for the database file, uploads and the secret key."),
    Setting(
        "MILEPOST_DATABASE_URL",
        "sqlite: milepost.db in the data folder",
        "postgresql://user:password@host:port/name, or sqlite:///path/to/file.",
    ),
    Setting("MILEPOST_SECRET_KEY", "made once, kept in the data folder", "Signs sessions; the same for all processes of one installation."),
    Setting("MILEPOST_PRODUCTION", "0", "1 where people reach the server through HTTPS: cookies and redirects are then for HTTPS only."),
    Setting("MILEPOST_ALLOWED_HOSTS", "localhost, 127.0.0.1, [::1]", "Host names under which the server answers, with commas between."),
    Setting(
        "MILEPOST_TRUSTED_ORIGINS",
        "none",
        "Origins such as https://pmo.example.org that may send forms, where a proxy stands before the server.",
    ),
    Setting("MILEPOST_PROXIES", "0", "How many proxies of your own stand before the server and add X-Forwarded-For and X-Forwarded-Proto."),
    Setting("MILEPOST_DEBUG", "0", "1 shows details of errors in answers; for developers only."),
    Setting("MILEPOST_NOW", "the clock", "Freezes the clock at a moment such as 2026-03-02T08:00:00Z; for tests and pictures."),
    Setting("MILEPOST_THREADS", "8", "Requests that one process works on at the same time."),
    Setting(
        "MILEPOST_EMAIL_URL", "none: mails are written to the log", "smtp://user:password@host:port, or smtps:// for TLS from the start."
    ),
    Setting("MILEPOST_EMAIL_FROM", "milepost@localhost", "The sender of mails."),
    Setting("MILEPOST_OIDC_ISSUER", "none", "The issuer of an OpenID Connect provider through which people may sign in, https://..."),
    Setting("MILEPOST_OIDC_CLIENT_ID", "none", "The client id that the provider gave to this installation."),
    Setting("MILEPOST_OIDC_CLIENT_SECRET", "none", "The client secret that the provider gave."),
    Setting("MILEPOST_OIDC_NAME", "Single sign-on", "What the button for it says."),
    Setting(
        "MILEPOST_OIDC_DOMAINS", "none: only who is known or invited", "Domains whose people may come in uninvited, with commas between."
    ),
    Setting("MILEPOST_OIDC_ROLE", "none", "The role that who comes in uninvited gets at the organisation, such as viewer."),
    Setting("PORT", "8000, or the next free one", "The port that the server listens on."),
)
_NAMES = frozenset(setting.name for setting in SETTINGS)


@dataclass(frozen=True, slots=True)
class Environment:
    """The given variables, read by name with the meaning that SETTINGS gives them."""

    values: Mapping[str, str]

    @classmethod
    def of_process(cls) -> Environment:
        """The variables of this process."""
        return cls(os.environ)

    def text(self, name: str, default: str = "") -> str:
        """The variable as given, or the default where it is unset or empty."""
        if name not in _NAMES:
            raise KeyError(name)
        return self.values.get(name, "").strip() or default

    def flag(self, name: str) -> bool:
        """True for 1, true, yes and on. Raises BadSetting for anything that is neither yes nor no."""
        value = self.text(name, "0").lower()
        if value in ("1", "true", "yes", "on"):
            return True
        if value in ("0", "false", "no", "off"):
            return False
        raise BadSetting(name=name, value=value, wanted="1 or 0")

    def number(self, name: str, default: int) -> int:
        """A whole number that is not negative. Raises BadSetting."""
        value = self.text(name, str(default))
        if not value.isdecimal():
            raise BadSetting(name=name, value=value, wanted="a whole number")
        return int(value)

    def words(self, name: str, default: str = "") -> list[str]:
        """The parts of a list with commas."""
        return [word.strip() for word in self.text(name, default).split(",") if word.strip()]

    def moment(self, name: str) -> datetime | None:
        """An aware moment in UTC, or None where unset. Raises BadSetting."""
        value = self.text(name)
        if not value:
            return None
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            raise BadSetting(name=name, value=value, wanted="a moment such as 2026-03-02T08:00:00Z") from None
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)

    def data_dir(self) -> Path:
        """The data folder; it need not exist yet."""
        given = self.text("MILEPOST_DATA_DIR")
        return Path(given).expanduser().absolute() if given else user_data_path("milepost", appauthor=False)
