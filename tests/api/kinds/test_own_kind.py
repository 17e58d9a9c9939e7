"""A kind by one declaration has all that any register has: a page's data, values of its types, rights and history."""

from __future__ import annotations

from tests.api.kinds.conftest import CHAIR, DESK, LAMP, WISHES, Made
from tests.cast import NOW, Cast

from milepost.apps.org.actions.grant_role import grant_role, revoke_role


def test_the_declaration_is_short() -> None:
    assert len(WISHES.read_text().splitlines()) <= 30


def test_it_stands_among_the_kinds_and_may_be_made(as_, cast: Cast, made: Made) -> None:
    bob = made(cast.bob)
    kinds = {kind["kind"]: kind for kind in bob.browser.get("/api/v1/kinds").json()}
    told = kinds["wishes"]
    assert (told["title"], told["titles"]["de"], told["one"]) == ("Wish list", "Wunschliste", "wish")
    assert [column["key"] for column in told["columns"]][:3] == ["number", "name", "size"]
    assert told["views"][0]["key"] == "dear"
    assert {"raid", "project", "milestones", "budget", "blank"} <= kinds.keys()
    there = bob.browser.get(f"/api/v1/nodes/{cast.project.pk}/registers").json()
    assert [(one["kind"], one["name"], one["rows"]) for one in there["items"]] == [("wishes", "Wish list", 0)]
    assert {"wishes", "raid"} <= set(there["may_make"])
    assert "project" not in there["may_make"]
    seen = as_(cast.vera).get(f"/api/v1/nodes/{cast.project.pk}/registers").json()
    assert seen["items"] == there["items"]
    assert seen["may_make"] == []


def test_where_a_kind_may_not_stand_none_is_made(as_, cast: Cast, made: Made) -> None:
    alice = as_(cast.alice)
    for node, kind, code in (
        (cast.programme, "wishes", "kind.not_here"),
        (cast.project, "project", "kind.not_here"),
        (cast.project, "plan", "sheet.kind_unknown"),
        (cast.project, "poems", "sheet.kind_unknown"),
    ):
        answer = alice.post(f"/api/v1/nodes/{node.pk}/registers", {"kind": kind}, content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_a_new_row_gets_number_defaults_and_who(made: Made, cast: Cast) -> None:
    bob = made(cast.bob)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair", "price": "1.200,50 €"}})
    row = bob.rows()[CHAIR]
    assert (row["number"], row["size"], row["price"], row["weighted"]) == (1, "small", 1200.5, 1200.5)
    assert (row["wanted_by"], row["maker"], row["changer"]) == (cast.bob.pk,) * 3
    assert row["changed"] == "2026-03-02T08:00:00+00:00"
    bob.set(CHAIR, size="Groß")
    assert bob.rows()[CHAIR]["weighted"] == 3601.5
    assert bob.set(CHAIR, number=7, expect=422)["code"] == "sheet.column_computed"


def test_today_is_the_day_of_who_makes_the_row(made: Made, cast: Cast) -> None:
    cast.bob.zone = "Pacific/Honolulu"  # ten hours behind: the evening before
    cast.bob.save()
    raid = made(cast.bob, "raid")
    raid.edit({"op": "insert", "row": 1, "cells": {"name": "Fire"}})
    assert raid.rows()[1]["raised_on"] == "2026-03-01"


def test_a_number_is_never_given_out_twice(made: Made, cast: Cast) -> None:
    bob = made(cast.alice)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair"}})
    bob.edit({"op": "insert", "row": DESK, "cells": {"name": "Desk"}})
    bob.post("undo")
    bob.edit({"op": "delete", "rows": [CHAIR]})
    bob.edit({"op": "insert", "row": LAMP, "cells": {"name": "Lamp"}})
    assert bob.rows()[LAMP]["number"] == 3
    bob.post("undo")
    bob.post("undo")
    assert bob.rows()[CHAIR]["number"] == 1


def test_what_came_back_by_redo_keeps_its_number(made: Made, cast: Cast) -> None:
    bob = made(cast.bob)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair"}})
    bob.post("undo")
    bob.post("redo")
    assert bob.rows()[CHAIR]["number"] == 1


def test_a_second_one_of_a_unique_name_is_marked_until_the_first_is_gone(made: Made, cast: Cast) -> None:
    bob = made(cast.alice)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair"}}, {"op": "insert", "row": DESK, "cells": {"name": "chair "}})
    marked = bob.rows()[DESK]["name"]
    assert marked == {"raw": "chair ", "problem": "This stands in another row already, and may stand once."}
    bob.set(CHAIR, name="Armchair")
    assert bob.rows()[DESK]["name"] == "chair "
    bob.post("undo")
    assert isinstance(bob.rows()[CHAIR]["name"], dict) != isinstance(bob.rows()[DESK]["name"], dict)


def test_parents_show_the_sum_of_what_stands_below(made: Made, cast: Cast) -> None:
    bob = made(cast.alice)
    bob.edit(
        {"op": "insert", "row": CHAIR, "cells": {"name": "Office"}},
        {"op": "insert", "row": DESK, "parent": CHAIR, "cells": {"name": "Desk", "price": 100}},
        {"op": "insert", "row": LAMP, "parent": CHAIR, "cells": {"name": "Lamp", "price": 20.5}},
    )
    assert bob.rows()[CHAIR]["total"] == 120.5
    assert bob.set(LAMP, price=30)["deltas"][str(CHAIR)] == {"total": 130}
    bob.edit({"op": "move", "rows": [LAMP], "parent": None})
    assert [bob.rows()[row]["total"] for row in (CHAIR, LAMP)] == [100, 30]
    bob.edit({"op": "delete", "rows": [DESK]})
    assert "total" not in bob.rows()[CHAIR]
    bob.post("undo")
    assert bob.rows()[CHAIR]["total"] == 100


def test_it_is_the_declaration_that_says_who_may_delete(made: Made, cast: Cast, as_) -> None:
    bob = made(cast.bob)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair"}})
    assert bob.edit({"op": "delete", "rows": [CHAIR]}, expect=403)["code"] == "not_allowed"
    bob.post("undo")
    assert bob.rows() == {}


def test_what_one_may_no_longer_do_is_not_done_again_by_a_redo(made: Made, cast: Cast) -> None:
    bob = made(cast.bob)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair"}})
    grant_role(actor_id=cast.alice.pk, person_id=cast.bob.pk, node_id=cast.project.pk, role="manager", at=NOW)
    bob.edit({"op": "delete", "rows": [CHAIR]})
    bob.post("undo")
    revoke_role(actor_id=cast.alice.pk, person_id=cast.bob.pk, node_id=cast.project.pk, role="manager", at=NOW)
    assert bob.post("redo", expect=403)["code"] == "not_allowed"
    assert CHAIR in bob.rows()


def test_history_and_strangers_are_as_in_any_sheet(made: Made, cast: Cast, as_) -> None:
    bob = made(cast.bob)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair"}})
    bob.set(CHAIR, price=5)
    assert bob.get(f"/history?row={CHAIR}&key=price")["items"][0]["new"] == 5
    assert as_(cast.charlie).get(f"/api/v1/sheets/{bob.sheet_id}").status_code == 404
    assert (
        as_(cast.vera)
        .patch(
            f"/api/v1/sheets/{bob.sheet_id}", {"ops": [{"op": "set", "row": CHAIR, "cells": {"price": 1}}]}, content_type="application/json"
        )
        .status_code
        == 403
    )
