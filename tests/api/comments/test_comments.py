"""What people say about a row."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from tests.api.sheets.conftest import GARDEN, HOUSE, WALLS
from tests.cast import Cast

from milepost.apps.trail.models import Event


class Talk:
    """Somebody talks about a row."""

    def __init__(self, browser: Client, sheet_id: int, row_id: int = WALLS) -> None:
        self.browser, self.place = browser, f"/api/v1/sheets/{sheet_id}/rows/{row_id}"

    def say(self, text: str, expect: int = 201) -> dict[str, Any]:
        """Make a comment, and expect a status."""
        answer = self.browser.post(f"{self.place}/comments", {"text": text}, content_type="application/json")
        assert answer.status_code == expect, answer.content
        return answer.json()

    def change(self, comment: int, text: str, expect: int = 200) -> dict[str, Any]:
        """Say it in other words."""
        answer = self.browser.patch(f"/api/v1/comments/{comment}", {"text": text}, content_type="application/json")
        assert answer.status_code == expect, answer.content
        return answer.json()

    def take_back(self, comment: int, expect: int = 204) -> None:
        """Delete a comment."""
        answer = self.browser.delete(f"/api/v1/comments/{comment}")
        assert answer.status_code == expect, answer.content

    def heard(self) -> list[str]:
        """The texts of the comments, newest first."""
        return [one["text"] for one in self.browser.get(f"{self.place}/comments").json()["items"]]

    def mentions(self) -> dict[str, Any]:
        """Where they are mentioned."""
        return self.browser.get("/api/v1/mentions").json()


@pytest.fixture
def talk(as_, sheet_id: int):
    """`talk(bob).say(...)`."""
    return lambda person, row=WALLS: Talk(as_(person), sheet_id, row)


def test_vera_says_something_and_alice_answers(talk, cast: Cast) -> None:
    said = talk(cast.vera).say("  Why so dear?\nSee the offer.  ")
    assert (said["author"], said["text"], said["mine"], said["edited_at"]) == ("Vera", "Why so dear?\nSee the offer.", True, None)
    talk(cast.alice).say("Brick.")
    assert sorted(talk(cast.bob).heard()) == ["Brick.", "Why so dear?\nSee the offer."]
    assert talk(cast.bob, GARDEN).heard() == []


def test_a_guest_reads_and_a_stranger_does_not(talk, as_, cast: Cast, sheet_id: int) -> None:
    talk(cast.vera).say("Hello")
    assert talk(cast.gus).heard() == ["Hello"]
    assert talk(cast.gus).say("Hello", expect=403)["code"] == "not_allowed"
    assert as_(cast.charlie).get(f"/api/v1/sheets/{sheet_id}/rows/{WALLS}/comments").status_code == 404


def test_one_changes_and_deletes_what_one_said_oneself_and_nothing_else(talk, cast: Cast) -> None:
    said = talk(cast.vera).say("First")
    assert talk(cast.alice).change(said["id"], "Mine now", expect=403)["code"] == "not_allowed"
    talk(cast.alice).take_back(said["id"], expect=403)
    assert talk(cast.vera).change(said["id"], "Second")["edited_at"] is not None
    talk(cast.vera).take_back(said["id"])
    assert talk(cast.vera).heard() == []
    talk(cast.vera).take_back(said["id"], expect=404)


@pytest.mark.parametrize("text", ["", "   \n ", "\u200b"])
def test_nothing_cannot_be_said(talk, cast: Cast, text: str) -> None:
    assert talk(cast.vera).say(text, expect=422)["code"] in ("comment.empty", "request.invalid")


def test_bob_mentions_vera_and_she_is_told_until_she_has_seen_it(talk, as_, cast: Cast, sheet_id: int) -> None:
    said = talk(cast.bob).say(f"@[Vera]({cast.vera.pk}) please look, and @[Bob]({cast.bob.pk}) too")
    told = talk(cast.vera).mentions()
    assert told["unread"] == 1
    [item] = told["items"]
    assert (item["comment_id"], item["row"], item["sheet"], item["author"]) == (said["id"], "Walls", "Budget", "Bob")
    assert item["path"] == ["Kilometre Zero", "The unit", "The portfolio", "The programme", "The project"]
    assert talk(cast.bob).mentions()["items"] == [], "who mentions themselves need not be told"
    read = as_(cast.vera).post("/api/v1/mentions/read", {"comment_ids": [said["id"]]}, content_type="application/json")
    assert read.status_code == 204
    assert (talk(cast.vera).mentions()["unread"], talk(cast.vera).mentions()["items"][0]["read"]) == (0, True)


def test_who_may_not_see_the_row_is_not_mentioned(talk, cast: Cast) -> None:
    answer = talk(cast.bob).say(f"@[Charlie]({cast.charlie.pk}) look", expect=422)
    assert (answer["code"], answer["data"]["name"]) == ("comment.mention_outside", "Charlie")
    nobody = talk(cast.bob).say("@[Charlie](4444444444) look", expect=422)
    assert nobody["detail"] == answer["detail"], "whether there is such a person is not told"
    assert talk(cast.bob).heard() == []


def test_only_who_may_see_the_row_is_offered(as_, cast: Cast, sheet_id: int) -> None:
    place = f"/api/v1/sheets/{sheet_id}/rows/{WALLS}/mentionable"
    names = [one["name"] for one in as_(cast.vera).get(place).json()["items"]]
    assert names == ["Alice", "Bob", "Gus", "Vera"]
    assert [one["name"] for one in as_(cast.vera).get(f"{place}?q=ver").json()["items"]] == ["Vera"]
    assert as_(cast.gus).get(place).status_code == 403


def test_a_mention_that_is_taken_out_again_is_none(talk, cast: Cast) -> None:
    said = talk(cast.bob).say(f"@[Vera]({cast.vera.pk}) look")
    talk(cast.bob).change(said["id"], f"@[Gus]({cast.gus.pk}) look")
    assert (talk(cast.vera).mentions()["unread"], talk(cast.gus).mentions()["unread"]) == (0, 1)


def test_a_mention_is_gone_with_its_comment_its_row_and_the_right_to_see_it(talk, opened, as_, cast: Cast) -> None:
    said = talk(cast.bob).say(f"@[Vera]({cast.vera.pk}) look")
    talk(cast.bob, GARDEN).say(f"@[Vera]({cast.vera.pk}) and here")
    opened(cast.bob).edit({"op": "delete", "rows": [GARDEN]})
    assert [one["comment_id"] for one in talk(cast.vera).mentions()["items"]] == [said["id"]]
    talk(cast.bob).take_back(said["id"])
    assert talk(cast.vera).mentions() == {"unread": 0, "items": [], "next_offset": None}


def test_on_a_deleted_row_nobody_says_anything(talk, opened, cast: Cast) -> None:
    said = talk(cast.bob).say("Still here")
    opened(cast.bob).edit({"op": "delete", "rows": [HOUSE]})
    assert talk(cast.bob).say("Hello?", expect=404)["code"] == "not_found"
    assert talk(cast.bob).change(said["id"], "Hello?", expect=404)["data"]["what"] == "comment"


def test_the_trail_says_who_was_mentioned_and_not_what_was_said(talk, cast: Cast) -> None:
    talk(cast.bob).say(f"@[Vera]({cast.vera.pk}) a secret")
    event = Event.objects.get(kind="comment.made")
    assert (event.actor_id, event.data["mentions"], "secret" in str(event.data)) == (cast.bob.pk, [cast.vera.pk], False)


def test_comments_come_in_pages(talk, as_, cast: Cast, sheet_id: int) -> None:
    for number in range(5):
        talk(cast.vera).say(f"No. {number}")
    page = as_(cast.vera).get(f"/api/v1/sheets/{sheet_id}/rows/{WALLS}/comments?limit=2&offset=2").json()
    assert (len(page["items"]), page["next_offset"]) == (2, 4)
