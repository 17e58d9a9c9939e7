"""Registers go out as files, only with what one may see, and what goes out comes in again as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tests.api.lists.conftest import Importer
from tests.cast import Cast

from milepost.apps.org.models import Person
from milepost.formats.tabular import read_book

By = Callable[[Person], Importer]
LIST = "No;Name;Cost;Due;Done\n1;Dig;5;2026-03-02;yes\n2;=HYPERLINK(1);-7,5;2026-03-03;no\n3;@Pour;8;;yes\n"


def made(importer: Importer, cast: Cast) -> int:
    found: int = importer.bring(importer.check(LIST, node_id=cast.project.pk, kind="blank", options={"name": "Costs"}))["sheet_id"]
    return found


def export(importer: Importer, address: str, expect: int = 200, **asked: Any) -> bytes:
    told = {key: json.dumps(value) if isinstance(value, dict) else value for key, value in asked.items()}
    answer = importer.browser.get(f"/api/v1/{address}/export", told)
    assert answer.status_code == expect, answer.getvalue()
    content: bytes = answer.getvalue()
    return content


def test_csv_goes_out_escaped_and_with_the_mark_that_excel_wants(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    text = export(bob, f"sheets/{made(bob, cast)}", format="csv").decode()
    assert text.splitlines()[:3] == ["\ufeffName,No,Cost,Due,Done", "Dig,1,5,2026-03-02,yes", "'=HYPERLINK(1),2,-7.5,2026-03-03,no"]
    assert not export(bob, f"sheets/{made(bob, cast)}", format="csv", bom="false").startswith(b"\xef\xbb\xbf")


def test_what_goes_out_comes_in_again_as_it_was(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    sheet_id = made(bob, cast)
    for form in ("csv", "xlsx"):
        report = bob.check(export(bob, f"sheets/{sheet_id}", format=form), sheet_id=sheet_id)
        assert {state: report["rows"]["all"][state] for state in ("new", "changed", "same")} == {"new": 0, "changed": 0, "same": 3}, form


def test_a_view_chooses_rows_and_columns(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    sheet_id = made(bob, cast)
    view = {"filter": [["name", "contains", "dig"]], "sort": [["name", "desc"]], "columns": ["name"]}
    found = read_book(export(bob, f"sheets/{sheet_id}", format="xlsx", view=view)).tables[0]
    assert found.rows == (("Name",), ("Dig",))
    export(bob, f"sheets/{sheet_id}", 422, format="csv", view={"filter": "everything"})


def test_a_tree_goes_out_as_a_tree(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    done = bob.bring(bob.check("Name;Cost\nFound;1\n  Dig;2\n", node_id=cast.project.pk, kind="blank"))
    assert b"\r\n  Dig,2\r\n" in export(bob, f"sheets/{done['sheet_id']}", format="csv")


def test_one_register_across_a_portfolio_goes_out_by_the_readers_rights(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    made(bob, cast)
    table = read_book(export(bob, "registers/blank", format="xlsx", node=cast.portfolio.pk)).tables[0]
    assert (table.rows[0][0], table.rows[0][-1], len(table.rows), table.rows[1][-1]) == ("Name", "Place", 4, "The project")
    stranger = importer(cast.charlie)
    export(stranger, "registers/blank", 404, format="csv", node=cast.portfolio.pk)
    assert export(stranger, "registers/blank", format="csv").decode().strip("\ufeff\r\n") == "Name,Place"


def test_everything_that_one_sees_goes_out_as_json(cast: Cast, importer: By) -> None:
    bob = importer(cast.bob)
    sheet_id = made(bob, cast)
    found = json.loads(export(bob, f"nodes/{cast.programme.pk}"))
    assert [node["name"] for node in found["nodes"]] == ["The programme", "The project"]
    costs = next(sheet for sheet in found["sheets"] if sheet["id"] == sheet_id)
    assert (costs["kind"], [row["cells"]["name"] for row in costs["rows"]]) == ("blank", ["Dig", "=HYPERLINK(1)", "@Pour"])
    export(importer(cast.charlie), f"nodes/{cast.programme.pk}", 404)
    export(importer(cast.charlie), f"sheets/{sheet_id}", 404, format="csv")
    export(importer(cast.vera), f"sheets/{sheet_id}", format="json")
