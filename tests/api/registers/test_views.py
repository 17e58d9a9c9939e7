"""Saved views: one's own where one may look, everybody's where one may edit."""

from __future__ import annotations

from typing import Any

import pytest
from tests.api.registers.conftest import Answer, Reading
from tests.cast import Cast

CONFIG = {"filter": [["score", ">", 10]], "sort": [["score", "desc"]], "group": None, "columns": ["name"], "show": "cards"}


class Views:
    """Somebody who keeps views."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    def save(self, expect: int = 201, **view: Any) -> Answer:
        """Save a view."""
        return self._send("post", "/api/v1/views", {"name": "High ones", "config": CONFIG, **view}, expect)

    def change(self, view_id: int, expect: int = 200, **change: Any) -> Answer:
        """Change a view."""
        return self._send("patch", f"/api/v1/views/{view_id}", change, expect)

    def delete(self, view_id: int, expect: int = 204) -> Answer:
        """Delete a view."""
        return self._send("delete", f"/api/v1/views/{view_id}", {}, expect)

    def names(self, query: str) -> list[str]:
        """The names of the views of a register."""
        return [view["name"] for view in self.browser.get(f"/api/v1/views?{query}").json()["items"]]

    def _send(self, how: str, path: str, body: Answer, expect: int) -> Answer:
        answer = getattr(self.browser, how)(path, body, content_type="application/json")
        assert answer.status_code == expect, answer.content
        return answer.json() if answer.content else {}


@pytest.fixture
def views(as_, log: int):
    """`views(bob).save(...)`."""
    return lambda person: Views(as_(person))


def test_a_view_of_ones_own_is_nobody_elses(cast: Cast, views, reading: Reading, log: int) -> None:
    saved = views(cast.vera).save(sheet=log)
    assert (saved["mine"], saved["shared"], saved["config"]) == (True, False, CONFIG)
    assert [view["name"] for view in reading(cast.vera).head()["views"]] == ["Open ones", "High ones"]
    assert [view["name"] for view in reading(cast.bob).head()["views"]] == ["Open ones"]
    assert views(cast.alice).change(saved["id"], 404, name="Mine now")["code"] == "not_found"
    assert views(cast.alice).delete(saved["id"], 404)["code"] == "not_found"
    assert views(cast.vera).change(saved["id"], name="Higher ones")["name"] == "Higher ones"
    views(cast.vera).delete(saved["id"])
    assert [view["name"] for view in reading(cast.vera).head()["views"]] == ["Open ones"]


def test_a_shared_view_needs_the_right_to_edit(cast: Cast, views, reading: Reading, log: int) -> None:
    assert views(cast.vera).save(403, sheet=log, shared=True)["code"] == "not_allowed"
    saved = views(cast.bob).save(sheet=log, shared=True)
    assert [(view["name"], view["may_change"]) for view in reading(cast.vera).head()["views"]][1:] == [("High ones", False)]
    assert views(cast.vera).change(saved["id"], 403, name="Low ones")["code"] == "not_allowed"
    assert views(cast.charlie).change(saved["id"], 404, name="Low ones")["code"] == "not_found"
    assert views(cast.alice).change(saved["id"], name="Top ones")["name"] == "Top ones"
    own = views(cast.vera).save(sheet=log)
    assert views(cast.vera).change(own["id"], 403, shared=True)["code"] == "not_allowed"
    assert views(cast.bob).change(saved["id"], shared=False)["mine"] is True
    assert [view["name"] for view in reading(cast.alice).head()["views"]] == ["Open ones"]


def test_a_view_of_a_kind_holds_at_its_node_and_below(cast: Cast, views, across: Reading, reading: Reading, log: int) -> None:
    views(cast.bob).save(kind="risks", node=cast.programme.pk, shared=True, name="Programme")
    views(cast.alice).save(kind="risks", shared=True, name="Everywhere")
    assert views(cast.bob).save(403, kind="risks", shared=True)["code"] == "not_allowed"
    assert [view["name"] for view in reading(cast.vera).head()["views"]] == ["Open ones", "Everywhere", "Programme"]
    assert [view["name"] for view in across(cast.vera, cast.project.pk).head()["views"]] == ["Open ones", "Everywhere", "Programme"]
    assert [view["name"] for view in across(cast.vera, cast.portfolio.pk).head()["views"]] == ["Open ones", "Everywhere"]
    told = {view["name"]: view["may_change"] for view in reading(cast.bob).head()["views"]}
    assert told == {"Open ones": False, "Everywhere": False, "Programme": True}
    assert views(cast.vera).names(f"kind=risks&node={cast.project.pk}") == ["Open ones", "Everywhere", "Programme"]
    assert views(cast.charlie).names("kind=risks") == ["Open ones"]


def test_a_stranger_saves_nothing_where_they_may_not_look(cast: Cast, views, log: int) -> None:
    assert views(cast.charlie).save(404, sheet=log)["code"] == "not_found"
    assert views(cast.charlie).save(404, kind="risks", node=cast.project.pk)["code"] == "not_found"


def test_a_view_that_cannot_be_kept_is_refused(cast: Cast, views, log: int) -> None:
    assert views(cast.vera).save(422, sheet=log, name="   ")["code"] == "invalid"
    assert views(cast.vera).save(422)["code"] == "invalid"
    assert views(cast.vera).save(422, sheet=log, config={"filter": "x" * 40_000})["code"] == "invalid"
