"""GET /session: who is signed in."""

from __future__ import annotations

from tests.cast import Cast


def test_nobody_is_signed_in_at_first(client, cast: Cast) -> None:
    answer = client.get("/api/v1/session")
    assert answer.status_code == 200
    assert answer.json()["person"] is None
    assert answer.json()["organisation"] is None


def test_alice_sees_herself_and_her_organisation(client, cast: Cast) -> None:
    client.force_login(cast.alice, backend="allauth.account.auth_backends.AuthenticationBackend")
    body = client.get("/api/v1/session").json()
    assert body["person"]["name"] == "Alice"
    assert body["organisation"] == {
        "id": 1, "name": "Kilometre Zero", "zone": "UTC", "currency": "EUR", "now": "2026-03-02T08:00:00Z", "demo": False,
    }  # fmt: skip
