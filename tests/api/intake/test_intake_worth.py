"""What a request is worth: its case with every figure and where it comes from, and its score by the criteria of the office."""

from __future__ import annotations

import pytest
from tests.api.intake.conftest import Intake


def test_a_case_says_how_each_figure_is_computed_and_the_register_follows(intake: Intake) -> None:
    ref = intake.ready(intake.charlie)
    story = intake.bob.get(f"/requests/{ref}")
    figures = story["case"]["figures"]
    assert {key: figures[key]["value"] for key in ("npv", "irr", "bcr", "roi")} == pytest.approx(
        {"npv": 130.73, "irr": 16.341, "bcr": 1.1307, "roi": 40.0}, abs=5e-3
    )
    assert figures["years"][2] == {
        "year": 2,
        "cost": 0,
        "income": 420,
        "net": 420,
        "factor": 0.826446,
        "present": 347.11,
        "running": -280,
        "running_present": -380.17,
    }
    assert (story["cells"]["cost"], story["cells"]["value"]) == (1000, 130.73)
    again = {"currency": "EUR", "rate": 10, "flows": [{"cost": 1}]}
    assert intake.bob.send("PUT", f"/requests/{ref}/case", again, 409)["code"] == "request.decided"
    tried = intake.bob.send(
        "POST", "/requests/figures", {"currency": "EUR", "rate": 0, "flows": [{"cost": 1000}, {"income": 2300}, {"cost": 1320}]}
    )
    assert (tried["irr"]["code"], tried["irr"]["rates"]) == ("irr.several", [10, 20])


def test_a_score_is_weighted_with_the_fit_to_objectives(intake: Intake) -> None:
    place = intake.cast.portfolio.pk
    objectives = intake.alice.send("POST", f"/nodes/{place}/registers", {"kind": "objectives"}, 201)["id"]
    rows = [{"id": 1, "cells": {"name": "Safe landings", "weight": 3}}, {"id": 2, "cells": {"name": "Fewer delays", "weight": 1}}]
    intake.alice.send("PATCH", f"/sheets/{objectives}", {"ops": [{"op": "insert", "rows": rows}]})
    ref = intake.ask(intake.charlie)
    sheet, row = ref.split("/")
    serves = {"op": "set", "row": int(row), "cells": {"serves": [{"sheet": objectives, "row": 1}]}}
    intake.alice.send("PATCH", f"/sheets/{sheet}", {"ops": [serves]})
    missing = intake.bob.send("PUT", f"/requests/{ref}/score", {"values": {"value": 8}}, 422)
    assert (missing["code"], missing["data"]["keys"]) == ("request.no_score", ["urgency", "risk"])
    story = intake.bob.send("PUT", f"/requests/{ref}/score", {"values": {"value": 8, "urgency": 5, "risk": 2}})
    assert story["scoring"]["fit"] == 0.75
    assert story["scoring"]["last"]["score"] == pytest.approx(10 * (4 * 7.5 + 3 * 8 + 2 * 5 + 1 * 8) / 10)
    assert sum(part["points"] for part in story["scoring"]["last"]["parts"]) == pytest.approx(72)
    assert story["cells"]["score"] == 72


def test_the_office_sets_its_criteria_and_weighs_them_in_pairs(intake: Intake) -> None:
    place = intake.cast.programme.pk
    names = ("Value", "Risk", "Reach")
    items = [{"key": name.lower(), "title": name, "weight": 1} for name in names]
    assert intake.bob.send("PUT", f"/intake/{place}/criteria", {"method": "weighted", "items": items}, 403)
    intake.alice.send("PUT", f"/intake/{place}/criteria", {"method": "weighted", "items": items})
    pairs = [{"first": 0, "second": 1, "value": 2}, {"first": 0, "second": 2, "value": 6}]
    assert intake.alice.send("POST", f"/intake/{place}/pairs", {"judgements": pairs})["missing"] == ["1:2"]
    mad = intake.alice.send(
        "POST", f"/intake/{place}/pairs", {"judgements": [*pairs, {"first": 1, "second": 2, "value": 0.12}], "adopt": True}
    )
    assert (mad["consistent"], mad["adopted"], mad["doubt"]["first"] < mad["doubt"]["second"]) == (False, False, True)
    sound = intake.alice.send(
        "POST", f"/intake/{place}/pairs", {"judgements": [*pairs, {"first": 1, "second": 2, "value": 3}], "adopt": True}
    )
    assert (sound["adopted"], sound["weights"]) == (True, pytest.approx([0.6, 0.3, 0.1]))
    kept = intake.bob.get(f"/intake/{place}/criteria")
    assert [one["weight"] for one in kept["items"]] == pytest.approx([60, 30, 10])
    intake.alice.send("PUT", f"/intake/{place}/criteria", {"method": "wsjf"})
    ref = intake.ask(intake.charlie)
    values = {"value": 8, "criticality": 5, "reduction": 3, "size": 5}
    assert intake.bob.send("PUT", f"/requests/{ref}/score", {"values": values})["cells"]["score"] == 3.2
    intake.alice.send("PUT", f"/intake/{place}/criteria", {"method": "rice"})
    values = {"reach": 1000, "impact": 2, "confidence": 80, "effort": 4}
    assert intake.bob.send("PUT", f"/requests/{ref}/score", {"values": values})["cells"]["score"] == 400
