"""A row is kept as it is typed; what it lacks is said where it is read."""

from __future__ import annotations

from typing import Any

from tests.api.kinds.conftest import CHAIR, DESK, Made
from tests.cast import Cast


def lacking(editor: Any) -> dict[int, dict[str, str]]:
    rows = editor.post("rows", {})["rows"]
    return {row["id"]: {key: say["en"] for key, say in row.get("marks", {}).items()} for row in rows}


def test_a_required_cell_and_the_checks_of_the_declaration(made: Made, cast: Cast) -> None:
    bob = made(cast.bob)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"size": "large"}}, {"op": "insert", "row": DESK, "cells": {"name": "Desk"}})
    assert lacking(bob) == {CHAIR: {"name": "This must be filled in.", "price": "A large wish needs a price."}, DESK: {}}
    assert bob.get(f"/rows/{CHAIR}")["marks"]["price"]["en"] == "A large wish needs a price."
    bob.set(CHAIR, name="Chair", price=2000)
    assert lacking(bob)[CHAIR] == {}
    bob.set(CHAIR, name=None)
    assert "name" in lacking(bob)[CHAIR]


def test_a_risk_log_says_what_its_risks_lack(made: Made, cast: Cast) -> None:
    bob = made(cast.bob, "raid")
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Fire", "probability": "5", "impact": "4"}})
    assert lacking(bob)[CHAIR] == {"response": "A critical risk needs a response."}
