"""A browser for each of the cast."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

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
