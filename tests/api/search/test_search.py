"""Looking for words: everything that one may see, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.api.sheets.conftest import GARDEN, HOUSE, ROOF, WALLS, Editor
from tests.cast import Cast

from milepost.apps.sheets.actions.rebuild_search import rebuild_search


class Looker:
    """Somebody who looks for words."""

    def __init__(self, browser: Client) -> None:
        self.browser = browser

    def find(self, q: str, **more: Any) -> list[dict[str, Any]]:
        """What was found."""
        answer = self.browser.get("/api/v1/search", {"q": q, **more})
        assert answer.status_code == 200, answer.content
        return answer.json()["items"]

    def rows(self, q: str, **more: Any) -> list[int]:
        """The rows that were found."""
        return [item["row_id"] for item in self.find(q, what="row", **more)]


@pytest.fixture
def alice(cast: Cast, as_: Callable[[Any], Client]) -> Looker:
    """Alice, who owns everything."""
    return Looker(as_(cast.alice))


@pytest.fixture
def edit(cast: Cast, as_: Callable[[Any], Client], sheet_id: int) -> Editor:
    """Bob, who edits the budget."""
    return Editor(as_(cast.bob), sheet_id)


def test_a_row_is_found_by_the_beginning_of_a_word(alice: Looker, sheet_id: int) -> None:
    assert alice.rows("gar") == [GARDEN]
    assert alice.rows("arden") == []


def test_what_is_found_says_where_it_is(alice: Looker, cast: Cast, edit: Editor) -> None:
    edit.set(GARDEN, name="Garden with a fountain of stone")
    found = alice.find("fountain", what="row")[0]
    assert found["title"] == "Garden with a fountain of stone"
    assert found["path"][-2] == "The project"
    assert (found["node_id"], found["sheet_id"]) == (cast.project.pk, edit.sheet_id)


def test_it_follows_each_edit_and_each_undo(alice: Looker, edit: Editor) -> None:
    edit.set(WALLS, name="Rampart")
    assert (alice.rows("rampart"), alice.rows("walls")) == ([WALLS], [])
    edit.post("undo")
    assert (alice.rows("rampart"), alice.rows("walls")) == ([], [WALLS])


def test_a_deleted_row_is_found_when_it_is_back(alice: Looker, edit: Editor) -> None:
    edit.edit({"op": "delete", "rows": [HOUSE]})
    assert alice.rows("roof") == []
    edit.post("undo")
    assert alice.rows("roof") == [ROOF]


def test_accents_and_case_do_not_matter(alice: Looker, edit: Editor) -> None:
    edit.set(GARDEN, name="Jardín de Émile Müller")
    assert alice.rows("jardin") == alice.rows("ÉMILE mull") == [GARDEN]


def test_all_words_must_be_there(alice: Looker, edit: Editor) -> None:
    edit.set(GARDEN, name="Garden wall")
    assert alice.rows("garden wall") == [GARDEN]
    assert alice.rows("garden roof") == []


def test_a_title_comes_before_other_words(alice: Looker, edit: Editor, cast: Cast, as_: Callable[[Any], Client]) -> None:
    edit.post("columns", {"title": "Note", "type": "text"}, expect=201)
    note = edit.get()["columns"][-1]["key"]
    edit.seq = edit.get()["seq"]
    edit.set(WALLS, name="Slate quarry")
    edit.set(GARDEN, **{note: "Wait for the slate from the quarry"})
    assert alice.rows("slate") == [WALLS, GARDEN]
    found = alice.find("slate", what="row")[1]
    (begin, end), *_ = found["marks"]
    assert found["snippet"][begin:end] == "slate"


def test_words_that_mean_something_to_the_index_do_no_harm(alice: Looker, sheet_id: int) -> None:
    for q in ('"', "'", "* OR garden", "title:garden", "garden)", "(", "garden & !walls", "\\", "—", "a:*", "NEAR(garden)", "%", "\0"):
        alice.find(q)
    assert alice.find("   ") == []


def test_comments_and_files_are_found(alice: Looker, edit: Editor) -> None:
    said = edit.post(f"rows/{GARDEN}/comments", {"text": "The hedgehog lives here"}, expect=201)
    found = alice.find("hedgehog")
    assert [(item["what"], item["id"], item["title"]) for item in found] == [("comment", said["id"], "Garden")]
    edit.browser.delete(f"/api/v1/comments/{said['id']}")
    assert alice.find("hedgehog") == []


def test_nodes_and_people_are_found(alice: Looker, cast: Cast) -> None:
    assert [(item["what"], item["id"]) for item in alice.find("the proj", what="node")] == [("node", cast.project.pk)]
    assert alice.find("the proj")[0]["path"][0] == "Kilometre Zero"
    assert [(item["what"], item["title"]) for item in alice.find("vera")] == [("person", "Vera")]


def test_a_stranger_finds_nothing(cast: Cast, sheet_id: int, as_: Callable[[Any], Client]) -> None:
    charlie = Looker(as_(cast.charlie))
    assert charlie.find("garden") == charlie.find("the") == []


def test_what_lies_elsewhere_is_not_found_by_who_sees_a_part(cast: Cast, as_: Callable[[Any], Client], alice: Looker) -> None:
    made = alice.browser.post(
        f"/api/v1/nodes/{cast.unit.pk}/registers", {"kind": "blank", "name": "Plans"}, content_type="application/json"
    )
    elsewhere = Editor(alice.browser, made.json()["id"])
    elsewhere.edit({"op": "insert", "rows": [{"cells": {"name": "A secret garden"}}]})
    assert len(alice.rows("secret")) == 1
    assert Looker(as_(cast.vera)).find("secret") == []


def test_a_place_narrows_it(alice: Looker, cast: Cast, sheet_id: int) -> None:
    assert alice.rows("garden", node=cast.programme.pk) == [GARDEN]
    empty = alice.browser.post(
        "/api/v1/nodes", {"parent_id": cast.organisation.pk, "kind": "folder", "name": "Empty"}, content_type="application/json"
    ).json()
    assert alice.rows("garden", node=empty["id"]) == []


def test_what_lies_in_the_bin_is_not_found(alice: Looker, cast: Cast, sheet_id: int) -> None:
    assert alice.browser.delete(f"/api/v1/nodes/{cast.project.pk}").status_code in (200, 204)
    assert alice.find("garden") == alice.find("the project") == []


def test_it_can_be_taken_up_anew(alice: Looker, edit: Editor) -> None:
    edit.post(f"rows/{GARDEN}/comments", {"text": "The hedgehog lives here"}, expect=201)
    before = alice.find("garden") + alice.find("hedgehog")
    rebuild_search()
    assert alice.find("garden") + alice.find("hedgehog") == before
