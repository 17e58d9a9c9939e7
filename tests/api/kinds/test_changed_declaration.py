"""A declaration changes under live registers: they go on as they were until it is applied, and then nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.api.kinds.conftest import CHAIR, DESK, WISHES, Made
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions.bin_sheet import delete_sheet, restore_sheet
from milepost.apps.sheets.actions.migrate_kind import apply_kind, kind_states, preview_kind, waiting_kinds
from milepost.apps.sheets.declarations import read_declaration
from milepost.apps.sheets.kinds import registry
from milepost.config.checks import check_own_kinds, check_waiting_kinds

Changed = Callable[..., None]


@pytest.fixture
def changed() -> Changed:
    """`changed(("old", "new"), ...)`: the file of the wishes says something else now, as after a restart."""

    def change(*replacements: tuple[str, str]) -> None:
        text = WISHES.read_text()
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        registry.declare(read_declaration(text, "wishes.yaml"))

    return change


@pytest.fixture
def bob(made: Made, cast: Cast) -> Any:
    """Bob with a chair, large, and a desk, small."""
    bob = made(cast.bob)
    bob.edit(
        {"op": "insert", "row": CHAIR, "cells": {"name": "Chair", "size": "large", "price": 5, "wanted_by": "Alice"}},
        {"op": "insert", "row": DESK, "cells": {"name": "Desk", "size": "small"}},
    )
    return bob


def columns(editor: Any) -> list[str]:
    return [column["key"] for column in editor.get()["columns"]]


def test_new_texts_views_and_columns_are_in_force_at_once(bob: Any, changed: Changed) -> None:
    changed(("Wish list", "Hopes"), ("  - {key: changed,", "  - {key: colour, title: Colour, type: text}\n  - {key: changed,"))
    assert waiting_kinds() == []
    assert "colour" in columns(bob)
    bob.set(CHAIR, colour="red")
    assert bob.rows()[CHAIR]["colour"] == "red"


def test_reading_and_writing_go_on_until_a_change_is_applied(bob: Any, changed: Changed) -> None:
    changed(("type: money, role: amount", "type: text"))
    assert waiting_kinds() == ["wishes"]
    assert [check.id for check in check_waiting_kinds(None)] == ["milepost.W003"]
    assert {state.kind: state.state for state in kind_states()}["wishes"] == "waits"
    assert bob.rows()[CHAIR]["price"] == 5
    assert bob.set(CHAIR, price="6")["deltas"][str(CHAIR)]["price"] == 6


def test_the_preview_says_what_happens_and_writes_nothing(bob: Any, changed: Changed) -> None:
    changed(
        ("{value: large, label: {en: Large, de: Groß}, tone: red, weight: 3}", "{value: huge, weight: 4}"),
        ("[[size, is, large], ", "[[size, is, huge], "),
    )
    before = bob.get()
    found = preview_kind(kind="wishes")
    (step,) = found.steps
    assert (step.rows, step.fits["size"], dict(step.misfits)) == (2, 1, {"size": ["large"]})
    assert bob.get() == before


def test_applied_it_is_one_change_and_what_does_not_fit_is_kept(bob: Any, changed: Changed, cast: Cast) -> None:
    changed(
        ("{value: large, label: {en: Large, de: Groß}, tone: red, weight: 3}", "{value: huge, weight: 4}"),
        ("[[size, is, large], ", "[[size, is, huge], "),
        ("type: person, default: me, role: owner", "type: text"),
        ("{key: maker,", "{key: author, was: maker,"),
    )
    seq = bob.get()["seq"]
    apply_kind(kind="wishes", actor_id=None, at=NOW)
    now = bob.get()
    assert now["seq"] == seq + 1
    assert bob.get(f"/changes?since={seq}")["refetch"] is True
    rows = bob.rows()
    assert rows[CHAIR]["size"] == {"raw": "large", "problem": "large is not one of: small, huge."}
    assert rows[DESK]["size"] == "small"
    assert (rows[CHAIR]["wanted_by"], rows[CHAIR]["author"]) == ("Alice", cast.bob.pk)
    assert "maker" not in rows[CHAIR]
    assert bob.get(f"/history?row={CHAIR}&key=size")["items"][0]["old"] == "large"
    assert waiting_kinds() == []
    bob.seq = now["seq"]
    assert bob.set(CHAIR, size="huge")["deltas"][str(CHAIR)]["weighted"] == 20


def test_a_register_in_the_bin_comes_back_migrated_and_what_was_computed_is_nobodys_edit(bob: Any, changed: Changed, cast: Cast) -> None:
    changed(("tone: red, weight: 3}", "tone: red, weight: 4}"), ("type: money, role: amount", "type: text"))
    delete_sheet(actor_id=cast.alice.pk, sheet_id=bob.sheet_id, at=NOW)
    assert [step.rows for step in preview_kind(kind="wishes").steps] == [2]
    apply_kind(kind="wishes", actor_id=cast.alice.pk, at=NOW)
    restore_sheet(actor_id=cast.alice.pk, sheet_id=bob.sheet_id, at=NOW)
    assert (bob.rows()[CHAIR]["price"], bob.rows()[CHAIR].get("weighted")) == ("5", None)
    assert bob.get(f"/history?row={CHAIR}&key=price")["items"][0]["old"] == 5
    assert bob.get(f"/history?row={CHAIR}&key=weighted")["items"] == []


def test_a_removed_column_comes_back_with_its_values(bob: Any, changed: Changed, wishes: Any) -> None:
    line = next(line for line in WISHES.read_text().splitlines(keepends=True) if "{key: wanted_by" in line)
    changed((line, ""))
    assert preview_kind(kind="wishes").steps[0].put_away == {"wanted_by": 2}
    apply_kind(kind="wishes", actor_id=None, at=NOW)
    assert "wanted_by" not in columns(bob)
    registry.declare(wishes.declaration)
    assert "wanted_by" in columns(bob)
    assert bob.rows()[CHAIR]["wanted_by"] is not None


def test_a_kind_whose_file_is_gone_is_still_readable(bob: Any) -> None:
    registry.forget("wishes")
    assert bob.rows()[CHAIR]["name"] == "Chair"
    assert {state.kind: state.state for state in kind_states()}["wishes"] == "gone"


def test_a_broken_file_of_the_office_is_left_out_and_said(bob: Any, tmp_path: Path, wishes: Any) -> None:
    (tmp_path / "kinds").mkdir()
    (tmp_path / "kinds" / "wishes.yaml").write_text(WISHES.read_text().replace("role: name", "role: king"))
    (tmp_path / "kinds" / "bells.yaml").write_text("kind: bells\ntitle: Bells\ncolumns:\n  - {key: name, type: text, primary: true}\n")
    try:
        registry.load_own(tmp_path)
        (told,) = check_own_kinds(None)
        assert (told.id, told.msg.startswith("wishes.yaml, line 8: role cannot be king.")) == ("milepost.W002", True)
        assert "bells" in registry.all_kinds()
        assert bob.rows()[CHAIR]["name"] == "Chair"
    finally:
        registry.broken.clear()
        registry.forget("bells")
