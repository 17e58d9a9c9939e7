"""Signing in and out by allauth's headless API, as the browser client does."""

from __future__ import annotations

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from cryptography.fernet import InvalidToken
from django.core.cache import cache
from django.test import Client
from tests.cast import PASSWORD, Cast

from milepost.apps.trail.models import Event

AUTH = "/_allauth/browser/v1/auth"
TOTP = "/_allauth/browser/v1/account/authenticators/totp"


def sign_in(browser: Client, email: str, password: str):
    token = browser.get("/api/v1/session").json()["csrf_token"]
    body = {"email": email, "password": password}
    return browser.post(f"{AUTH}/login", body, content_type="application/json", headers={"X-CSRFToken": token})


def factor_code(secret: str) -> str:
    """What the authenticator app with this secret shows now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def test_alice_signs_in_and_out(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert sign_in(browser, "Alice@example.org", PASSWORD).status_code == 200
    session = browser.get("/api/v1/session").json()
    assert session["person"]["name"] == "Alice"
    assert Event.objects.get(kind="person.signed_in").data == {"person": cast.alice.pk, "address": "127.0.0.1"}
    browser.delete(f"{AUTH}/session", headers={"X-CSRFToken": session["csrf_token"]})
    assert browser.get("/api/v1/session").json()["person"] is None


def test_a_wrong_password_and_an_unknown_address_sound_the_same(cast: Cast) -> None:
    wrong = sign_in(Client(), "alice@example.org", "no-bridge-of-stones")
    unknown = sign_in(Client(), "nobody@example.org", "no-bridge-of-stones")
    assert wrong.status_code == unknown.status_code == 400
    assert wrong.json() == unknown.json()


def test_guessing_is_stopped_even_with_the_right_password_at_last(cast: Cast) -> None:
    cache.clear()
    browser = Client()
    codes = [sign_in(browser, "bob@example.org", f"guess-number-{n}").status_code for n in range(12)]
    assert codes[0] == 400
    assert codes[-1] == 429
    assert sign_in(browser, "bob@example.org", PASSWORD).status_code == 429
    assert sign_in(browser, "alice@example.org", PASSWORD).status_code == 200


def test_a_second_factor_is_asked_for_once_it_is_switched_on(cast: Cast) -> None:
    cache.clear()
    browser = Client()
    sign_in(browser, "alice@example.org", PASSWORD)
    browser.post(f"{AUTH}/reauthenticate", {"password": PASSWORD}, content_type="application/json")
    secret = browser.get(TOTP).json()["meta"]["secret"]
    code = factor_code(secret)
    assert browser.post(TOTP, {"code": code}, content_type="application/json").status_code == 200

    elsewhere = Client()
    asked = sign_in(elsewhere, "alice@example.org", PASSWORD)
    assert [flow["id"] for flow in asked.json()["data"]["flows"] if flow.get("is_pending")] == ["mfa_authenticate"]
    assert elsewhere.get("/api/v1/session").json()["person"] is None
    guess = {"code": "000000" if code != "000000" else "111111"}
    assert elsewhere.post(f"{AUTH}/2fa/authenticate", guess, content_type="application/json").status_code == 400
    cache.clear()  # a code counts once; allauth remembers it there
    assert elsewhere.post(f"{AUTH}/2fa/authenticate", {"code": code}, content_type="application/json").status_code == 200
    assert elsewhere.get("/api/v1/session").json()["person"]["name"] == "Alice"


def test_nobody_signs_up_by_themselves(cast: Cast) -> None:
    browser = Client()
    body = {"email": "mallory@example.org", "password": PASSWORD}
    answer = browser.post(f"{AUTH}/signup", body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_no_mail_with_a_key_leaves_for_a_page_that_is_not_there(cast: Cast, mailoutbox: list[object]) -> None:
    answer = Client().post(f"{AUTH}/password/request", {"email": "alice@example.org"}, content_type="application/json")
    assert (answer.status_code, mailoutbox) == (404, [])


def test_nobody_gives_themselves_another_address(as_, cast: Cast) -> None:
    answer = as_(cast.bob).post("/_allauth/browser/v1/account/email", {"email": "alice@elsewhere.org"}, content_type="application/json")
    assert answer.status_code == 404


def test_pages_carry_headers_that_keep_strangers_scripts_out(client, db) -> None:
    answer = client.get("/api/v1/session")
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"


def test_the_secret_of_a_second_factor_is_kept_sealed(cast: Cast, settings) -> None:
    cache.clear()
    browser = Client()
    sign_in(browser, "alice@example.org", PASSWORD)
    browser.post(f"{AUTH}/reauthenticate", {"password": PASSWORD}, content_type="application/json")
    secret = browser.get(TOTP).json()["meta"]["secret"]
    code = factor_code(secret)
    assert browser.post(TOTP, {"code": code}, content_type="application/json").status_code == 200
    kept = [row.data for row in Authenticator.objects.filter(user=cast.alice)]
    assert {next(iter(data)) for data in kept} >= {"secret", "seed"}
    assert all(str(value).startswith("sealed:") for data in kept for name, value in data.items() if name in ("secret", "seed"))
    assert secret not in str(kept)
    adapter = get_adapter()
    assert adapter.decrypt(next(data["secret"] for data in kept if "secret" in data)) == secret
    assert browser.get("/api/v1/session").json()["person"]["second_factor"] is True
    settings.SECRET_KEY = "another-key-of-another-installation-00000"
    with pytest.raises(InvalidToken):
        adapter.decrypt(kept[0].get("secret") or kept[0]["seed"])


def test_a_password_is_changed_by_who_knows_it(cast: Cast) -> None:
    cache.clear()
    browser, elsewhere = Client(), Client()
    sign_in(browser, "alice@example.org", PASSWORD)
    sign_in(elsewhere, "alice@example.org", PASSWORD)
    change = "/_allauth/browser/v1/account/password/change"
    wrong = {"current_password": "not-the-bridge-I-know", "new_password": "a-tunnel-of-many-bricks"}
    assert browser.post(change, wrong, content_type="application/json").status_code == 400
    weak = {"current_password": PASSWORD, "new_password": "password"}
    assert browser.post(change, weak, content_type="application/json").status_code == 400
    right = {"current_password": PASSWORD, "new_password": "a-tunnel-of-many-bricks"}
    assert browser.post(change, right, content_type="application/json").status_code in (200, 401)
    assert Event.objects.get(kind="person.password_set").actor_id == cast.alice.pk
    assert elsewhere.get("/api/v1/session").json()["person"] is None
    assert sign_in(Client(), "alice@example.org", "a-tunnel-of-many-bricks").status_code == 200
