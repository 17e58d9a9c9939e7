"""Forms: what they ask for, who may fill and keep them, and what the public one holds out against."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from tests.api.intake.conftest import Intake
from tests.cast import NOW

from milepost.apps.intake.actions.ask import MOST_AN_HOUR
from milepost.apps.intake.models import Asked

WHO = {"name": "Pat Public", "address": "pat@example.net"}


@pytest.fixture(autouse=True)
def nobody_knocked_yet() -> None:
    """Limits by place are counted in the cache of the process, from test to test."""
    cache.clear()


def opened(intake: Intake, **more: Any) -> str:
    """The form of the programme, open to the outside; its secret."""
    return intake.bob.send("PATCH", f"/forms/{intake.form['id']}", {"public": True, **more})["token"]


def test_a_form_asks_for_columns_in_the_words_of_the_office(intake: Intake) -> None:
    fields = [{"key": "name", "title": "What do you need?"}, {"key": "unit", "help": "As on your badge.", "required": True}]
    intake.bob.send("PATCH", f"/forms/{intake.form['id']}", {"fields": fields, "intro": "Two minutes."})
    asked = intake.charlie.get(f"/forms/{intake.form['id']}")
    assert [(one["key"], one["title"], one["help"], one["required"]) for one in asked["fields"]] == [
        ("name", "What do you need?", "", True),
        ("unit", "", "As on your badge.", True),
    ]
    answers = {"answers": {"name": "A crane"}}
    refused = intake.charlie.send("POST", f"/forms/{intake.form['id']}/requests", answers, 422)
    assert (refused["code"], refused["data"]["key"]) == ("form.missing", "unit")
    for key in ("state", "score", "project", "wanted_by", "serves"):
        assert intake.bob.send("PATCH", f"/forms/{intake.form['id']}", {"fields": [{"key": key}]}, 422)["code"] == "invalid"
    assert intake.vera.send("PATCH", f"/forms/{intake.form['id']}", {"open": False}, 403)
    assert intake.charlie.send("PATCH", f"/forms/{intake.form['id']}", {"open": False}, 404)


def test_from_outside_one_asks_by_the_link_and_learns_only_a_number(intake: Intake) -> None:
    assert intake.nobody.browser.get(f"/api/v1/public/forms/{intake.form['token']}").status_code == 404
    token = opened(intake)
    asked = intake.nobody.get(f"/public/forms/{token}")
    assert (asked["title"], asked["organisation"]) == ("Ask for a project", "Kilometre Zero")
    answers = {"name": "A bench", "need": "To rest.", "state": "approved", "project": "1"}
    made = intake.nobody.send("POST", f"/public/forms/{token}", {**WHO, "answers": answers}, 201)
    assert made == {"number": "REQ-1"}
    item = intake.bob.get(f"/intake/{intake.cast.programme.pk}")["items"][0]
    assert (item["name"], item["state"], item["wanted_by"]) == ("A bench", "new", "Pat Public <pat@example.net>")
    story = intake.bob.get(f"/requests/{item['sheet_id']}/{item['row_id']}")
    assert (story["asked"]["outside"], story["asked"]["address"]) == (True, "pat@example.net")
    assert intake.vera.get(f"/requests/{item['sheet_id']}/{item['row_id']}")["asked"]["address"] == ""
    fresh = opened(intake, new_link=True)
    assert fresh != token
    assert intake.nobody.browser.get(f"/api/v1/public/forms/{token}").status_code == 404
    opened(intake, open=False)
    assert intake.nobody.send("POST", f"/public/forms/{fresh}", {**WHO, "answers": answers}, 410)["code"] == "form.closed"


def test_floods_machines_and_masses_are_held_out(intake: Intake) -> None:
    token = opened(intake)
    answers = {"name": "A bench", "need": "To rest."}
    assert intake.nobody.send("POST", f"/public/forms/{token}", {**WHO, "answers": answers, "website": "http://x"}, 201) == {
        "number": "REQ-0"
    }
    too_long = {"name": "x" * 5001, "need": "y"}
    assert intake.nobody.send("POST", f"/public/forms/{token}", {**WHO, "answers": too_long}, 422)
    assert (
        intake.nobody.send("POST", f"/public/forms/{token}", {**WHO, "answers": {**answers, "wanted_for": "soon"}}, 422)["code"]
        == "form.unfit"
    )
    assert Asked.objects.count() == 0
    intake.nobody.send("POST", f"/public/forms/{token}", {**WHO, "answers": answers}, 201)
    sheet = intake.form["sheet_id"]
    rows = [Asked(sheet_id=sheet, row_id=row, form_id=intake.form["id"], at=NOW) for row in range(1, MOST_AN_HOUR)]
    Asked.objects.bulk_create(rows)
    assert intake.nobody.send("POST", f"/public/forms/{token}", {**WHO, "answers": answers}, 429)["code"] == "form.flooded"
    Asked.objects.filter(row_id__lt=MOST_AN_HOUR).update(at=NOW - timedelta(hours=2))
    statuses = []
    for _ in range(10):
        body = {**WHO, "answers": answers}
        statuses.append(intake.nobody.browser.post(f"/api/v1/public/forms/{token}", body, content_type="application/json").status_code)
    assert statuses[-1] == 429
    assert 201 in statuses


def test_a_formula_from_outside_stays_text(intake: Intake) -> None:
    token = opened(intake)
    evil = '=HYPERLINK("http://evil.example","x")'
    intake.nobody.send("POST", f"/public/forms/{token}", {**WHO, "name": "@cmd", "answers": {"name": evil, "need": "+1+1"}}, 201)
    item = intake.bob.get(f"/intake/{intake.cast.programme.pk}")["items"][0]
    assert item["name"] == evil
    answer = intake.bob.browser.get(f"/api/v1/sheets/{item['sheet_id']}/export?format=csv")
    lines = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert not [cell for line in lines for cell in line if cell[:1] in ("=", "+", "@")]
