"""Who is mentioned gets a mail, where mail is set up: once, of what they may see, and only if they want it."""

from __future__ import annotations

import pytest
from django.core import mail
from tests.api.comments.test_comments import Talk
from tests.api.sheets.conftest import WALLS
from tests.cast import Cast

from milepost.apps.org.mails import send
from milepost.apps.org.models import Role
from milepost.apps.sheets.actions.comment import make_comment
from milepost.apps.sheets.mention_mails import letters_about
from milepost.doors.clock import now

JSON = {"content_type": "application/json"}


@pytest.fixture
def letters(settings, monkeypatch, mailoutbox) -> list[mail.EmailMessage]:
    """What was mailed, at once."""
    settings.MILEPOST_MAIL = True
    monkeypatch.setattr("milepost.doors.api.comments.send_soon", send)
    return mailoutbox


def at(person) -> str:
    return f"@[{person.name}]({person.pk})"


def test_a_mention_is_mailed_once_and_leads_to_the_row(as_, cast: Cast, sheet_id: int, letters) -> None:
    bob = Talk(as_(cast.bob), sheet_id)
    said = bob.say(f"{at(cast.vera)} and {at(cast.bob)}: why so dear? {{link}}")
    (letter,) = letters
    assert (letter.to, letter.subject.startswith("Bob mentions you: Walls")) == (["vera@example.org"], True)
    assert "@Vera and @Bob: why so dear? {link}" in letter.body
    assert f"http://testserver/sheet/{sheet_id}?row=%22{sheet_id}.{WALLS}%22&panel=true" in letter.body
    assert as_(cast.alice).patch("/api/v1/account", {"locale": "de"}, **JSON).status_code == 200
    bob.change(said["id"], f"{at(cast.vera)} and {at(cast.alice)}, why?")
    assert [one.to for one in letters] == [["vera@example.org"], ["alice@example.org"]]
    assert letters[1].subject.startswith("Bob erwähnt Sie: ")


def test_no_mail_without_a_server_or_a_wish_for_it(as_, cast: Cast, sheet_id: int, letters, settings) -> None:
    bob, vera = Talk(as_(cast.bob), sheet_id), as_(cast.vera)
    assert vera.get("/api/v1/session").json()["person"]["mention_mails"] is True
    assert vera.patch("/api/v1/account", {"mention_mails": False}, **JSON).json()["mention_mails"] is False
    bob.say(f"{at(cast.vera)}, hello")
    assert vera.patch("/api/v1/account", {"mention_mails": True}, **JSON).status_code == 200
    settings.MILEPOST_MAIL = False
    bob.say(f"{at(cast.vera)}, hello again")
    assert letters == []


def test_a_mail_tells_nothing_that_its_reader_may_not_see_by_then(as_, cast: Cast, sheet_id: int) -> None:
    said = make_comment(actor_id=cast.bob.pk, sheet_id=sheet_id, row_id=WALLS, text=f"{at(cast.vera)} {at(cast.gus)}", at=now())
    assert len(letters_about(said, origin="")) == 2
    Role.objects.filter(key="guest").update(second_factor=True)
    assert [one.to for one in letters_about(said, origin="")] == ["vera@example.org"]
    cast.vera.grants.all().delete()
    assert letters_about(said, origin="") == []
