"""Asking the office: from any page, answered by its people, and found again by whoever may see the place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from tests.cast import NOW, Cast

from milepost.apps.office.models import Office, OfficeRole
from milepost.apps.practice.models import Answer, Question
from milepost.apps.practice.question_mails import letters_to_asker, letters_to_office

Browser = Callable[[Any], Client]
BASELINE = "When do I have to set a new baseline after a change request?"


@pytest.fixture
def office(cast: Cast) -> Office:
    """The office of the unit, in which Alice directs."""
    made = Office.objects.create(node=cast.unit, name="The office", type="controlling", place="division", founded_at=NOW)
    OfficeRole.objects.create(office=made, person=cast.alice, role="director", since=NOW)
    return made


def ask(browser: Client, text: str = BASELINE, **where: Any) -> Any:
    return browser.post("/api/v1/questions", {"text": text, "page": "/portfolio", **where}, content_type="application/json")


def send(browser: Client, method: str, path: str, **body: Any) -> Any:
    return getattr(browser, method)(f"/api/v1{path}", body, content_type="application/json")


def test_a_question_goes_to_the_office_of_its_place_and_comes_back_answered(cast: Cast, as_: Browser, office: Office) -> None:
    bob, alice = as_(cast.bob), as_(cast.alice)
    question = ask(bob, node_id=cast.project.pk, page=f"/projects/{cast.project.pk}", page_title="The project").json()
    assert (question["office"], question["path"][-1], question["answered_at"]) == ("The office", "The project", None)
    (waiting,) = [one for one in alice.get("/api/v1/expectations").json()["items"] if one["kind"] == "question"]
    assert (waiting["title"]["en"], waiting["verb"], waiting["why"]["data"]["by"]) == (BASELINE, "answer", "Bob")
    answered = send(alice, "post", f"/questions/{question['id']}/answers", text="Once it is approved.").json()
    assert answered["answers"][0]["text"] == "Once it is approved."
    (told,) = [one for one in bob.get("/api/v1/expectations").json()["items"] if one["kind"] == "question"]
    assert told["verb"] == "read"
    assert send(bob, "put", f"/questions/{question['id']}/seen").status_code == 204
    assert [one for one in bob.get("/api/v1/expectations").json()["items"] if one["kind"] == "question"] == []


def test_an_answered_question_is_found_by_its_words_where_the_place_is_seen(cast: Cast, as_: Browser, office: Office) -> None:
    question = ask(as_(cast.bob), node_id=cast.project.pk).json()["id"]
    vera = as_(cast.vera)
    assert vera.get("/api/v1/questions", {"q": "baseline"}).json()["items"] == []
    send(as_(cast.alice), "post", f"/questions/{question}/answers", text="Once it is approved.")
    for words in ("BASE change", "approved"):
        assert [one["id"] for one in vera.get("/api/v1/questions", {"q": words}).json()["items"]] == [question]
    assert [one["id"] for one in vera.get("/api/v1/questions/alike", {"text": "new baseline?"}).json()["items"]] == [question]
    assert vera.get("/api/v1/questions/alike", {"text": "holiday on Friday"}).json()["items"] == []
    charlie = as_(cast.charlie)
    assert charlie.get("/api/v1/questions", {"q": "baseline"}).json()["items"] == []
    assert charlie.get(f"/api/v1/questions/{question}").status_code == 404
    assert send(vera, "post", f"/questions/{question}/answers", text="I think so too.").json()["code"] == "question.not_of_office"


def test_who_asks_on_opens_the_question_again(cast: Cast, as_: Browser, office: Office, settings: Any) -> None:
    bob, alice = as_(cast.bob), as_(cast.alice)
    question = ask(bob, node_id=cast.project.pk).json()["id"]
    send(alice, "post", f"/questions/{question}/answers", text="Once it is approved.")
    settings.MILEPOST_NOW = NOW + timedelta(hours=1)
    again = send(bob, "post", f"/questions/{question}/answers", text="By whom?").json()
    assert again["answered_at"] is None
    assert [one["from_office"] for one in again["answers"]] == [True, False]
    assert alice.get("/api/v1/questions", {"which": "answer"}).json()["waiting"] == {"answer": 1, "mine": 0}
    assert send(bob, "put", f"/questions/{question}/answered", answered=True).json()["answered_at"] is not None


def test_only_the_office_takes_an_answer_into_its_handbook(cast: Cast, as_: Browser, office: Office) -> None:
    bob, alice = as_(cast.bob), as_(cast.alice)
    question = ask(bob, node_id=cast.project.pk).json()["id"]
    answer = send(alice, "post", f"/questions/{question}/answers", text="Once it is approved.").json()["answers"][0]["id"]
    assert send(bob, "put", f"/office-answers/{answer}/faq", faq=True).json()["code"] == "question.not_of_office"
    assert send(alice, "put", f"/office-answers/{answer}/faq", faq=True).json()["answers"][0]["faq"]


def test_without_an_office_nobody_would_read_it(cast: Cast, as_: Browser) -> None:
    answer = ask(as_(cast.bob), node_id=cast.project.pk)
    assert (answer.status_code, answer.json()["code"]) == (409, "question.no_office")


@pytest.mark.parametrize("bad", [{"text": "   "}, {"page": "https://evil.example"}, {"page": "//evil.example"}, {"node_id": 5}])
def test_what_is_no_question_is_refused(cast: Cast, as_: Browser, office: Office, bad: dict[str, Any]) -> None:
    body = {"text": "How?", "page": "/", "node_id": cast.project.pk} | bad
    assert as_(cast.bob).post("/api/v1/questions", body, content_type="application/json").status_code in (404, 422)


def test_the_office_and_the_asker_get_a_mail(cast: Cast, as_: Browser, office: Office) -> None:
    question = Question.objects.get(id=ask(as_(cast.bob), node_id=cast.project.pk).json()["id"])
    (letter,) = letters_to_office(question, origin="https://milepost.example")
    assert (letter.to, letter.said, letter.link) == (cast.alice.email, BASELINE, f"https://milepost.example/ask?question={question.pk}")
    said = Answer.objects.create(question=question, by=cast.alice, text="Once it is approved.", at=NOW)
    assert [one.to for one in letters_to_asker(said, origin="")] == [cast.bob.email]
    assert mail.outbox == []
