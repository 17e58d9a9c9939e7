"""A small method that holds at the cast's programme, and a runner for what the server does in the background."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.test import Client
from tests.cast import NOW, Cast

from milepost.apps.method.models import Adoption, Pack, PackVersion
from milepost.apps.office.models import Office
from milepost.doors.jobs import lint
from milepost.doors.jobs.runner import Runner

PACK = """
pack: small
title: {en: Small method, de: Kleine Methode}
about: {en: For the tests., de: Für die Tests.}
life_cycle: predictive
sizes: {S: {about: {en: All., de: Alle.}}, M: {about: {en: All., de: Alle.}}, L: {about: {en: All., de: Alle.}}}
phases:
  - {key: begin, title: {en: Begin, de: Beginn}, about: {en: Begin., de: Beginn.}, stage: idea}
  - {key: deliver, title: {en: Deliver, de: Liefern}, about: {en: Deliver., de: Liefern.}, stage: execution, after: [begin]}
artefacts:
  - {key: raid, title: {en: Log, de: Logbuch}, why: {en: Early costs an hour., de: Früh kostet eine Stunde.}, as: register, kind: raid, phase: begin, owner: project_manager, stale_after: 14}
policies:
  - {key: planned, say: {en: There is a plan., de: Es gibt einen Plan.}, why: {en: Else nobody knows., de: Sonst weiß es niemand.}, severity: error, rule: no_plan}
  - {key: agreed, say: {en: It is agreed., de: Er ist vereinbart.}, why: {en: Else nothing slips., de: Sonst verschiebt sich nichts.}, severity: warning, rule: no_baseline, procedure: how}
  - {key: led, say: {en: Somebody leads., de: Jemand leitet.}, why: {en: Else nobody does., de: Sonst tut es niemand.}, severity: advice, rule: no_manager}
procedures:
  - {key: how, title: {en: How to agree, de: Wie man vereinbart}, text: {en: Ask., de: Fragen.}}
roles:
  - {key: project_manager, title: {en: Project manager, de: Projektleitung}}
"""  # noqa: E501 -- data


def adopt(cast: Cast, at: datetime = NOW) -> None:
    """The small method holds at the programme."""
    pack = Pack.objects.create(key="small", title={"en": "Small method"}, origin="own", node=cast.programme, created_at=at)
    digest = hashlib.sha256(PACK.encode()).hexdigest()
    version = PackVersion.objects.create(pack=pack, number=1, digest=digest, text=PACK, state="released", at=at)
    Adoption.objects.create(node=cast.programme, version=version, at=at)


def found_office(cast: Cast, kind: str) -> None:
    """An office of a type at the programme."""
    Office.objects.create(node=cast.programme, name="The office", type=kind, place="programme", founded_at=NOW)


def background() -> Runner:
    """A runner with the steps of the server; its rounds are called by the test."""
    return Runner((lint.runs, lint.night, lint.Following()))


def all_done(runner: Runner) -> int:
    """Let it work until there is nothing left to do; how many rounds that took."""
    rounds = 0
    while runner.work():
        rounds += 1
    return rounds


def kept(browser: Client, node: Any, expect: int = 200) -> Any:
    """How the method is kept at a node, as this person sees it."""
    answer = browser.get(f"/api/v1/nodes/{node.pk}/method-kept")
    assert answer.status_code == expect, answer.content
    return answer.json()


def found(browser: Client, node: Any, expect: int = 200, **query: Any) -> Any:
    """The findings at a node, as this person sees them."""
    answer = browser.get(f"/api/v1/nodes/{node.pk}/findings", query)
    assert answer.status_code == expect, answer.content
    return answer.json().get("items")


def post(browser: Client, path: str, body: dict[str, Any] | None = None, expect: int = 200) -> Any:
    """Send JSON, and get the answer."""
    answer = browser.post(f"/api/v1/{path}", body or {}, content_type="application/json")
    assert answer.status_code == expect, answer.content
    return answer.json()
