"""Every operation of openapi.json on what is in the bin: to everybody, its owner too, it is not there until it is restored."""

from __future__ import annotations

from typing import Any

import pytest

from milepost.apps.org.actions.delete_node import delete_node, restore_node
from milepost.apps.sheets.actions.bin_sheet import delete_sheet
from tests.architecture.rights import CALLS, VIEW
from tests.architecture.test_rights import OPERATIONS, _works, ask, browser_of, built, world
from tests.cast import NOW

__all__ = ["built", "world"]  # the fixtures of the test of rights
OF_A_SHEET = ("$sheet", "$comment", "$file")
OF_A_NODE = (*OF_A_SHEET, "$project", "$programme", "$office", "$goal", "$setup", "$authority", "$check_in", "$lent")
OF_ONE_THING = (
    *("get_document", "get_method_at", "get_method_difference", "get_pack", "get_pack_draft", "get_project_method", "get_words"),
    *("get_invitation", "get_node", "get_password_link", "get_person", "get_project", "get_s_curve", "get_status", "get_why"),
    *("get_criteria", "get_form", "get_kept_form", "get_origin", "get_public_form", "get_request"),
    *("get_assessment", "get_lint_run", "get_maturity"),
    *("get_handbook", "list_completions", "get_question", "get_course"),
    *("get_answerable", "get_authority", "get_office", "get_office_at", "get_setup", "list_bench", "list_deciders", "list_goals"),
)
OF_NO_PLACE = (
    *("export_kind", "get_kind_totals", "get_session", "list_access", "list_groups", "list_imports", "list_kinds", "list_mentions"),
    *("list_maturity_questions", "list_pack_rules"),
    *("ask_office", "list_alike_questions", "list_offices_to_ask", "list_questions", "list_training"),
    *("list_asked", "list_forms", "list_people", "list_registers", "list_roles", "list_tokens", "list_tokens_of"),
)


def _naming(things: tuple[str, ...]) -> list[str]:
    """The operations whose line names one of these things; the upload of an import is read before its place is asked for."""
    named = [
        name for name in OPERATIONS if name in CALLS and any(f"'{thing}'" in str((CALLS[name].at, CALLS[name].body)) for thing in things)
    ]
    return [name for name in named if CALLS[name].hidden]


def _lists() -> list[str]:
    """The operations that tell of places: a new one that reads is either among them, or is named as one that tells of none."""
    asking = [name for name in OPERATIONS if name in CALLS and (OPERATIONS[name][0] == "get" or CALLS[name].needs == VIEW)]
    return [name for name in asking if name not in {*OF_ONE_THING, *OF_NO_PLACE, *_naming(OF_A_SHEET), "list_bin"}]


@pytest.mark.parametrize("operation_id", _naming(OF_A_SHEET))
def test_a_deleted_sheet_is_nowhere(operation_id: str, world: dict[str, Any]) -> None:
    delete_sheet(actor_id=world["alice"].pk, sheet_id=world["$sheet"], at=NOW)
    answer = ask(browser_of(world, "alice"), operation_id, world)
    assert answer.status_code == 404, answer.content


@pytest.mark.parametrize("operation_id", _naming(OF_A_NODE))
def test_a_deleted_node_and_all_below_it_is_nowhere(operation_id: str, world: dict[str, Any]) -> None:
    delete_node(actor_id=world["alice"].pk, node_id=world["$programme"], at=NOW)
    for name in ("alice", "mona"):
        answer = ask(browser_of(world, name), operation_id, world)
        assert answer.status_code == 404, answer.content


@pytest.mark.parametrize("operation_id", _lists())
def test_no_list_tells_of_a_deleted_node(operation_id: str, world: dict[str, Any]) -> None:
    assert _named_in(operation_id, world) != []
    delete_node(actor_id=world["alice"].pk, node_id=world["$programme"], at=NOW)
    assert _named_in(operation_id, world) == []


def _named_in(operation_id: str, world: dict[str, Any]) -> list[str]:
    """What the answer names of the programme and all below it; who asks for a place asks above it."""
    above = dict.fromkeys(("$programme", "$project"), world["$portfolio"])
    answer = ask(browser_of(world, "alice"), operation_id, {**world, **above})
    assert answer.status_code == 200, answer.content
    ids = [str(world[key]) for key in ("$programme", "$project", "$sheet", "$comment", "$file")]
    told = b"".join(answer).decode()
    return [one for one in (*ids, "The programme", "The project", "Secret plan", "Secret words") if one in told]


@pytest.mark.parametrize("operation_id", [name for name in _naming(OF_A_NODE) if CALLS[name].needs])
def test_restored_it_is_as_it_was(operation_id: str, world: dict[str, Any]) -> None:
    alice = world["alice"]
    delete_node(actor_id=alice.pk, node_id=world["$programme"], at=NOW)
    restore_node(actor_id=alice.pk, node_id=world["$programme"], at=NOW)
    answer = ask(browser_of(world, "alice"), operation_id, world)
    assert _works(CALLS[operation_id], answer), answer.content
