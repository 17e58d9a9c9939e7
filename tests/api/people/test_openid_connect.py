"""Signing in through a real OpenID Connect provider on this machine: who comes in, and who is refused why."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client
from oidc_provider_mock import User, app
from tests.cast import NOW, Cast
from werkzeug.serving import make_server

from milepost.apps.org.actions.invite_people import invite_people
from milepost.apps.org.addresses import Addressee
from milepost.apps.org.models import Person
from milepost.config.environment import BadSetting, Environment
from milepost.config.oidc import oidc, provider_settings
from milepost.doors.clock import real_now

AUTH = "/_allauth/browser/v1/auth"
VERIFIED = {"email_verified": True}
THERE = (
    User(sub="vera-there", claims={"email": "Vera@example.org", "name": "Vera There", **VERIFIED}),
    User(sub="nina-there", claims={"email": "nina@aldermoor.example", "name": "Nina Novak", **VERIFIED}),
    User(sub="piet-there", claims={"email": "piet@elsewhere.example", "name": "Piet", **VERIFIED}),
    User(sub="fake-alice", claims={"email": "alice@example.org", "name": "Alice", "email_verified": False}),
    User(sub="mute-alice", claims={"email": "alice@example.org", "name": "Alice"}),
    User(sub="word-alice", claims={"email": "alice@example.org", "name": "Alice", "email_verified": "false"}),
)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A provider on a free port, for the tests of this file."""
    patch = pytest.MonkeyPatch()
    patch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    server = make_server("localhost", 0, app(require_nonce=True, user_claims=THERE), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://localhost:{server.server_port}"
    assert requests.get(f"{address}/jwks", timeout=60).ok  # its first answer is slow
    yield address
    server.shutdown()
    patch.undo()


@pytest.fixture(autouse=True)
def provider(issuer: str, settings: Any) -> None:
    """The provider is set up here, for the domain aldermoor.example with the role viewer."""
    cache.clear()
    given = {
        "MILEPOST_OIDC_ISSUER": issuer,
        "MILEPOST_OIDC_CLIENT_ID": "milepost",
        "MILEPOST_OIDC_CLIENT_SECRET": "s",
        "MILEPOST_OIDC_NAME": "House",
    }
    given |= {"MILEPOST_OIDC_DOMAINS": "Aldermoor.example", "MILEPOST_OIDC_ROLE": "viewer"}
    settings.MILEPOST_OIDC = oidc(Environment(given))
    settings.SOCIALACCOUNT_PROVIDERS = provider_settings(settings.MILEPOST_OIDC)
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 60  # the provider shares this machine with every other test


def go(browser: Client, **more: str) -> str:
    """Start at the sign-in page: where the provider is."""
    form = {"provider": "oidc", "callback_url": "/portfolio", "process": "login", **more}
    answer = browser.post(f"{AUTH}/provider/redirect", form)
    assert answer.status_code == 302
    assert {"state", "nonce", "code_challenge"} < set(parse_qs(urlsplit(answer["Location"]).query))
    return answer["Location"]


def vouch(there: str, sub: str) -> str:
    """Sign in at the provider: where it sends the browser back to."""
    answer = requests.post(there, data={"sub": sub}, allow_redirects=False, timeout=60)
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["Location"])
    return f"{back.path}?{back.query}"


def changed(address: str, **values: str) -> str:
    """The address with other values in its query."""
    parts = urlsplit(address)
    query = {key: found[0] for key, found in parse_qs(parts.query).items()}
    return parts._replace(query=urlencode({**query, **values})).geturl()


def come_in(sub: str) -> tuple[Client, str]:
    browser = Client()
    return browser, browser.get(vouch(go(browser), sub))["Location"]


def who(browser: Client) -> str | None:
    person = browser.get("/api/v1/session").json()["person"]
    return person["name"] if person else None


def test_the_session_names_the_provider(cast: Cast) -> None:
    assert Client().get("/api/v1/session").json()["sign_in"]["providers"] == [{"id": "oidc", "name": "House"}]


def test_a_verified_address_leads_to_its_person_and_stays_theirs(cast: Cast) -> None:
    browser, led_to = come_in("vera-there")
    assert (led_to, who(browser)) == ("/portfolio", "Vera")
    Person.objects.filter(id=cast.vera.pk).update(email="vera.v@example.org")
    assert who(come_in("vera-there")[0]) == "Vera"
    assert Person.objects.count() == 7


def test_somebody_from_an_allowed_domain_becomes_a_person_with_the_role(cast: Cast) -> None:
    browser, _ = come_in("nina-there")
    assert who(browser) == "Nina Novak"
    assert browser.get(f"/api/v1/nodes/{cast.organisation.pk}").json()["capabilities"] == ["view", "comment", "directory"]
    nina = Person.objects.get(email="nina@aldermoor.example")
    assert (nina.has_usable_password(), nina.grants.get().granted_by) == (False, None)
    assert who(come_in("nina-there")[0]) == "Nina Novak"


def test_an_invited_address_comes_in_from_any_domain_with_what_was_promised(cast: Cast) -> None:
    piet = [Addressee("piet@elsewhere.example", "Piet Pietersen")]
    invite_people(actor_id=cast.alice.pk, people=piet, node_id=cast.programme.pk, role="editor", at=real_now())
    browser, _ = come_in("piet-there")
    assert who(browser) == "Piet Pietersen"
    assert "edit" in browser.get(f"/api/v1/nodes/{cast.project.pk}").json()["capabilities"]


@pytest.mark.parametrize("sub", ["fake-alice", "mute-alice", "word-alice"])
def test_an_address_that_nobody_verified_opens_nothing(cast: Cast, sub: str) -> None:
    browser, led_to = come_in(sub)
    assert (led_to, who(browser)) == ("/portfolio?error=sign_in.unverified&error_process=login", None)


def test_a_wrong_domain_is_refused_and_nobody_made(cast: Cast) -> None:
    browser, led_to = come_in("piet-there")
    assert ("error=sign_in.not_expected" in led_to, who(browser)) == (True, None)
    assert not Person.objects.filter(email__startswith="piet").exists()


@pytest.mark.parametrize("known_before", [True, False])
def test_who_left_stays_out(cast: Cast, known_before: bool) -> None:
    if known_before:
        come_in("vera-there")
    Person.objects.filter(id=cast.vera.pk).update(is_active=False, left_at=NOW)
    browser, led_to = come_in("vera-there")
    assert ("error=person.left" in led_to, who(browser)) == (True, None)


def test_an_answer_with_another_state_or_none_is_refused(cast: Cast) -> None:
    browser = Client()
    back = vouch(go(browser), "vera-there")
    for forged in (changed(back, state="another"), back.partition("&state")[0] if "&state" in back else changed(back, state="")):
        assert "error" in browser.get(forged)["Location"]
        assert who(browser) is None


def test_the_answer_of_anothers_browser_signs_nobody_in(cast: Cast) -> None:
    back = vouch(go(Client()), "vera-there")
    victim = Client()
    go(victim)
    assert "error" in victim.get(back)["Location"]
    assert who(victim) is None


def test_an_answer_with_another_nonce_is_refused(cast: Cast) -> None:
    browser = Client()
    led_to = browser.get(vouch(changed(go(browser), nonce="of-another-sign-in"), "vera-there"))["Location"]
    assert ("error=sign_in.forged" in led_to, who(browser)) == (True, None)


def test_an_answer_counts_once(cast: Cast) -> None:
    browser = Client()
    back = vouch(go(browser), "vera-there")
    browser.get(back)
    browser.delete(f"{AUTH}/session")
    assert "error" in browser.get(back)["Location"]
    assert who(browser) is None


def test_nobody_ties_a_foreign_account_to_their_own(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    led_to = bob.get(vouch(go(bob, process="connect"), "vera-there"))["Location"]
    assert "error=sign_in.only" in led_to
    assert bob.get("/_allauth/browser/v1/account/providers").status_code == 404


def test_it_leads_back_to_this_house_only(cast: Cast) -> None:
    answer = Client().post(f"{AUTH}/provider/redirect", {"provider": "oidc", "callback_url": "https://evil.example/", "process": "login"})
    assert urlsplit(answer["Location"]).netloc in ("", "testserver")


def test_a_second_factor_is_asked_for_here_too(cast: Cast) -> None:
    Authenticator.objects.create(user=cast.vera, type=Authenticator.Type.TOTP, data={"secret": "x"})
    browser, _ = come_in("vera-there")
    assert who(browser) is None
    flows = browser.get(f"{AUTH}/session").json()["data"]["flows"]
    assert [flow["id"] for flow in flows if flow.get("is_pending")] == ["mfa_authenticate"]


@pytest.mark.parametrize("issuer_given", ["http://id.example.org", "ftp://id.example.org", "id.example.org"])
def test_an_issuer_needs_https(issuer_given: str) -> None:
    with pytest.raises(BadSetting, match="https"):
        oidc(Environment({"MILEPOST_OIDC_ISSUER": issuer_given, "MILEPOST_OIDC_CLIENT_ID": "x"}))
    with pytest.raises(BadSetting, match="CLIENT_ID"):
        oidc(Environment({"MILEPOST_OIDC_ISSUER": "https://id.example.org"}))
    assert oidc(Environment({})) is None
