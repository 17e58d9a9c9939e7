"""Columns of the office's own: in one register or in every one of a kind; changed, retired and brought back without losing a value."""

from __future__ import annotations

from typing import Any

import pytest
from tests.api.kinds.conftest import CHAIR, DESK, Made
from tests.cast import Cast

Answer = dict[str, Any]


def send(browser: Any, method: str, path: str, body: Answer, expect: int) -> Answer:
    answer = getattr(browser, method)(f"/api/v1/{path}", body, content_type="application/json")
    assert answer.status_code == expect, answer.content
    return answer.json()


def columns(editor: Any) -> dict[str, Answer]:
    return {column["key"]: column for column in editor.get()["columns"]}


def added(editor: Any, **asked: Any) -> str:
    before = columns(editor).keys()
    editor.post("columns", asked, expect=201)
    (key,) = columns(editor).keys() - before
    return key


def test_a_column_of_every_type_takes_its_values(made: Made, cast: Cast) -> None:
    bob = made(cast.bob, "blank")
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair"}})
    for type_, more, typed, kept in (
        ("money", {"currency": "EUR"}, "EUR 1.234,50", 1234.5),
        ("percent", {}, "40 %", 40),
        ("datetime", {}, "2 Mar 2026 14:30", "2026-03-02T14:30"),
        ("date", {}, "02.03.2026", "2026-03-02"),
        ("people", {}, "Alice, bob@example.org", [cast.alice.pk, cast.bob.pk]),
        ("choices", {"choices": ["Red", "Blue"]}, "blue; red", ["Red", "Blue"]),
        ("symbol", {"set": "status"}, "gelb", "A"),
        ("url", {}, "www.example.org", "https://www.example.org"),
        ("text", {"lines": "many"}, "a\nb", "a\nb"),
        ("check", {}, "ja", True),
        ("number", {"decimals": 2, "max": 10}, "9,5", 9.5),
        ("duration", {}, "2d", 57600),
    ):
        key = added(bob, title=type_, type=type_, **more)
        bob.set(CHAIR, **{key: typed})
        assert bob.rows()[CHAIR][key] == kept, type_


def test_a_column_that_fills_itself_fills_the_rows_that_are_there(made: Made, cast: Cast) -> None:
    bob = made(cast.bob)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair", "price": 3}}, {"op": "insert", "row": DESK, "cells": {"price": 4}})
    number = added(bob, title="Nr.", type="auto", prefix="X-")
    twice = added(bob, title="Twice", type="number", compute={"sum": ["price", "price"]})
    rows = bob.rows()
    assert [rows[row][twice] for row in (CHAIR, DESK)] == [6, 8]
    assert {rows[row][number] for row in (CHAIR, DESK)} == {1, 2}
    assert bob.set(DESK, price=5)["deltas"][str(DESK)][twice] == 10


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"type": "choice", "choices": ["a", "A"]}, "invalid"),
        ({"type": "link", "to": "poems"}, "sheet.kind_unknown"),
        ({"type": "link"}, "invalid"),
        ({"type": "number", "compute": {"multiply": ["nothing"]}}, "sheet.compute_broken"),
        ({"type": "number", "compute": {"guess": ["price"]}}, "sheet.compute_broken"),
        ({"type": "number", "compute": {"over": "name", "of": "price"}}, "sheet.compute_broken"),
        ({"type": "number", "compute": {"over": "helps", "take": "sum", "of": "nothing"}}, "sheet.compute_broken"),
        ({"type": "number", "prefix": "X"}, "invalid"),
    ],
)
def test_a_column_that_cannot_be_is_refused(made: Made, cast: Cast, asked: Answer, code: str) -> None:
    bob = made(cast.bob)
    assert bob.post("columns", {"title": "X", **asked}, expect=422)["code"] == code


def test_choices_change_and_what_was_chosen_stays_readable(made: Made, cast: Cast) -> None:
    bob = made(cast.bob)
    key = added(bob, title="Colour", type="choice", choices=["Red", "Blue"])
    bob.edit({"op": "insert", "row": CHAIR, "cells": {key: "Red"}}, {"op": "insert", "row": DESK, "cells": {key: "Blue"}})
    told = send(bob.browser, "patch", f"sheets/{bob.sheet_id}/columns/{key}", {"title": "Shade", "choices": ["Blue", "Green"]}, 200)
    assert (told["kind"], told["refetch"]) == ("columns", True)
    assert (columns(bob)[key]["title"], columns(bob)[key]["options"]["choices"]) == ("Shade", ["Blue", "Green"])
    assert bob.rows()[DESK][key] == "Blue"
    assert bob.rows()[CHAIR][key] == {"raw": "Red", "problem": "Red is not one of: Blue, Green."}
    assert bob.get(f"/history?row={CHAIR}&key={key}")["items"][0]["old"] == "Red"
    send(bob.browser, "patch", f"sheets/{bob.sheet_id}/columns/{key}", {"type": "text"}, 200)
    assert bob.rows()[CHAIR][key] == "Red"


def test_a_retired_column_keeps_its_values_until_it_is_back(made: Made, cast: Cast) -> None:
    bob = made(cast.bob)
    first, second = added(bob, title="A", type="text"), added(bob, title="B", type="text")
    bob.edit({"op": "insert", "row": CHAIR, "cells": {first: "kept"}})
    path = f"sheets/{bob.sheet_id}/columns/{first}"
    send(bob.browser, "patch", path, {"retired": True}, 200)
    assert first not in columns(bob)
    assert bob.set(CHAIR, expect=422, **{first: "x"})["code"] == "sheet.column_unknown"
    send(bob.browser, "patch", path, {"retired": False, "after": second}, 200)
    assert list(columns(bob))[-2:] == [second, first]
    assert bob.rows()[CHAIR][first] == "kept"
    refused = send(bob.browser, "patch", f"sheets/{bob.sheet_id}/columns/name", {"title": "Other"}, 422)
    assert refused["code"] == "sheet.column_declared"


def test_a_change_of_type_is_previewed_and_writes_nothing(made: Made, cast: Cast, as_) -> None:
    bob, alice = made(cast.bob), made(cast.alice)
    key = added(bob, title="Votes", type="text")
    bob.edit({"op": "insert", "row": CHAIR, "cells": {key: "12"}}, {"op": "insert", "row": DESK, "cells": {key: "many"}})
    assert bob.post(f"columns/{key}/preview", {"type": "number"}) == {"fits": 1, "misfits": 1, "samples": ["many"]}
    assert columns(bob)[key]["type"] == "text"
    assert bob.post("columns/name/preview", {"type": "number"}, expect=422)["code"] == "sheet.column_declared"
    floor = send(alice.browser, "post", "kinds/wishes/columns", {"title": "Floor", "type": "text"}, 201)["key"]
    for editor, floor_of in ((bob, "1"), (alice, "attic")):
        editor.edit({"op": "insert", "row": 9, "cells": {floor: floor_of}})
    told = send(alice.browser, "post", f"kinds/wishes/columns/{floor}/preview", {"type": "number"}, 200)
    assert told == {"fits": 1, "misfits": 1, "samples": ["attic"]}
    send(bob.browser, "post", f"kinds/wishes/columns/{floor}/preview", {"type": "number"}, 403)


def test_the_head_says_what_is_retired_and_who_may_change_the_kind(made: Made, cast: Cast, as_) -> None:
    bob = made(cast.bob)
    key = added(bob, title="A", type="text")
    send(bob.browser, "patch", f"sheets/{bob.sheet_id}/columns/{key}", {"retired": True}, 200)
    floor = send(as_(cast.alice), "post", "kinds/wishes/columns", {"title": "Floor", "type": "number"}, 201)["key"]
    send(as_(cast.alice), "patch", f"kinds/wishes/columns/{floor}", {"retired": True}, 200)
    head = bob.get("/head")
    assert ([(one["key"], one["title"]) for one in head["retired"]], head["kind_columns"]) == ([(floor, "Floor"), (key, "A")], False)
    across = as_(cast.alice).get("/api/v1/registers/wishes/head").json()
    assert ([one["key"] for one in across["retired"]], across["kind_columns"]) == ([floor], True)


def test_a_column_of_the_kind_stands_in_every_register_of_it(made: Made, cast: Cast, as_) -> None:
    one, other = made(cast.bob), made(cast.bob, node=cast.unit)
    one.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair", "price": 3}})
    alice = as_(cast.alice)
    assert send(as_(cast.bob), "post", "kinds/wishes/columns", {"title": "Floor", "type": "number"}, 403)["code"] == "not_allowed"
    floor = send(alice, "post", "kinds/wishes/columns", {"title": "Floor", "type": "number"}, 201)["key"]
    twice = send(alice, "post", "kinds/wishes/columns", {"title": "Twice", "type": "number", "compute": {"sum": ["price", "price"]}}, 201)[
        "key"
    ]
    assert one.rows()[CHAIR][twice] == 6
    assert one.get("/changes?since=2")["refetch"] is True
    kind = next(kind for kind in alice.get("/api/v1/kinds").json() if kind["kind"] == "wishes")
    assert [column["key"] for column in kind["columns"]][-2:] == [floor, twice]
    assert floor in {column["key"] for column in alice.get(f"/api/v1/sheets/{other.sheet_id}").json()["columns"]}
    send(alice, "patch", f"kinds/wishes/columns/{floor}", {"retired": True}, 200)
    assert floor not in columns(one)
    assert send(alice, "patch", "kinds/wishes/columns/name", {"title": "X"}, 422)["code"] == "sheet.column_declared"
    assert send(alice, "post", "kinds/plan/columns", {"title": "X", "type": "text"}, 422)["code"] == "sheet.kind_unknown"
