"""Requests that cannot be meant: each gets a problem with a code, alike on both databases."""

from __future__ import annotations

import pytest
from tests.cast import Cast


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ("{", 400, "request.unreadable"),
        ("\xff", 400, "request.unreadable"),
        ("[]", 422, "request.invalid"),
        ('{"name": "Nina", "email": "nowhere"}', 422, "request.invalid"),
    ],
)
def test_a_body_that_cannot_be_meant(as_, cast: Cast, body: str, status: int, code: str) -> None:
    answer = as_(cast.alice).generic("POST", "/api/v1/people", body.encode("latin-1"), "application/json")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_query_that_cannot_be_meant(as_, cast: Cast) -> None:
    answer = as_(cast.alice).get("/api/v1/people?limit=0")
    assert (answer.status_code, answer.json()["data"]["findings"][0]["where"]) == (422, "query.limit")


def test_what_is_not_there_is_a_problem_too(client, db) -> None:
    answer = client.get("/api/v1/galaxies")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_a_character_that_cannot_be_kept_does_not_cost_the_rest(as_, cast: Cast) -> None:
    body = '{"name": "Ni\\u0000na \\ud83d\\ude00 \\ud800", "email": "nina@example.org"}'
    answer = as_(cast.alice).generic("POST", "/api/v1/people", body, "application/json")
    assert (answer.status_code, answer.json()["name"]) == (201, "Nina 😀 ?")
    assert as_(cast.alice).get("/api/v1/people?q=Ni%00na").json()["items"][0]["name"] == "Nina 😀 ?"
