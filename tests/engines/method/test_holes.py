"""What a pack may not leave open."""

from __future__ import annotations

from dataclasses import replace

from tests.engines.method.packs import COURSE, GATE, RACI, artefact, pack, policy, told

from milepost.engines.method import Pack, holes
from milepost.engines.method.model import Budget, Course, Phase, Question, Raci


def codes(given: Pack, kinds: tuple[str, ...] | None = None) -> list[str]:
    return [one.code for one in holes(given, kinds)]


def test_m1_a_key_stands_once_and_artefacts_gates_and_policies_share_a_room() -> None:
    assert holes(pack()) == []
    (found,) = holes(pack(policies=(policy("charter"),)))
    assert (found.code, found.path, found.data["key"]) == ("key.twice", ("policies", 0, "key"), "charter")
    assert found.sentence == "The key charter stands in policies a second time."


def test_m2_every_name_leads_to_something() -> None:
    assert codes(pack(artefacts=(artefact("charter", phase="dream", owner="ghost"),), procedures=())) == ["reference.unknown"] * 2
    assert "artefact.kind_unknown" in codes(pack(), ("raid",))
    assert codes(pack(courses=(replace(COURSE, ask=(Question(told("?"), (told("a"),), 2),)),))) == ["course.right"]
    assert codes(pack(courses=(Course("x", told("x"), ("ghost",), 5, told("")),))) == ["reference.unknown"]


def test_m3_a_circle_of_phases_is_named() -> None:
    round_about = (
        Phase("define", told(""), told(""), "definition", ("deliver",)),
        Phase("deliver", told(""), told(""), "execution", ("define",)),
    )
    (found,) = holes(pack(phases=round_about))
    assert (found.code, found.data["phases"]) == ("phases.loop", "define, deliver")


def test_m4_a_gate_has_a_gatekeeper_and_a_must_criterion() -> None:
    (found,) = holes(pack(gates=(replace(GATE, gatekeeper=""),)))
    assert (found.code, found.path) == ("gate.no_gatekeeper", ("gates", 0))
    assert codes(pack(gates=(replace(GATE, must=()),))) == ["gate.no_criteria"]
    assert codes(pack(gates=(replace(GATE, gatekeeper="ghost"),))) == ["reference.unknown"]


def test_m5_each_form_of_artefact_needs_what_makes_it() -> None:
    bad = (artefact("a", "register"), artefact("b", template={}), artefact("c", "report"), artefact("d", phase="deliver", until="define"))
    found = codes(pack(artefacts=bad, procedures=()))
    assert found == ["artefact.no_kind", "artefact.no_template", "artefact.no_every", "artefact.until_before"]


def test_m6_a_policy_names_a_rule_with_what_it_takes() -> None:
    assert codes(pack(policies=(policy("a", "luck"),))) == ["policy.rule_unknown"]
    assert codes(pack(policies=(policy("a", "no_plan", takes={"days": 3}),))) == ["policy.parameter_unknown"]
    assert codes(pack(policies=(policy("a", "missing_fields"),))) == ["policy.parameter_missing"]
    assert codes(pack(policies=(policy("a", "stale_log", takes={"days": "soon"}),))) == ["policy.parameter_wrong"]
    assert codes(pack(policies=(policy("a", "missing_artefact", takes={"artefact": "ghost"}),))) == ["reference.unknown"]
    assert codes(pack(policies=(policy("a", "stale_log", takes={"kind": "raid", "days": 14}),))) == []


def test_m7_exactly_one_answers_and_somebody_works() -> None:
    assert codes(pack(raci=(replace(RACI, accountable=()),))) == ["raci.one_a"]
    assert codes(pack(raci=(Raci(told("x"), ("sponsor", "project_manager"), ()),))) == ["raci.one_a", "raci.no_r"]


def test_m9_a_pack_keeps_its_own_budget() -> None:
    (found, *more) = holes(pack(budget=Budget(minutes=30)))
    assert (found.code, found.path, found.data["size"], found.data["asked"]) == ("burden.over", ("burden", "minutes"), "M", 40)
    assert [one.data["size"] for one in more] == ["L"]
