"""Settings from the environment: what they mean, what is refused, and that all of them are documented."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from milepost.config import checks
from milepost.config.databases import SQLITE, database
from milepost.config.environment import SETTINGS, BadSetting, Environment
from milepost.config.mail import mail_settings
from milepost.config.secret import keep_secret_key, secret_key

PAGE = (Path(__file__).parents[2] / "docs/configuration.md").read_text("utf-8")
SOURCES = Path(__file__).parents[2] / "src/milepost"


def given(**values: str) -> Environment:
    return Environment(values)


def test_every_setting_is_documented_as_it_is() -> None:
    assert [one.name for one in SETTINGS if f"| `{one.name}` | {one.default} | {one.help} |" not in PAGE] == []


def test_nothing_else_is_documented_or_read() -> None:
    names = {one.name for one in SETTINGS}
    assert set(re.findall(r"MILEPOST_[A-Z_]+", PAGE)) <= names
    read = {name for source in (SOURCES / "config").glob("*.py") for name in re.findall(r'"(MILEPOST_[A-Z_]+)"', source.read_text("utf-8"))}
    assert read == names - {"PORT"}


def test_every_check_is_documented() -> None:
    declared = set(re.findall(r"milepost\.[EW]\d{3}", Path(checks.__file__).read_text("utf-8")))
    assert declared == set(re.findall(r"milepost\.[EW]\d{3}", PAGE))


@pytest.mark.parametrize("word", ["1", "true", "YES", "on"])
def test_a_flag_is_set(word: str) -> None:
    assert given(MILEPOST_DEBUG=word).flag("MILEPOST_DEBUG")


def test_a_flag_that_is_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(BadSetting, match="MILEPOST_DEBUG is perhaps, but it must be 1 or 0"):
        given(MILEPOST_DEBUG="perhaps").flag("MILEPOST_DEBUG")


def test_a_moment_is_utc() -> None:
    assert given(MILEPOST_NOW="2026-03-02T09:00:00+01:00").moment("MILEPOST_NOW") == datetime(2026, 3, 2, 8, tzinfo=UTC)
    with pytest.raises(BadSetting):
        given(MILEPOST_NOW="tomorrow").moment("MILEPOST_NOW")


def test_without_a_url_the_database_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    found = database("", tmp_path, 8)
    assert (found["ENGINE"], found["NAME"]) == (SQLITE, str(tmp_path / "milepost.db"))


def test_a_sqlite_url_names_a_file(tmp_path: Path) -> None:
    assert database("sqlite:////var/lib/m.db", tmp_path, 8)["NAME"] == "/var/lib/m.db"


def test_a_postgresql_url_is_taken_apart(tmp_path: Path) -> None:
    found = database("postgresql://ann:p%40ss@db.example.org:5433/pmo?sslmode=require", tmp_path, 8)
    assert {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "pmo", "USER": "ann", "PASSWORD": "p@ss", "HOST": "db.example.org", "PORT": "5433",
    }  # fmt: skip
    assert found["OPTIONS"]["sslmode"] == "require"
    assert found["OPTIONS"]["pool"]["max_size"] == 10


def test_another_database_is_refused_without_showing_its_password(tmp_path: Path) -> None:
    with pytest.raises(BadSetting) as refused:
        database("mysql://root:secret@host/db", tmp_path, 8)
    assert "secret" not in refused.value.sentence


def test_mail_goes_to_the_server_that_is_given() -> None:
    found = mail_settings(given(MILEPOST_EMAIL_URL="smtps://ann:pw@mail.example.org"))
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"], found["EMAIL_USE_SSL"]) == ("mail.example.org", 465, True)
    with pytest.raises(BadSetting):
        mail_settings(given(MILEPOST_EMAIL_URL="pigeon://roof"))


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    keep_secret_key("", folder)
    first = secret_key("", folder)
    keep_secret_key("", folder)
    assert secret_key("", folder) == first
    assert len(first) >= 50
    assert (folder / "secret-key").stat().st_mode & 0o077 == 0
    assert secret_key("given", folder) == "given"


@pytest.mark.django_db
def test_what_must_not_be_in_production_is_found(settings) -> None:
    settings.MILEPOST_PRODUCTION, settings.MILEPOST_SECRET_GIVEN, settings.DEBUG = True, "short", True
    found = [message.id for check in checks.ALL for message in check(None)]
    assert {"milepost.E003", "milepost.E004"} <= set(found)


def test_a_data_folder_below_a_file_is_found(settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings.MILEPOST_DATA_DIR = tmp_path / "file" / "below"
    assert [message.id for message in checks.check_data_folder(None)] == ["milepost.E002"]
