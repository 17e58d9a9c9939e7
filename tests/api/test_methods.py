"""Packs of methods: copied, changed, released, taken up, rolled out and back; tailored; and what is asked of a project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.cast import NOW, Cast

from milepost.apps.method.actions.ship_packs import ship_packs
from milepost.apps.method.models import PackVersion
from milepost.apps.method.packs.shipped import shipped
from milepost.apps.method.queries.holding import pack_for, packs_for
from milepost.apps.method.rules.registry import KNOWN
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.sheets.kinds import registry
from milepost.engines.method import Pack, holes
from milepost.engines.method.rules import RULES

JSON = "application/json"


@pytest.fixture
def packs(cast: Cast) -> Cast:
    ship_packs(at=NOW)
    return cast


def version_of(key: str, number: int = 1) -> int:
    return PackVersion.objects.get(pack__key=key, number=number).pk


def method_of(browser: Any, cast: Cast) -> Any:
    return browser.get(f"/api/v1/projects/{cast.project.pk}/method").json()


def told_twice(pack: Pack) -> list[str]:
    """The keys of what is not said in German."""
    found = []
    for part in (pack.phases, pack.gates, pack.artefacts, pack.policies, pack.procedures, pack.roles, pack.courses):
        for one in part:
            texts = [getattr(one, name, None) for name in ("title", "say", "why", "about", "text", "template")]
            found.extend(f"{pack.key} {one.key}" for text in texts if text and text.get("en") and not text.get("de"))
    return found


def test_every_shipped_pack_is_whole_and_speaks_english_and_german() -> None:
    found = shipped()
    assert set(found) >= {"supportive", "controlling", "directive", "it", "construction", "product", "services"}
    assert [hole.sentence for _, read in found.values() for hole in holes(read.pack, set(registry.wanted()))] == []
    assert [key for _, read in found.values() for key in told_twice(read.pack)] == []


def test_packs_and_linter_know_the_same_rules() -> None:
    assert {key: frozenset(shape.takes) for key, shape in RULES.items()} == dict(KNOWN)


def test_a_pack_is_copied_changed_by_a_form_and_released(packs: Cast, as_: Any) -> None:
    alice = as_(packs.alice)
    made = alice.post("/api/v1/packs/controlling/copy", {"node_id": packs.unit.pk, "key": "ours", "title": "Our way"}, content_type=JSON)
    assert (made.status_code, made.json()["has_draft"]) == (201, True)
    draft = alice.get("/api/v1/packs/ours/draft").json()
    assert draft["problems"] == []
    charter = next(one for one in draft["items"]["artefacts"] if one["key"] == "charter")
    body = {"values": {**charter, "make": 45, "title": {"en": "Our page", "de": "Unsere Seite"}}, "was": draft["digest"]}
    draft = alice.put("/api/v1/packs/ours/draft/artefacts/charter", body, content_type=JSON).json()
    assert draft["text"].startswith("# For an office that shares the project")
    assert draft["problems"] == []
    late = alice.put("/api/v1/packs/ours/draft", {"text": "pack: ours", "was": "another"}, content_type=JSON)
    assert (late.status_code, late.json()["code"]) == (409, "pack.draft_moved")
    page = alice.post("/api/v1/packs/ours/release", {"note": "A shorter charter."}, content_type=JSON).json()
    assert (page["version"]["number"], page["has_draft"], page["versions"][0]["note"]) == (1, False, "A shorter charter.")
    assert next(one for one in page["says"]["artefacts"] if one["key"] == "charter")["make"] == 45


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    gatekeeper: client\n", "", "gate.no_gatekeeper"),
        ("    after: [define]\n", "    after: [close]\n", "phases.loop"),
        ("    template: charter\n", "", "artefact.no_template"),
        ("    kind: stakeholders\n", "    kind: holders\n", "artefact.kind_unknown"),
        ("    rule: no_manager\n", "    rule: no_luck\n", "policy.rule_unknown"),
        ("    with: {score: 15}\n", "    with: {score: many}\n", "policy.parameter_wrong"),
        ("A: client, R: project_manager", "R: project_manager", "raci.one_a"),
        ("burden: {minutes: 150", "burden: {minutes: 100", "burden.over"),
        ("  - key: partner\n", "  - key: team\n", "key.twice"),
    ],
)
def test_a_pack_with_a_hole_is_refused_by_line(packs: Cast, as_: Any, old: str, new: str, code: str) -> None:
    text = shipped()["controlling"][0]
    assert old in text
    problems = as_(packs.alice).post("/api/v1/pack-check", {"key": "x", "text": text.replace(old, new, 1)}, content_type=JSON).json()
    found = next(one for one in problems if one["code"] == code)
    assert abs(found["line"] - text[: text.index(old)].count("\n")) <= 20
    assert found["reason"].endswith(".")


def test_what_is_no_yaml_is_refused_by_line_and_a_draft_with_holes_is_not_released(packs: Cast, as_: Any) -> None:
    alice = as_(packs.alice)
    twice = alice.post("/api/v1/pack-check", {"key": "x", "text": "pack: x\npack: y\n"}, content_type=JSON).json()
    assert [(one["line"], one["reason"]) for one in twice] == [(2, "pack stands here a second time.")]
    alice.post("/api/v1/packs/controlling/copy", {"node_id": packs.unit.pk, "key": "ours", "title": "Our way"}, content_type=JSON)
    digest = alice.get("/api/v1/packs/ours/draft").json()["digest"]
    broken = shipped()["controlling"][0].replace("gatekeeper: client", "gatekeeper: ghost").replace("pack: controlling", "pack: ours")
    assert alice.put("/api/v1/packs/ours/draft", {"text": broken, "was": digest}, content_type=JSON).status_code == 200
    refused = alice.post("/api/v1/packs/ours/release", {"note": "Ghosts."}, content_type=JSON)
    assert (refused.status_code, refused.json()["code"]) == (422, "pack.broken")
    assert refused.json()["data"]["problems"][0]["data"] == {"what": "The role", "key": "ghost"}


def test_a_version_is_taken_up_rolled_out_to_some_and_back(packs: Cast, as_: Any) -> None:
    alice, node = as_(packs.alice), packs.programme.pk
    other = create_node(actor_id=packs.alice.pk, parent_id=node, kind="project", name="The other", at=NOW)
    alice.post("/api/v1/packs/controlling/copy", {"node_id": packs.unit.pk, "key": "ours", "title": "Our way"}, content_type=JSON)
    alice.post("/api/v1/packs/ours/release", {"note": "First."}, content_type=JSON)
    first = version_of("ours")
    refused = as_(packs.bob).put(f"/api/v1/nodes/{node}/method", {"version_id": first}, content_type=JSON)
    assert (refused.status_code, refused.json()["code"]) == (403, "authority.none")
    assert alice.put(f"/api/v1/nodes/{node}/method", {"version_id": first}, content_type=JSON).json()["holds"]["number"] == 1
    began = alice.put("/api/v1/packs/ours/draft", {}, content_type=JSON).json()
    alice.put("/api/v1/packs/ours/draft/artefacts/quality_plan", {"values": None, "was": began["digest"]}, content_type=JSON)
    alice.post("/api/v1/packs/ours/release", {"note": "Without a quality plan."}, content_type=JSON)
    second = version_of("ours", 2)
    assert alice.get(f"/api/v1/nodes/{node}/method").json()["holds"]["newer"]["number"] == 2
    difference = alice.get(f"/api/v1/nodes/{node}/method/difference?version_id={second}").json()
    assert [(one["part"], one["key"], one["what"]) for one in difference["changes"]] == [("artefacts", "quality_plan", "removed")]
    assert {one["name"]: (one["no_longer"], one["once_before"] - one["once_after"]) for one in difference["projects"]} == {
        "The project": (["quality_plan"], 120),
        "The other": (["quality_plan"], 120),
    }
    alice.put(f"/api/v1/nodes/{node}/method", {"version_id": second, "keep": [other.pk]}, content_type=JSON)
    held = packs_for([packs.project.pk, other.pk])
    assert {pk: (one.number, one.kept) for pk, one in held.items()} == {packs.project.pk: (2, False), other.pk: (1, True)}
    alice.put(f"/api/v1/nodes/{node}/method", {"version_id": first, "note": "Back."}, content_type=JSON)
    assert {one.number for one in packs_for([packs.project.pk, other.pk]).values()} == {1}
    assert len(alice.get(f"/api/v1/nodes/{node}/method").json()["history"]) == 3
    withdrawn = alice.delete("/api/v1/packs/ours/versions/1")
    assert (withdrawn.status_code, withdrawn.json()["code"]) == (409, "pack.version_held")


def test_a_project_is_tailored_with_reasons(packs: Cast, as_: Any) -> None:
    alice, path = as_(packs.alice), f"/api/v1/projects/{packs.project.pk}/method"
    assert method_of(alice, packs)["holds"] is None
    alice.put(f"/api/v1/nodes/{packs.unit.pk}/method", {"version_id": version_of("controlling")}, content_type=JSON)
    holds = method_of(alice, packs)["holds"]
    assert (holds["size"], holds["size_said"], holds["proposal"]["reason"]) == ("L", False, "size.no_budget")
    drop = {"key": "charter", "do": "drop", "reason": ""}
    refused = alice.put(path, {"size": "S", "tailoring": [drop]}, content_type=JSON)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid")
    given = {
        "size": "S",
        "tailoring": [{**drop, "reason": "The contract says it."}, {"key": "changes", "do": "add", "reason": "Many wishes."}],
    }
    holds = alice.put(path, given, content_type=JSON).json()["holds"]
    states = {one["key"]: one["asked"] for one in holds["artefacts"]}
    assert (states["charter"], states["changes"], states["raid"], states["budget"]) == ("no", "later", "now", "no")
    assert as_(packs.bob).put(path, given, content_type=JSON).status_code == 403


def test_a_project_begins_by_its_method_and_writes_its_documents(packs: Cast, as_: Any) -> None:
    alice, path = as_(packs.alice), f"/api/v1/projects/{packs.project.pk}"
    none = alice.post(f"{path}/method/begin")
    assert (none.status_code, none.json()["code"]) == (409, "method.none")
    alice.put(f"/api/v1/nodes/{packs.unit.pk}/method", {"version_id": version_of("controlling")}, content_type=JSON)
    holds = alice.post(f"{path}/method/begin").json()["holds"]
    states = {one["key"]: one["state"] for one in holds["artefacts"]}
    assert (states["charter"], states["raid"], states["schedule"], states["acceptance"]) == ("draft", "there", "there", "absent")
    plan = alice.get(f"/api/v1/sheets/{next(one['sheet_id'] for one in holds['artefacts'] if one['form'] == 'plan')}").json()
    assert len(plan["rows"]) == 11
    again = alice.post(f"{path}/method/begin").json()["holds"]
    assert [one["sheet_id"] for one in again["artefacts"]] == [one["sheet_id"] for one in holds["artefacts"]]
    document = alice.get(f"{path}/documents/charter").json()
    assert document["versions"][0]["text"].startswith("# Project charter")
    assert document["procedures"][0]["key"] == "write_charter"
    bob = as_(packs.bob)
    assert bob.put(f"{path}/documents/charter", {"text": "# Ours", "state": "final", "was": 1}, content_type=JSON).json() == {"number": 2}
    late = alice.put(f"{path}/documents/charter", {"text": "# Mine", "state": "draft", "was": 1}, content_type=JSON)
    assert (late.status_code, late.json()["code"]) == (409, "document.moved")
    assert as_(packs.vera).put(f"{path}/documents/charter", {"text": "x", "state": "draft", "was": 2}, content_type=JSON).status_code == 403


def test_an_own_pack_is_read_below_its_place_and_by_nobody_else(packs: Cast, as_: Any) -> None:
    alice = as_(packs.alice)
    alice.post("/api/v1/packs/controlling/copy", {"node_id": packs.unit.pk, "key": "ours", "title": "Our way"}, content_type=JSON)
    assert as_(packs.vera).get("/api/v1/packs/ours").status_code == 404  # only a draft so far
    alice.post("/api/v1/packs/ours/release", {"note": "First."}, content_type=JSON)
    assert as_(packs.vera).get("/api/v1/packs/ours").json()["may_change"] is False
    assert as_(packs.charlie).get("/api/v1/packs/ours").status_code == 404
    assert {one["key"] for one in as_(packs.charlie).get("/api/v1/packs").json()} == set(shipped())
    shipped_one = alice.put("/api/v1/packs/controlling/draft", {}, content_type=JSON)
    assert (shipped_one.status_code, shipped_one.json()["code"]) == (409, "pack.shipped")
    beside = create_node(actor_id=packs.alice.pk, parent_id=packs.organisation.pk, kind="unit", name="Beside", at=NOW)
    elsewhere = alice.put(f"/api/v1/nodes/{beside.pk}/method", {"version_id": version_of("ours")}, content_type=JSON)
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (409, "pack.elsewhere")


def test_the_words_of_an_office_are_told_where_they_are_said(packs: Cast, as_: Any) -> None:
    alice = as_(packs.alice)
    assert alice.get("/api/v1/words").json() == {}
    alice.put(f"/api/v1/nodes/{packs.unit.pk}/method", {"version_id": version_of("controlling")}, content_type=JSON)
    said = alice.get(f"/api/v1/words?node={packs.project.pk}").json()
    assert said["sponsor"] == {"en": "Sponsor", "de": "Auftraggeber"}
    assert as_(packs.charlie).get(f"/api/v1/words?node={packs.project.pk}").status_code == 404


def test_what_holds_is_found_for_many_with_few_queries(packs: Cast) -> None:
    alice = packs.alice.pk
    grant_role(actor_id=alice, person_id=packs.mona.pk, node_id=packs.unit.pk, role="manager", at=NOW)
    ids = [create_node(actor_id=alice, parent_id=packs.programme.pk, kind="project", name=f"P{at}", at=NOW).pk for at in range(8)]
    assert pack_for(ids[0]) is None
    from_files = ship_packs(at=NOW, data_dir=Path("/nowhere"))
    assert from_files == []
    assert PackVersion.objects.filter(pack__key="controlling").count() == 1
    with CaptureQueriesContext(connection) as few:
        packs_for(ids[:1])
    with CaptureQueriesContext(connection) as many:
        packs_for(ids)
    assert len(many) == len(few) <= 7
