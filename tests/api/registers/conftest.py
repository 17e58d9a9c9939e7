"""A risk log that the cast reads: a plain list with columns of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.cast import NOW, Cast

from milepost.apps.org.models import Person
from milepost.apps.sheets import cache, kinds
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.blank import Blank
from milepost.apps.sheets.kinds import ColumnSpec
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.engines.sheet import NewRow

GROUND, WATER, ROCK, PEOPLE, PERMIT = 11, 12, 13, 21, 22
Answer = dict[str, Any]


class Risks(Blank):
    """A list of risks without computing."""

    name = "risks"
    columns = (
        ColumnSpec("name", "Title", "text", role="name"),
        ColumnSpec("score", "Score", "number"),
        ColumnSpec(
            "status", "Status", "choice", options={"choices": ["open", "closed"], "labels": {"open": {"en": "Open", "de": "Offen"}}}
        ),
        ColumnSpec("due", "Due", "date"),
        ColumnSpec("owner", "Owner", "person"),
        ColumnSpec("team", "Team", "people"),
        ColumnSpec("harms", "Harms", "link", options={"to": "risks", "several": True}),
    )


class Reader:
    """Somebody with the register open."""

    def __init__(self, browser: Any, address: str) -> None:
        self.browser, self.address = browser, address

    def head(self, expect: int = 200) -> Answer:
        """The head."""
        path, _, query = self.address.partition("?")
        return self._checked(self.browser.get(f"/api/v1/{path}/head?{query}"), expect)

    def window(self, expect: int = 200, **asked: Any) -> Answer:
        """A window of the rows."""
        return self.post("rows", asked, expect)

    def names(self, **asked: Any) -> list[str]:
        """The titles of the rows, in order."""
        return [row["cells"].get("name") for row in self.window(**asked)["rows"]]

    def post(self, what: str, body: Answer, expect: int = 200) -> Answer:
        """Ask a question of the register."""
        path, _, query = self.address.partition("?")
        return self._checked(self.browser.post(f"/api/v1/{path}/{what}?{query}", body, content_type="application/json"), expect)

    def _checked(self, answer: Any, expect: int) -> Answer:
        assert answer.status_code == expect, answer.content
        return answer.json()


Reading = Callable[..., Reader]


@pytest.fixture
def risks() -> Risks:
    """The kind, registered for this test."""
    kind = Risks()
    kinds.register(kind)
    cache.models.clear()
    rows_kept.clear()
    return kind


@pytest.fixture
def log(cast: Cast, risks: Risks) -> int:
    """Ground (Water, Rock), People (Permit)."""
    rows = (
        NewRow(GROUND, None, {"name": "Ground", "score": 12, "status": "open", "owner": cast.bob.pk}),
        NewRow(WATER, GROUND, {"name": "Water", "score": 20, "status": "open", "due": "2026-03-02", "owner": cast.vera.pk}),
        NewRow(ROCK, GROUND, {"name": "Rock", "score": 6, "status": "closed", "due": "2026-02-20"}),
        NewRow(PEOPLE, None, {"name": "People", "status": "open", "due": "2026-04-01", "team": [cast.bob.pk, cast.vera.pk]}),
        NewRow(PERMIT, PEOPLE, {"name": "Permit", "score": 12, "due": "2026-03-20"}),
    )
    made = create_sheet(actor_id=cast.alice.pk, node_id=cast.project.pk, kind="risks", name="Risks", rows=rows, at=NOW)
    return made.sheet_id


@pytest.fixture
def reading(as_, log: int) -> Reading:
    """`reading(bob).window(...)`: Bob has the register open."""

    def opened(person: Person, sheet_id: int = log) -> Reader:
        return Reader(as_(person), f"sheets/{sheet_id}")

    return opened
