"""A browser for each of the cast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.api.held import hold

from milepost.apps.org.models import Person

Browser = Callable[[Person | None], Client]


@pytest.fixture
def as_(db) -> Browser:
    """`as_(bob).get(...)`: a browser in which Bob is signed in; `as_(None)` for nobody."""

    def sign_in(person: Person | None) -> Client:
        browser = Client()
        if person is not None:
            browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return browser

    return sign_in


@pytest.fixture(autouse=True)
def held_against_the_description(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer that a test of this folder gets from the API is held against its description."""
    request = Client.request

    def held_request(browser: Client, **environ: Any) -> Any:
        answer = request(browser, **environ)
        if environ["PATH_INFO"].startswith("/api/v1/"):
            hold(environ["REQUEST_METHOD"], environ["PATH_INFO"], answer)
        return answer

    monkeypatch.setattr(Client, "request", held_request)
