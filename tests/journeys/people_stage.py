"""People and places of their own for each journey about them, made through the API by the person who is signed in."""

from __future__ import annotations

from itertools import count
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.journeys.conftest import Installation
from tests.journeys.steps import SCREEN, ask, let_in

PASSWORD = "seven quiet lanterns"
_numbers = count(1)


class Stage:
    """A project of its own, and calls of the API as whoever is signed in on the page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.me: dict[str, Any] = self.call("GET", "/api/v1/session")["person"]
        self.root: int = self.call("GET", "/api/v1/nodes")["items"][0]["id"]
        self.project_name = f"{name} {next(_numbers)}"
        self.project: int = self.call("POST", "/api/v1/nodes", {"parent_id": self.root, "kind": "project", "name": self.project_name}, 201)[
            "id"
        ]

    def call(self, method: str, path: str, body: Any = None, expect: int = 200) -> Any:
        """Ask the API, and expect a status."""
        return ask(self.page.context, method, path, body, expect=expect)

    def person(self, name: str, role: str = "") -> tuple[int, str]:
        """Somebody new with a mail address, and with a role at the project; (id, address)."""
        email = f"{name.split()[0].lower()}.{next(_numbers)}.{self.project}@example.org"
        made = self.call("POST", "/api/v1/people", {"name": name, "email": email}, 201)["id"]
        if role:
            self.call("POST", f"/api/v1/nodes/{self.project}/access", {"person_id": made, "role": role}, 201)
        return made, email

    def give_project_to(self, person: int) -> None:
        """Make somebody the manager of the project, in its profile."""
        profile = self.call("GET", f"/api/v1/portfolio?node={self.project}")["items"][0]["profile_id"]
        self.call("PATCH", f"/api/v1/sheets/{profile}", {"ops": [{"op": "set", "row": self.project, "cells": {"manager": person}}]})

    def let_in(self, person: int) -> None:
        """Give somebody the password of the stage."""
        link = self.call("POST", f"/api/v1/people/{person}/password-link", expect=201)["link"]
        self.call("POST", f"/api/v1/password-links/{link.rsplit('/', 1)[1]}", {"password": PASSWORD})


def window_of(browser: Browser, installation: Installation, email: str, password: str = PASSWORD) -> BrowserContext:
    """A window in which somebody else has signed in."""
    context = browser.new_context(base_url=installation.address, locale="en-GB", reduced_motion="reduce", viewport=SCREEN)
    context.set_default_timeout(15_000)
    let_in(context, email, password)
    return context
