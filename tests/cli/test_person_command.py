"""`milepost person`: what an operator does for people who cannot sign in, or shall not."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from tests.cast import Cast
from typer.testing import CliRunner, Result

from milepost.apps.org.models import Person
from milepost.apps.trail.models import Event
from milepost.doors.cli import people


@pytest.fixture(autouse=True)
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django is set up for the tests already."""
    monkeypatch.setattr(people, "prepare", lambda: None)


def person(*arguments: str) -> Result:
    return CliRunner().invoke(people.person_app, list(arguments))


def test_a_lost_second_factor_is_switched_off(cast: Cast) -> None:
    Authenticator.objects.create(user=cast.vera, type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert person("second-factor-off", "Vera@example.org").exit_code == 0
    assert Authenticator.objects.count() == 0
    assert Event.objects.get(kind="person.second_factor_off").actor_id is None
    again = person("second-factor-off", "vera@example.org")
    assert (again.exit_code, again.stderr) == (2, "milepost: There is no second factor with that id that you may see.\n")


def test_somebody_leaves_and_comes_back(cast: Cast) -> None:
    assert "The account is closed" in person("leave", "bob@example.org").stdout
    assert Person.objects.get(id=cast.bob.pk).is_active is False
    assert person("leave", "bob@example.org").exit_code == 2
    assert person("restore", "bob@example.org").stdout == "They can sign in again.\n"
    assert Person.objects.get(id=cast.bob.pk).is_active is True
    assert "without an owner" in person("leave", "alice@example.org").stderr
