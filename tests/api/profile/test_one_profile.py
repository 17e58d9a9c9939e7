"""Every project has one profile, made with it; what the tree shows of the project follows its cells, whoever writes them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from tests.api.profile.conftest import put
from tests.cast import NOW, Cast

from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.models import Grant
from milepost.apps.sheets.models import CellHistory, Change, Row, Sheet


def profiles(node: Any) -> list[Sheet]:
    return list(Sheet.objects.filter(node_id=node.pk, kind="project"))


def test_a_project_made_through_the_api_has_one_profile_whose_row_is_the_project(as_, cast: Cast) -> None:
    body = {"parent_id": cast.programme.pk, "kind": "project", "name": "The tunnel", "code": "T-1"}
    made = as_(cast.alice).post("/api/v1/nodes", body, content_type="application/json").json()
    (sheet,) = Sheet.objects.filter(node_id=made["id"], kind="project")
    (row,) = Row.objects.filter(sheet=sheet)
    assert (row.row_id, row.cells["name"], row.cells["code"]) == (made["id"], "The tunnel", "T-1")


def test_a_folder_has_none(as_, cast: Cast) -> None:
    body = {"parent_id": cast.project.pk, "kind": "folder", "name": "Drawings"}
    made = as_(cast.alice).post("/api/v1/nodes", body, content_type="application/json").json()
    assert not Sheet.objects.filter(node_id=made["id"]).exists()


def test_a_rename_in_the_tree_is_an_edit_of_the_name(as_, cast: Cast, profile, node_of) -> None:
    answer = as_(cast.alice).patch(f"/api/v1/nodes/{cast.project.pk}", {"name": " The  tunnel "}, content_type="application/json")
    assert (answer.json()["name"], node_of().name) == ("The tunnel", "The tunnel")
    page = profile(cast.alice)
    assert page.rows()[cast.project.pk]["name"] == "The tunnel"
    page.post("undo")
    assert node_of().name == "The project"


def test_a_name_written_in_the_list_renames_the_project(cast: Cast, profile, node_of) -> None:
    profile(cast.alice).set(cast.project.pk, name="The tunnel")
    assert (node_of().name, profiles(cast.project)[0].name) == ("The tunnel", "The tunnel")
    assert profile(cast.alice).set(cast.project.pk, name="  ", expect=422)["code"] == "invalid"
    assert node_of().name == "The tunnel"


def test_manager_and_sponsor_follow(cast: Cast, profile, node_of) -> None:
    page = profile(cast.bob)
    page.set(cast.project.pk, manager=cast.bob.pk, sponsor=cast.vera.pk, code="K-7")
    node = node_of()
    assert (node.manager_id, node.sponsor_id, node.code) == (cast.bob.pk, cast.vera.pk, "K-7")
    page.post("undo")
    assert node_of().manager_id is None


def test_a_stated_status_is_kept_in_the_profile_and_can_be_taken_back(as_, cast: Cast, profile, node_of) -> None:
    browser = as_(cast.alice)
    assert put(browser, f"projects/{cast.project.pk}/stated-status", {"colour": "A", "reason": "The crane is late"}).status_code == 200
    page = profile(cast.alice)
    cells = page.rows()[cast.project.pk]
    assert (cells["stated_status"], cells["stated_reason"]) == ("A", "The crane is late")
    assert (node_of().stated_status, node_of().stated_at) == ("A", NOW)
    page.post("undo")
    node = node_of()
    assert (node.stated_status, node.stated_reason, node.stated_at) == (None, "", None)


def test_who_edits_may_neither_rename_nor_state(cast: Cast, profile, node_of) -> None:
    page = profile(cast.bob)
    page.set(cast.project.pk, client="The city", priority="high")
    assert page.set(cast.project.pk, name="Mine", expect=403)["data"]["capability"] == "arrange"
    assert page.set(cast.project.pk, stated_status="G", expect=403)["data"]["capability"] == "state"
    assert (node_of().name, node_of().stated_status) == ("The project", None)
    profile(cast.vera).set(cast.project.pk, client="Me", expect=403)
    profile(cast.charlie).set(cast.project.pk, client="Me", expect=404)


def test_who_may_no_longer_state_cannot_take_a_statement_back(cast: Cast, profile, node_of) -> None:
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.project.pk, role="manager", at=NOW)
    page = profile(cast.mona)
    page.set(cast.project.pk, stated_status="R", stated_reason="No money")
    Grant.objects.filter(person=cast.mona).delete()
    grant_role(actor_id=cast.alice.pk, person_id=cast.mona.pk, node_id=cast.project.pk, role="editor", at=NOW)
    page.post("undo", expect=403)
    assert node_of().stated_status == "R"


@pytest.mark.parametrize("op", [{"op": "insert", "cells": {"name": "Another"}}, {"op": "delete"}])
def test_a_profile_keeps_its_one_row(cast: Cast, profile, op: dict[str, Any]) -> None:
    told = op | ({"rows": [cast.project.pk]} if op["op"] == "delete" else {})
    assert profile(cast.alice).edit(told, expect=422)["code"] == "sheet.profile_one_row"
    assert len(profile(cast.alice).rows()) == 1


def test_projects_from_before_get_their_profile_with_what_was_stated(as_, cast: Cast, profile) -> None:
    put(as_(cast.alice), f"projects/{cast.project.pk}/stated-status", {"colour": "R", "reason": "No money"})
    for sheet in profiles(cast.project):
        for table in (Row, Change, CellHistory):
            table.objects.filter(sheet=sheet).delete()
        sheet.delete()
    migration = import_module("milepost.apps.sheets.migrations.0007_profiles_of_projects")
    then = MigrationLoader(connection).project_state(("sheets", "0007_profiles_of_projects")).apps
    for _ in range(2):
        with Here() as editor:
            migration.make_profiles(then, editor)
    page = profile(cast.alice)
    cells = page.rows()[cast.project.pk]
    assert (cells["name"], cells["stated_status"], cells["stated_reason"]) == ("The project", "R", "No money")
    assert len(profiles(cast.project)) == 1
    page.seq = 2
    page.set(cast.project.pk, client="The city")
    past = as_(cast.alice).post(f"/api/v1/sheets/{page.sheet_id}/rows", {"as_of": "2026-03-02"}, content_type="application/json").json()
    assert past["rows"][0]["cells"]["client"] == "The city"


class Here:
    """A schema editor as far as a data migration needs it, within the transaction of a test on SQLite."""

    connection = connection

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        """Leaves nothing behind."""
