"""The set-up assistant by the API: goals first, reasons from the answers, all made at the end or nothing."""

from __future__ import annotations

from typing import Any

from tests.api.office.test_offices import call
from tests.cast import Cast

from milepost.apps.office.models import Goal, Office

GOALS = [
    {
        "text": "Finish what we promise",
        "horizon": "short",
        "measure": "80 % on time",
        "due": "2026-12-31",
        "aims": ["on_time", "surprises"],
    },
    {"text": "Invest where it counts", "horizon": "long", "aims": ["right_projects"]},
]


def _best(told: dict[str, Any]) -> dict[str, Any]:
    return told["types"][0]


def test_a_division_gets_its_controlling_office(as_, cast: Cast) -> None:
    alice = as_(cast.alice)
    setup = call(alice, "POST", "/setups", {"wish": "build", "node_id": cast.unit.pk}, 201)
    assert setup["steps"][0] == "goals"
    assert setup["steps"].index("roles") > setup["steps"].index("place") > setup["steps"].index("type") > setup["steps"].index("functions")
    at = f"/setups/{setup['id']}"
    assert call(alice, "POST", f"{at}/finish", status=422)["code"] == "office.setup_open"
    told = call(alice, "PATCH", at, {"step": "situation", "answers": {"goals": GOALS}})
    assert [one["key"] for one in told["functions"]] == ["plan_quality", "check_ins", "risk_oversight", "gates", "intake", "portfolio"]
    assert told["functions"][0]["reasons"] == [{"code": "aim", "points": 1, "data": {"goal": 0, "aim": "on_time"}}]
    situation = {"control": "shared", "managers": "some", "method": "parts"}
    told = call(alice, "PATCH", at, {"step": "functions", "answers": {"situation": situation}})
    # on time 2, surprises 2, right projects 1; shared 3, some 1, parts 1
    assert (_best(told)["type"], _best(told)["points"]) == ("controlling", 10)
    assert [(one["type"], one["points"]) for one in told["types"][1:]] == [("supportive", 1), ("directive", 1)]
    functions = [{"key": "check_ins", "goal": 0}, {"key": "intake", "goal": 1}]
    call(alice, "PATCH", at, {"step": "type", "answers": {"functions": functions}})
    told = call(alice, "PATCH", at, {"step": "place", "answers": {"type": {"type": "controlling"}}})
    assert next((one["name"], one["place"]) for one in told["places"]) == ("The unit", "division")
    assert [(one["role"], one["count"]) for one in told["roles"]] == [("director", 1), ("portfolio_manager", 1), ("partner", 1)]
    rest = {
        "place": {"node_id": cast.unit.pk, "place": "division"},
        "roles": [{"role": "director", "person_id": cast.mona.pk}, {"role": "partner"}],
        "review": {"name": "PMO of the unit", "charter": "To keep promises."},
    }
    told = call(alice, "PATCH", at, {"step": "review", "answers": rest})
    assert told["missing"] == []
    assert call(alice, "GET", "/setups")["items"][0]["done"] == 7
    assert not Office.objects.exists()
    office = call(alice, "POST", f"{at}/finish")
    assert (office["type"], office["name"], [one["name"] for one in office["roles"]]) == ("controlling", "PMO of the unit", ["Mona"])
    assert [(one["key"], one["goal"]) for one in office["functions"]] == [
        ("check_ins", "Finish what we promise"),
        ("intake", "Invest where it counts"),
    ]
    assert office["raci"]["status"]["partner"] == "R"
    assert call(alice, "POST", f"{at}/finish", status=409)["code"] == "office.setup_done"


def test_an_office_is_improved_from_what_it_is(as_, cast: Cast) -> None:
    alice = as_(cast.alice)
    call(alice, "POST", "/setups", {"wish": "improve", "node_id": cast.unit.pk}, 409)
    office = call(alice, "POST", "/offices", {"node_id": cast.unit.pk, "name": "PMO", "type": "supportive", "place": "division"}, 201)
    goal = call(alice, "POST", f"/nodes/{cast.unit.pk}/goals", {"horizon": "short", "text": "Learn", "aims": ["skills"]}, 201)
    call(alice, "PUT", f"/offices/{office['id']}/functions/training", {"goal_id": goal["id"]})
    setup = call(alice, "POST", "/setups", {"wish": "improve", "node_id": cast.unit.pk}, 201)
    kept = setup["answers"]["goals"][0]
    assert (kept["text"], kept["aims"], setup["answers"]["functions"][0]["key"]) == ("Learn", ["skills"], "training")
    answers = {
        "goals": [{**kept, "text": "Learn from each project"}, GOALS[1]],
        "functions": [{"key": "lessons", "goal": 0}],
        "type": {"type": "controlling"},
        "place": {"place": "division"},
    }
    call(alice, "PATCH", f"/setups/{setup['id']}", {"step": "review", "answers": answers})
    better = call(alice, "POST", f"/setups/{setup['id']}/finish")
    assert (better["id"], better["type"], [one["key"] for one in better["functions"]]) == (office["id"], "controlling", ["lessons"])
    assert sorted(Goal.objects.filter(dropped_at=None).values_list("text", flat=True)) == [
        "Invest where it counts",
        "Learn from each project",
    ]


def test_what_fails_at_the_end_makes_nothing(as_, cast: Cast) -> None:
    alice = as_(cast.alice)
    setup = call(alice, "POST", "/setups", {"wish": "build", "node_id": cast.unit.pk}, 201)
    answers = {
        "goals": GOALS,
        "functions": [{"key": "no_such_thing", "goal": 0}],
        "type": {"type": "supportive"},
        "place": {"place": "division"},
        "review": {"name": "PMO"},
    }
    call(alice, "PATCH", f"/setups/{setup['id']}", {"step": "review", "answers": answers})
    assert call(alice, "POST", f"/setups/{setup['id']}/finish", status=422)["code"] == "invalid"
    assert not Office.objects.exists()
    assert not Goal.objects.exists()
