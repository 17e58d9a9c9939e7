"""A risk log that the cast reads: a plain list with columns of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.cast import NOW, Cast

from milepost.apps.org.models import Person
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.declarations import read_declaration
from milepost.apps.sheets.kinds import registry
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.writing import cache
from milepost.engines.sheet import NewRow

GROUND, WATER, ROCK, PEOPLE, PERMIT = 11, 12, 13, 21, 22
Answer = dict[str, Any]


KIND = """
kind: risks
title: {en: Risks, de: Risiken}
columns:
  - {key: name, title: Title, type: text, primary: true, role: name}
  - {key: score, title: Score, type: number}
  - {key: status, title: Status, type: choice, choices: [{value: open, label: {en: Open, de: Offen}}, {value: closed, label: Closed}]}
  - {key: due, title: Due, type: date}
  - {key: owner, title: Owner, type: person}
  - {key: team, title: Team, type: people}
  - {key: harms, title: Harms, type: link, to: risks, several: true}
  - {key: harm, title: Harm, type: number, compute: {over: harms, take: sum, of: score}}
  - {key: double, title: Twice, type: number, compute: {sum: [harm, harm]}}
  - {key: below, title: Below, type: number, compute: {over: children, take: sum, of: score}}
formats:
  - {when: [[score, ">=", 15]], column: score, tone: red}
  - {when: [[score, ">=", 10]], column: score, tone: amber}
  - {when: [[status, is, closed]], tone: dim}
views:
  - {key: open, title: {en: Open ones, de: Offene}, filter: [[status, is_not, closed]], sort: [[score, desc]], columns: [name, score]}
may: {delete: arrange}
"""


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
def risks() -> Iterator[None]:
    """The kind, declared for this test."""
    registry.declare(read_declaration(KIND, "risks.yaml"))
    cache.models.clear()
    rows_kept.clear()
    yield
    registry.forget("risks")


@pytest.fixture
def log(cast: Cast, risks: None) -> int:
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


@pytest.fixture
def across(as_, log: int) -> Reading:
    """`across(bob).window(...)`: Bob has the register across all projects open, or below a node."""

    def opened(person: Person, node_id: int | None = None) -> Reader:
        return Reader(as_(person), "registers/risks" + (f"?node={node_id}" if node_id else ""))

    return opened
