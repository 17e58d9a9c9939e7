"""For each operation of the API: how to call it in a small world, and which capability it needs there.

A new operation needs a line here, or the test of rights fails and says so. `needs` None is an operation on what is one's own.
Ids in `at`, and in the body, are words for things of the world: `$own` and `$report` are an upload of whoever asks and what was found
in it, `$hers` is one of Alice's. A stranger's answer is compared with that for ids that nothing has.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from milepost.apps.org.capabilities import Capability


@dataclass(frozen=True)
class Call:
    """How to call an operation.

    `at`: path and query parameters; `body`: JSON, or bytes; `also`: statuses that are as good as success (nothing to undo, say).
    `also_refused`: statuses beside 403 that refuse a role, where what is called on is hidden from some who see the project.
    `own`: who may anyway, because it is about themselves.
    `hidden` False marks an operation whose address names nothing that could be hidden: a stranger gets an answer, which tells nothing.
    """

    needs: Capability | None
    at: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    also: tuple[int, ...] = ()
    also_refused: tuple[int, ...] = ()
    own: str = ""
    hidden: bool = True
    public: bool = False


VIEW, EDIT, CREATE, ARRANGE = Capability.VIEW, Capability.EDIT, Capability.CREATE, Capability.ARRANGE
STATE, SHARE, PEOPLE, DIRECTORY = Capability.STATE, Capability.SHARE, Capability.PEOPLE, Capability.DIRECTORY
SETTINGS, COMMENT = Capability.SETTINGS, Capability.COMMENT
_SHEET = {"sheet_id": "$sheet"}
_ROW = {**_SHEET, "row_id": "$row"}
_GROUP = {"group_id": "$group"}
_VERA = {"person_id": "$vera"}
_OFFICE = {"office_id": "$office"}
_PACK = {"pack": "own_pack"}
_REQUEST = {"sheet_id": "$requests", "row_id": "$request"}
_FORM = {"form_id": "$form"}
_PROGRAMME = {"node_id": "$programme"}
_PROJECT = {"node_id": "$project", "project_id": "$project"}

CALLS: dict[str, Call] = {
    "get_session": Call(None, public=True, hidden=False),
    # the tree
    "list_nodes": Call(None, {"parent": "$portfolio"}, hidden=False),
    "get_node": Call(VIEW, _PROJECT),
    "create_node": Call(CREATE, body={"parent_id": "$programme", "kind": "project", "name": "Another"}),
    "change_node": Call(ARRANGE, _PROJECT, {"name": "Renamed"}),
    "list_access": Call(DIRECTORY, _PROJECT),
    "grant_role": Call(SHARE, _PROJECT, {"person_id": "$charlie", "role": "viewer"}),
    "revoke_role": Call(SHARE, {"node_id": "$programme", "person_id": "$vera", "role": "viewer"}),
    "revoke_role_from_group": Call(SHARE, {"node_id": "$programme", "group_id": "$group", "role": "viewer"}),
    "get_why": Call(SHARE, {**_PROJECT, "person": "$vera"}, own="vera"),
    "list_seen": Call(SHARE, {"person_id": "$mona"}, own="mona", also_refused=(404,)),
    # groups and roles
    "list_groups": Call(None, hidden=False),
    "get_group": Call(SHARE | PEOPLE, _GROUP, own="cora", also_refused=(404,)),
    "create_group": Call(PEOPLE, body={"name": "Another group"}, hidden=False),
    "change_group": Call(PEOPLE, _GROUP, {"name": "Renamed"}, also_refused=(404,)),
    "add_members": Call(PEOPLE, _GROUP, {"person_ids": ["$charlie"]}, also_refused=(404,)),
    "remove_member": Call(PEOPLE, {**_GROUP, "person_id": "$cora"}, also_refused=(404,)),
    "delete_group": Call(PEOPLE, _GROUP, also_refused=(404,)),
    "list_roles": Call(None, hidden=False),
    "create_role": Call(SETTINGS, body={"name": "Reader", "capabilities": ["view"]}, hidden=False),
    "change_role": Call(SETTINGS, {"role": "own_role"}, {"capabilities": ["view", "comment"]}, hidden=False),
    "delete_role": Call(SETTINGS, {"role": "own_role"}, hidden=False),
    "require_second_factor": Call(SETTINGS, {"role": "own_role"}, {"required": False}, hidden=False),
    # invitations
    "list_invites": Call(None, hidden=False),
    "invite_people": Call(PEOPLE, body={"node_id": "$programme", "role": "viewer", "people": [{"email": "nina@example.org"}]}),
    "renew_invite": Call(PEOPLE, {"invite_id": "$invite"}, {}, also_refused=(404,)),
    "revoke_invite": Call(PEOPLE, {"invite_id": "$invite"}, also_refused=(404,)),
    "get_invitation": Call(None, {"token": "guessed"}, also=(404,), hidden=False, public=True),
    "join": Call(None, {"token": "guessed"}, {"name": "Eve", "password": "a-bridge-of-sighs"}, also=(404,), hidden=False, public=True),
    "get_password_link": Call(None, {"token": "guessed"}, also=(404,), hidden=False, public=True),
    "set_password_by_link": Call(None, {"token": "guessed"}, {"password": "a-bridge-of-sighs"}, also=(404,), hidden=False, public=True),
    "ask_for_password_link": Call(None, body={"email": "alice@example.org"}, also=(409,), hidden=False, public=True),
    # accounts
    "change_account": Call(None, body={"name": "Another name"}, hidden=False),
    "get_person": Call(DIRECTORY, _VERA, also_refused=(404,)),
    "change_person": Call(PEOPLE, _VERA, {"name": "Vera the second"}, also_refused=(404,)),
    "make_password_link": Call(PEOPLE, _VERA, also_refused=(404,)),
    "leave": Call(PEOPLE, _VERA, {"hand_over_to": "$cora"}, also_refused=(404,)),
    "restore_person": Call(PEOPLE, {"person_id": "$former"}, also_refused=(404,)),
    "end_sessions": Call(PEOPLE, _VERA, also_refused=(404,)),
    "switch_off_second_factor": Call(PEOPLE, _VERA, also_refused=(404,)),
    "list_tokens_of": Call(PEOPLE, _VERA, also_refused=(404,)),
    "revoke_token_of": Call(PEOPLE, {**_VERA, "token_id": "$token_of_vera"}, also_refused=(404,)),
    # people and tokens
    "search": Call(None, {"q": "dig"}, hidden=False),
    "list_people": Call(None, hidden=False),
    "create_person": Call(PEOPLE, body={"name": "Nina", "email": "nina@example.org"}, hidden=False),
    "list_tokens": Call(None, hidden=False),
    "create_token": Call(None, body={"name": "Script", "scopes": ["read"]}, hidden=False),
    "revoke_token": Call(None, {"token_id": "$token"}),
    # sheets
    "get_sheet": Call(VIEW, _SHEET),
    "change_sheet": Call(EDIT, _SHEET, {"ops": [{"op": "set", "row": "$row", "cells": {"name": "Dig deeper"}}]}),
    "undo_change": Call(EDIT, _SHEET, {}, also=(409,)),
    "redo_change": Call(EDIT, _SHEET, {}, also=(409,)),
    "list_changes": Call(VIEW, {**_SHEET, "since": 0}),
    "list_cell_history": Call(VIEW, {**_SHEET, "row": "$row", "key": "name"}),
    "list_activity": Call(VIEW, _SHEET),
    "add_column": Call(EDIT, _SHEET, {"title": "Risk", "type": "text"}),
    "rename_sheet": Call(EDIT, _SHEET, {"name": "Another plan"}),
    # registers
    "get_register_head": Call(VIEW, _SHEET),
    "list_register_rows": Call(VIEW, _SHEET, {"search": "dig"}),
    "get_register_totals": Call(VIEW, _SHEET, {"keys": ["name"]}),
    "get_kind_head": Call(VIEW, {"kind": "plan", "node": "$programme"}),
    "list_places_for_row": Call(VIEW, {"kind": "raid", "node": "$programme"}),
    "list_kind_rows": Call(VIEW, {"kind": "plan", "node": "$programme"}, {"search": "dig"}),
    "get_kind_totals": Call(VIEW, {"kind": "plan", "node": "$programme"}, {"keys": ["name"]}),
    "list_kinds": Call(None, hidden=False),
    "change_column": Call(EDIT, {**_SHEET, "key": "cost"}, {"title": "Risk"}, also=(422,)),
    "preview_column": Call(EDIT, {**_SHEET, "key": "cost"}, {"type": "text"}, also=(422,)),
    "preview_kind_column": Call(Capability.SETTINGS, {"kind": "raid", "key": "name"}, {"type": "text"}, also=(422,), hidden=False),
    "add_kind_column": Call(Capability.SETTINGS, {"kind": "raid"}, {"title": "Risk", "type": "text"}, hidden=False),
    "change_kind_column": Call(Capability.SETTINGS, {"kind": "raid", "key": "name"}, {"title": "Risk"}, also=(422,), hidden=False),
    "list_registers": Call(VIEW, _PROJECT),
    "create_register": Call(CREATE, _PROJECT, {"kind": "raid"}),
    "list_views": Call(VIEW, {"sheet": "$sheet"}),
    "save_view": Call(EDIT, body={"sheet": "$sheet", "name": "Late ones", "shared": True, "config": {}}),
    "change_view": Call(EDIT, {"view_id": "$view"}, {"name": "Later ones"}),
    "delete_view": Call(EDIT, {"view_id": "$view"}),
    "upload_file": Call(None, body=b"<Project/>", hidden=False),
    # rows: comments, files, history
    "get_row": Call(VIEW, _ROW),
    "list_comments": Call(VIEW, _ROW),
    "make_comment": Call(COMMENT, _ROW, {"text": "Well done"}),
    "list_mentionable": Call(COMMENT, _ROW),
    "change_comment": Call(COMMENT, {"comment_id": "$comment"}, {"text": "Done"}, also=(403,)),  # only one's own, Alice's here
    "delete_comment": Call(COMMENT, {"comment_id": "$comment"}, also=(403,)),
    "list_row_history": Call(VIEW, _ROW),
    "list_mentions": Call(None, hidden=False),
    "read_mentions": Call(None, body={"comment_ids": ["$comment"]}, hidden=False),
    "list_files": Call(VIEW, _ROW),
    "attach_file": Call(EDIT, _ROW, {"upload_id": "$own"}),
    "download_file": Call(VIEW, {"file_id": "$file"}),
    "delete_file": Call(EDIT, {"file_id": "$file"}),
    # the bin
    "list_bin": Call(None, hidden=False),
    "restore": Call(CREATE, body={"what": "sheet", "id": "$binned"}),
    "delete_node": Call(ARRANGE, _PROJECT),
    "delete_sheet": Call(CREATE, _SHEET),
    # plans
    "get_driving_chain": Call(VIEW, {**_SHEET, "row_id": "$row"}),
    "set_baseline": Call(EDIT, _SHEET, {}),
    "indent_rows": Call(EDIT, _SHEET, {"rows": ["$second"]}),
    "outdent_rows": Call(EDIT, _SHEET, {"rows": ["$inner"]}),
    "post_actuals": Call(EDIT, _SHEET, {"entries": [{"first": "2026-03-02", "last": "2026-03-06", "minutes": 60}]}),
    "check_import": Call(None, body={"upload_id": "$hers"}),
    "import_plan": Call(CREATE, body={"upload_id": "$own", "report_id": "$report", "parent_id": "$programme", "name": "In"}),
    # lists
    "check_list": Call(CREATE, body={"text": "Name;Cost\nDig;5\n", "node_id": "$programme"}),
    "import_list": Call(None, body={"upload_id": "$hers", "report_id": 1}),
    "list_imports": Call(None, hidden=False),
    "get_list_import": Call(None, {"import_id": "$sheet"}),
    "go_on_with_list": Call(None, {"import_id": "$sheet"}, {}),
    "undo_list_import": Call(None, {"import_id": "$sheet"}, {}),
    "export_register": Call(VIEW, {**_SHEET, "format": "csv"}),
    "export_kind": Call(VIEW, {"kind": "blank", "node": "$programme", "format": "csv"}),
    "export_everything": Call(VIEW, _PROJECT),
    # portfolio and projects
    "get_portfolio": Call(VIEW, {"node": "$programme"}),
    "get_trend": Call(VIEW, {"node": "$programme"}),
    "get_project": Call(VIEW, _PROJECT),
    "get_s_curve": Call(VIEW, _PROJECT),
    "get_status": Call(VIEW, _PROJECT),
    "make_plan": Call(CREATE, _PROJECT, also=(409,)),
    # what is expected, and questions to the office: who reads and answers one is tested in tests/api/practice
    "list_expectations": Call(None, hidden=False),
    "list_questions": Call(None, hidden=False),
    "ask_office": Call(VIEW, body={"text": "How?", "page": "/", "node_id": "$project"}),
    "list_alike_questions": Call(None, {"text": "how"}, hidden=False),
    "list_offices_to_ask": Call(VIEW, {"node": "$project"}),
    "get_question": Call(None, {"question_id": "$sheet"}),
    "answer_asked": Call(None, {"question_id": "$sheet"}, {"text": "So."}),
    "settle_question": Call(None, {"question_id": "$sheet"}, {"answered": True}),
    "see_answer": Call(None, {"question_id": "$sheet"}),
    "get_handbook": Call(VIEW, _PROJECT),
    "list_training": Call(None, hidden=False),
    "get_course": Call(None, {"version_id": "$sheet", "course": "first_project"}),
    "take_course": Call(None, {"version_id": "$sheet", "course": "first_project"}, {"answers": [1]}),
    "list_completions": Call(DIRECTORY, _OFFICE, also_refused=(404,)),
    "set_course_due": Call(ARRANGE, _OFFICE, {"course": "first_project", "role": "project_manager", "days": 30}, also=(404,), own="vera"),
    "put_into_handbook": Call(None, {"answer_id": "$sheet"}, {"faq": True}),
    "list_maturity_questions": Call(None, hidden=False),
    "get_maturity": Call(VIEW, _PROJECT),
    "begin_assessment": Call(EDIT, _PROJECT, also=(409,)),
    "get_assessment": Call(VIEW, {"assessment_id": "$assessment"}),
    "answer_question": Call(COMMENT, {"assessment_id": "$assessment", "question": "project.risk"}, {"level": 2, "evidence": "A log"}),
    "finish_assessment": Call(EDIT, {"assessment_id": "$assessment"}, also=(409,)),
    "discard_assessment": Call(EDIT, {"assessment_id": "$assessment"}),
    "plan_improvements": Call(CREATE, {"assessment_id": "$assessed"}, {"questions": ["project.risk"]}),
    "get_need": Call(VIEW, _PROJECT),
    "get_need_behind": Call(VIEW, {**_PROJECT, "month": "2026-03"}),
    "state_status": Call(STATE, _PROJECT, {"colour": "A", "reason": "The ground is wet"}),
    # offices
    "list_offices": Call(None, hidden=False),
    "found_office": Call(ARRANGE, body={"node_id": "$project", "name": "Project office", "type": "supportive", "place": "project"}),
    "get_office_at": Call(VIEW, _PROJECT),
    "get_office": Call(VIEW, _OFFICE),
    "change_office": Call(ARRANGE, _OFFICE, {"charter": "What we are for"}),
    "close_office": Call(ARRANGE, _OFFICE, {"reason": "No longer needed"}),
    "take_on": Call(ARRANGE, {**_OFFICE, "function": "training"}, {"goal_id": "$goal"}),
    "give_up": Call(ARRANGE, {**_OFFICE, "function": "method"}),
    "list_goals": Call(VIEW, _PROJECT),
    "set_goal": Call(ARRANGE, _PROJECT, {"horizon": "short", "text": "Finish"}),
    "change_goal": Call(ARRANGE, {"goal_id": "$goal"}, {"text": "Finish soon"}),
    "drop_goal": Call(ARRANGE, {"goal_id": "$goal"}, also=(409,)),
    "give_office_role": Call(ARRANGE, _OFFICE, {"person_id": "$vera", "role": "analyst"}),
    "end_office_role": Call(ARRANGE, {**_OFFICE, "office_role": "partner", "person_id": "$vera"}),
    "report_to": Call(ARRANGE, _OFFICE, {"person_id": "$vera", "to_id": "$mona"}),
    "share_out": Call(ARRANGE, {**_OFFICE, "process": "status"}, {"letters": {"director": "A", "analyst": "R"}}),
    "list_bench": Call(DIRECTORY, _OFFICE),
    "get_authority": Call(DIRECTORY, _PROJECT),
    "list_deciders": Call(DIRECTORY, {**_PROJECT, "decision": "request.approve"}),
    "give_authority": Call(SHARE, _PROJECT, {"decision": "request.approve", "role": "director", "up_to": 1000, "currency": "EUR"}),
    "end_authority": Call(SHARE, {"authority_id": "$authority"}),
    "get_answerable": Call(VIEW, _PROJECT),
    "name_partner": Call(ARRANGE, _PROJECT, {"person_id": "$cora"}),
    "assign_project": Call(ARRANGE, {"node_id": "$lent"}, {"person_id": "$mona"}),
    "set_check_in": Call(ARRANGE, _PROJECT, {"due": "2026-03-20"}, own="vera"),
    "hold_check_in": Call(None, {"check_in_id": "$check_in"}, {"notes": "All well"}),
    "answer_check_in": Call(None, {"check_in_id": "$check_in"}, {"agreed": True}),
    "drop_check_in": Call(None, {"check_in_id": "$check_in"}),
    "list_setups": Call(None, hidden=False),
    "begin_setup": Call(ARRANGE, body={"wish": "build", "node_id": "$project"}),
    "get_setup": Call(ARRANGE, {"setup_id": "$setup"}),
    "answer_setup": Call(ARRANGE, {"setup_id": "$setup"}, {"step": "situation", "answers": {"situation": {"control": "shared"}}}),
    "finish_setup": Call(ARRANGE, {"setup_id": "$setup"}),
    "drop_setup": Call(ARRANGE, {"setup_id": "$setup"}),
    # methods
    "list_packs": Call(None, hidden=False),
    "list_pack_rules": Call(None, hidden=False),
    "check_pack": Call(None, body={"key": "own_pack", "text": "pack: own_pack"}, hidden=False),
    "get_pack": Call(VIEW, _PACK),
    "copy_pack": Call(ARRANGE, {"pack": "controlling"}, {"node_id": "$project", "key": "other_pack", "title": "Another"}),
    "get_pack_draft": Call(ARRANGE, _PACK),
    "save_pack_draft": Call(ARRANGE, _PACK, {"text": "pack: own_pack"}, also=(409,)),
    "discard_pack_draft": Call(ARRANGE, _PACK),
    "change_pack_item": Call(ARRANGE, {**_PACK, "part": "policies", "item": "one_manager"}, {"values": None}, also=(409,)),
    "release_pack": Call(STATE, _PACK, {"note": "New"}),
    "withdraw_pack_version": Call(ARRANGE, {**_PACK, "number": 1}),
    "get_method_at": Call(VIEW, _PROJECT),
    "adopt_pack": Call(STATE, _PROJECT, {"version_id": "$pack_version"}),
    "end_adoption": Call(STATE, _PROJECT),
    "get_method_difference": Call(VIEW, {**_PROJECT, "version_id": "$pack_version"}),
    "get_words": Call(VIEW, {"node": "$project"}),
    "get_project_method": Call(VIEW, _PROJECT),
    "tailor_method": Call(STATE, _PROJECT, {"size": "S"}),
    "begin_by_method": Call(CREATE, _PROJECT),
    "get_document": Call(VIEW, {**_PROJECT, "artefact": "charter"}),
    "write_document": Call(EDIT, {**_PROJECT, "artefact": "charter"}, {"text": "What and why", "state": "draft", "was": 0}),
    # requests and their forms: who decides by authority is tested in tests/api/intake
    "get_intake": Call(VIEW, _PROGRAMME),
    "get_criteria": Call(VIEW, _PROGRAMME),
    "set_criteria": Call(ARRANGE, _PROGRAMME, {"method": "wsjf"}),
    "compare_criteria": Call(ARRANGE, _PROGRAMME, {"judgements": []}),
    "list_similar": Call(None, body={"text": "dig"}, hidden=False),
    "try_case": Call(None, body={"currency": "EUR", "rate": 10, "flows": [{"cost": 1}]}, hidden=False),
    "get_request": Call(VIEW, _REQUEST),
    "decide_request": Call(EDIT, _REQUEST, {"what": "submit", "seen": "$seen"}),
    "save_case": Call(EDIT, _REQUEST, {"currency": "EUR", "rate": 10, "flows": [{"cost": 1}]}),
    "score_request": Call(EDIT, _REQUEST, {"values": {"value": 1, "urgency": 2, "risk": 3}}),
    "start_from_request": Call(
        CREATE, _REQUEST, {"seen": "$seen", "parent_id": "$programme", "name": "A", "manager_id": "$vera"}, also=(409,)
    ),
    "get_origin": Call(VIEW, _PROJECT),
    "list_forms": Call(None, hidden=False),
    "list_asked": Call(None, hidden=False),
    "get_form": Call(None, {"form_id": "open_form"}, hidden=False),
    "ask_by_form": Call(None, {"form_id": "open_form"}, {"answers": {"name": "A bench", "need": "To rest."}}, hidden=False),
    "list_kept_forms": Call(VIEW, _PROGRAMME),
    "make_form": Call(CREATE, _PROGRAMME, {"title": "Another form"}),
    "get_kept_form": Call(CREATE, _FORM),
    "change_form": Call(CREATE, _FORM, {"intro": "Two minutes."}),
    "get_public_form": Call(None, {"token": "guessed"}, also=(404,), hidden=False, public=True),
    "ask_by_public_form": Call(
        None, {"token": "guessed"}, {"name": "Pat", "address": "pat@example.net", "answers": {}}, also=(404,), hidden=False, public=True
    ),
    # what projects do not keep of their methods, and waivers
    "get_method_kept": Call(VIEW, _PROJECT),
    "list_findings": Call(VIEW, _PROJECT),
    "fix_finding": Call(CREATE, {"finding_id": "$finding"}),
    "lint_node": Call(EDIT, _PROJECT),
    "get_lint_run": Call(VIEW, {"run_id": "$run"}),
    "list_waivers": Call(VIEW, _PROJECT),
    "ask_for_waiver": Call(EDIT, _PROJECT, {"key": "charter", "reason": "Nobody is free", "until": "2026-04-01"}),
    "decide_waiver": Call(STATE, {"waiver_id": "$waiver"}, {"grant": True}),
}
