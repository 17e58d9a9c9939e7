"""Cells that name rows of other registers: found by number or name, hidden from who may not see them, rolled up after every change."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests.api.kinds.conftest import CHAIR, DESK, Made
from tests.api.sheets.conftest import Editor
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions.bin_sheet import delete_sheet, restore_sheet
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.linking.refreshing import drain
from milepost.apps.sheets.models import Change, Refresh, RowLink, Sheet
from milepost.engines.sheet import Set

FIRE, FLOOD = 31, 32


@pytest.fixture
def raid(made: Made, cast: Cast) -> Any:
    """Fire scores 20, flood 6."""
    raid = made(cast.bob, "raid")
    raid.edit(
        {"op": "insert", "row": FIRE, "cells": {"name": "Fire", "probability": "4", "impact": "5"}},
        {"op": "insert", "row": FLOOD, "after": FIRE, "cells": {"name": "Flood, or worse", "probability": "2", "impact": "3"}},
    )
    return raid


@pytest.fixture
def bob(made: Made, cast: Cast, raid: Any) -> Any:
    """Bob with a chair and a desk."""
    bob = made(cast.bob)
    bob.edit({"op": "insert", "row": CHAIR, "cells": {"name": "Chair"}}, {"op": "insert", "row": DESK, "cells": {"name": "Desk"}})
    return bob


def test_a_row_is_named_by_its_number_its_name_or_its_id(bob: Any, raid: Any, cast: Cast) -> None:
    Sheet.objects.bulk_create(Sheet(id=n, node=cast.project, kind="raid", name="Empty", created_at=NOW) for n in range(1, 501))
    fire, flood = ({"sheet": raid.sheet_id, "row": row} for row in (FIRE, FLOOD))
    for typed, kept in (
        ("R-1", [fire]),
        ("flood, OR worse", [flood]),
        ("R-2; fire", [flood, fire]),
        (fire, [fire]),
        ([fire, flood, fire], [fire, flood]),
    ):
        bob.set(CHAIR, helps=typed)
        assert bob.rows()[CHAIR]["helps"] == kept
    bob.set(CHAIR, helps="Storm")
    assert bob.rows()[CHAIR]["helps"]["problem"] == "There is no row called Storm."


def test_a_roll_up_reads_what_is_linked(bob: Any, raid: Any) -> None:
    answer = bob.set(CHAIR, helps="R-1; R-2")
    assert answer["deltas"][str(CHAIR)]["risk"] == 20
    assert set(RowLink.objects.values_list("row_id", "to_row")) == {(CHAIR, FIRE), (CHAIR, FLOOD)}
    bob.set(CHAIR, helps=None)
    assert "risk" not in bob.rows()[CHAIR]
    assert not RowLink.objects.exists()


def test_what_is_linked_changes_and_the_roll_up_follows(bob: Any, raid: Any) -> None:
    bob.set(CHAIR, helps="R-1; R-2")
    bob.set(DESK, helps="R-2")
    raid.set(FIRE, impact="1")
    assert list(Refresh.objects.values_list("sheet_id", "row_id")) == [(bob.sheet_id, CHAIR)]
    assert bob.rows()[CHAIR]["risk"] == 20
    assert drain(at=NOW) == 1
    assert (bob.rows()[CHAIR]["risk"], bob.get()["seq"]) == (6, 5)
    assert not Refresh.objects.exists()
    change = Change.objects.get(sheet_id=bob.sheet_id, seq=5)
    assert (change.kind, change.actor_id, change.effect["deltas"]) == ("computed", None, {str(CHAIR): {"risk": 6}})
    assert bob.post("undo")["deltas"][str(DESK)] == {"helps": None, "risk": None}
    raid.set(FLOOD, name="Rain")
    assert drain(at=NOW) == 0


def test_a_deleted_row_counts_no_more(bob: Any, raid: Any) -> None:
    bob.set(CHAIR, helps="R-1; R-2")
    raid.edit({"op": "delete", "rows": [FIRE]})
    drain(at=NOW)
    assert bob.rows()[CHAIR]["risk"] == 6
    raid.post("undo")
    drain(at=NOW)
    assert bob.rows()[CHAIR]["risk"] == 20


def test_what_is_in_the_bin_counts_no_more(bob: Any, raid: Any, cast: Cast) -> None:
    bob.set(CHAIR, helps="R-1")
    delete_sheet(actor_id=cast.alice.pk, sheet_id=raid.sheet_id, at=NOW)
    drain(at=NOW)
    assert "risk" not in bob.rows()[CHAIR]
    restore_sheet(actor_id=cast.alice.pk, sheet_id=raid.sheet_id, at=NOW)
    drain(at=NOW)
    assert bob.rows()[CHAIR]["risk"] == 20


def test_a_row_that_the_writer_may_not_see_does_not_exist(bob: Any, made: Made, cast: Cast) -> None:
    hidden = made(cast.alice, "raid", node=cast.unit)
    hidden.edit({"op": "insert", "row": 77, "cells": {"name": "Secret"}})
    link = {"sheet": hidden.sheet_id, "row": 77}
    bob.set(CHAIR, helps=[link])
    secret = bob.rows()[CHAIR]["helps"]["problem"]
    bob.set(CHAIR, helps=[{"sheet": 4711, "row": 77}])
    assert secret == bob.rows()[CHAIR]["helps"]["problem"] == "There is no such row."
    bob.set(CHAIR, helps="secret")
    assert bob.rows()[CHAIR]["helps"]["problem"] == "There is no row called secret."


def test_a_link_that_others_made_stays_when_one_is_added(bob: Any, made: Made, cast: Cast, raid: Any, as_) -> None:
    hidden = made(cast.alice, "raid", node=cast.unit)
    hidden.edit({"op": "insert", "row": 77, "cells": {"name": "Secret"}})
    secret, fire = {"sheet": hidden.sheet_id, "row": 77}, {"sheet": raid.sheet_id, "row": FIRE}
    body = {"ops": [{"op": "set", "row": CHAIR, "cells": {"helps": [secret]}}]}
    as_(cast.alice).patch(f"/api/v1/sheets/{bob.sheet_id}", body, content_type="application/json")
    bob.set(CHAIR, helps=[secret, fire])
    assert bob.rows()[CHAIR]["helps"] == [secret, fire]


@pytest.mark.django_db(transaction=True)
def test_after_the_commit_nobody_needs_to_ask(bob: Any, raid: Any, cast: Cast) -> None:
    bob.set(CHAIR, helps="R-1")
    change_sheet(actor_id=cast.bob.pk, sheet_id=raid.sheet_id, ops=[Set(FIRE, {"impact": "2"})], client_op_id=None, base_seq=None, at=NOW)
    assert bob.rows()[CHAIR]["risk"] == 8


def test_a_roll_up_that_reaches_further_is_sent_to_nobody_who_looks_on(bob: Any, made: Made, cast: Cast, as_) -> None:
    hidden = made(cast.alice, "raid", node=cast.unit)
    hidden.edit({"op": "insert", "row": 77, "cells": {"name": "Secret", "probability": "5", "impact": "5"}})
    body = {"ops": [{"op": "set", "row": CHAIR, "cells": {"helps": [{"sheet": hidden.sheet_id, "row": 77}]}}]}
    told = as_(cast.alice).patch(f"/api/v1/sheets/{bob.sheet_id}", body, content_type="application/json").json()
    assert told["refetch"] is True
    assert bob.get(f"/changes?since={told['seq'] - 1}")["refetch"] is True
    assert bob.rows()[CHAIR]["risk"] == {"hidden": True}
    alice = Editor(as_(cast.alice), bob.sheet_id)
    alice.edit({"op": "delete", "rows": [CHAIR]})
    back = alice.post("undo")
    assert back["refetch"] is True
    assert bob.get(f"/changes?since={back['seq'] - 1}")["refetch"] is True


def test_a_roll_up_that_reaches_further_by_two_steps_is_withheld_too(bob: Any, raid: Any, made: Made, cast: Cast, as_, settings) -> None:
    def add(kind: str, **asked: Any) -> Any:
        answer = as_(cast.alice).post(f"/api/v1/kinds/{kind}/columns", {"title": "X", **asked}, content_type="application/json")
        assert answer.status_code == 201, answer.content
        return answer.json()["key"]

    link = add("raid", type="link", to="raid")
    beyond = add(
        "wishes",
        type="number",
        compute={"over": "helps", "take": "sum", "of": add("raid", type="number", compute={"over": link, "take": "sum", "of": "score"})},
    )
    hidden = made(cast.alice, "raid", node=cast.unit)
    hidden.edit({"op": "insert", "row": 77, "cells": {"name": "Secret", "probability": "5", "impact": "5"}})
    Editor(as_(cast.alice), raid.sheet_id).set(FIRE, **{link: [{"sheet": hidden.sheet_id, "row": 77}]})
    told = bob.set(CHAIR, helps="R-1")
    assert told["refetch"] is True
    assert bob.get(f"/changes?since={told['seq'] - 1}")["refetch"] is True
    assert bob.rows()[CHAIR][beyond] == {"hidden": True}
    settings.MILEPOST_NOW = NOW + timedelta(days=3)
    Editor(as_(cast.alice), raid.sheet_id).set(FIRE, **{link: None})
    rows = {"as_of": "2026-03-03"}
    then = [
        as_(who).post(f"/api/v1/sheets/{bob.sheet_id}/rows", rows, content_type="application/json").json()["rows"][-1]["cells"]
        for who in (cast.alice, cast.bob)
    ]
    assert [cells[beyond] for cells in then] == [25, {"hidden": True}]


def test_a_circle_through_the_links_of_two_kinds_is_refused(raid: Any, bob: Any, cast: Cast, as_) -> None:
    def add(kind: str, expect: int, **asked: Any) -> Any:
        answer = as_(cast.alice).post(f"/api/v1/kinds/{kind}/columns", {"title": "X", **asked}, content_type="application/json")
        assert answer.status_code == expect, answer.content
        return answer.json()

    link = add("raid", 201, type="link", to="wishes")["key"]
    there = add("raid", 201, type="number", compute={"over": link, "take": "sum", "of": "risk"})["key"]
    refused = add("wishes", 422, type="number", compute={"over": "helps", "take": "sum", "of": "nothing"})
    assert refused["code"] == "sheet.compute_broken"
    back = add("wishes", 201, type="number", compute={"over": "helps", "take": "sum", "of": there})["key"]
    body = {"compute": {"over": link, "take": "sum", "of": back}}
    refused = as_(cast.alice).patch(f"/api/v1/kinds/raid/columns/{there}", body, content_type="application/json")
    assert (refused.status_code, refused.json()["code"]) == (422, "sheet.compute_broken")
    assert "computed from itself" in refused.json()["detail"]
