"""A portfolio that takes requests: Alice decides, Bob works on them, Vera looks, Charlie only asks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from tests.api.conftest import Browser
from tests.cast import Cast


@dataclass
class Desk:
    """What a test of requests does with somebody's browser."""

    browser: Client

    def get(self, path: str) -> Any:
        """The answer as JSON."""
        return self.browser.get(f"/api/v1{path}").json()

    def send(self, method: str, path: str, body: Any, status: int = 200) -> Any:
        """The answer as JSON, of which the status is as expected."""
        answer = self.browser.generic(method, f"/api/v1{path}", json.dumps(body), "application/json")
        assert answer.status_code == status, answer.content
        return answer.json()

    def decide(self, ref: str, what: str, status: int = 200, **more: Any) -> Any:
        """Decide on a request as it stands now."""
        seen = more.pop("seen", None) or self.get(f"/requests/{ref}")["seen"]
        return self.send("POST", f"/requests/{ref}/decisions", {"what": what, "seen": seen, **more}, status)


@dataclass
class Intake:
    """Desks of the cast, a form of the programme, and its register."""

    alice: Desk
    bob: Desk
    vera: Desk
    charlie: Desk
    nobody: Desk
    form: dict[str, Any]
    cast: Cast

    def ask(self, desk: Desk, **answers: Any) -> str:
        """Ask by the form, and say where the request is: sheet and row."""
        said = {"name": "A new ferry landing", "need": "The old landing floods every winter.", **answers}
        made = desk.send("POST", f"/forms/{self.form['id']}/requests", {"answers": said}, 201)
        return f"{made['sheet_id']}/{made['row_id']}"

    def ready(self, desk: Desk, **answers: Any) -> str:
        """A request that waits for approval, worth something: it costs 1,000 and brings 1,400 over three years."""
        ref = self.ask(desk, **answers)
        self.alice.decide(ref, "accept")
        flows = [{"cost": 1000, "income": 0}, {"income": 300}, {"income": 420}, {"income": 680}]
        self.bob.send("PUT", f"/requests/{ref}/case", {"currency": "EUR", "rate": 10, "flows": flows})
        self.bob.decide(ref, "submit")
        return ref


@pytest.fixture
def intake(cast: Cast, as_: Browser) -> Intake:
    """The desks, and one open form."""
    bob = Desk(as_(cast.bob))
    form = bob.send("POST", f"/intake/{cast.programme.pk}/forms", {"title": "Ask for a project"}, 201)
    others = (Desk(as_(person)) for person in (cast.alice, cast.vera, cast.charlie, None))
    alice, vera, charlie, nobody = others
    return Intake(alice, bob, vera, charlie, nobody, form, cast)
