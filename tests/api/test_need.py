"""Whether a place needs an office, read from the register alone: as it was month by month, with what stands behind it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.api.conftest import Browser
from tests.cast import Cast

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.by_node import sheets_at
from milepost.engines.sheet import NewRow, Set

JANUARY = datetime(2026, 1, 12, 9, tzinfo=UTC)
FEBRUARY = datetime(2026, 2, 9, 9, tzinfo=UTC)
WIRES, PUMPS, ROOFS = "Lay wires", "Mend pumps", "Mend roofs"


def said(cast: Cast, node: int, cells: dict[str, Any], at: datetime) -> None:
    """Alice writes into the profile of a project."""
    sheet = sheets_at([node], kind="project")[node]
    change_sheet(actor_id=cast.alice.pk, sheet_id=sheet, ops=[Set(node, cells)], client_op_id=None, base_seq=None, at=at)


@pytest.fixture
def busy(cast: Cast) -> dict[str, int]:
    """Three projects in a portfolio of the unit since January: Mona leads two and is assigned in the third. In February one is closed."""
    known: dict[str, int] = {}
    made = {WIRES: (cast.mona, cast.unit), PUMPS: (cast.mona, cast.programme), ROOFS: (cast.cora, cast.programme)}
    for name, (manager, parent) in made.items():
        known[name] = create_node(
            actor_id=cast.alice.pk, parent_id=parent.pk, kind="project", name=name, manager_id=manager.pk, at=JANUARY
        ).pk
        said(cast, known[name], {"phase": "execution", "priority": "high", "category": "Power", "baseline_finish": "2026-01-30"}, JANUARY)
    said(cast, known[WIRES], {"stated_status": "G"}, FEBRUARY)
    said(cast, known[ROOFS], {"category": "Estate", "baseline_finish": "2026-06-30"}, FEBRUARY)
    _plan(cast, known[ROOFS])
    said(cast, cast.project.pk, {"phase": "closed"}, FEBRUARY)
    return known


def _plan(cast: Cast, node: int) -> None:
    """A plan in which Mona works from January to February."""
    cells: dict[str, Any] = {"name": "Tiles", "duration": 35 * 8 * 3600, "assignments": [{"resource": 1, "units": 1.0}]}
    resources = [{"id": 1, "name": "Mona", "type": "work"}, {"id": 2, "name": "Crane", "type": "work"}]
    settings = {"start": "2026-01-05T08:00", "resources": resources}
    create_sheet(
        actor_id=cast.alice.pk, node_id=node, kind="plan", name="Roofs", rows=(NewRow(7, None, cells),), settings=settings, at=JANUARY
    )


def test_the_figure_is_read_month_by_month_as_the_register_was(as_: Browser, cast: Cast, busy: dict[str, int]) -> None:
    need = as_(cast.alice).get(f"/api/v1/nodes/{cast.unit.pk}/need").json()
    assert [month["month"] for month in need["months"]] == ["2026-01", "2026-02", "2026-03"]
    parts = [{part["key"]: (part["count"], part["of"]) for part in month["parts"]} for month in need["months"]]
    assert parts[0] == {"projects": (3, 3), "people": (1, 2), "competing": (3, 3), "overdue": (3, 3), "unstatused": (3, 3)}
    assert parts[1] == {"projects": (3, 3), "people": (1, 2), "competing": (2, 3), "overdue": (2, 3), "unstatused": (2, 3)}
    assert parts[2]["people"] == (0, 2)  # what Mona does in the plan ended in February
    assert [month["figure"] for month in need["months"]] == [80, 78, 48]
    assert need["trend"] == -32
    assert need["answer"]["office"] == "none"
    assert need["answer"]["few"] is True
    assert [reason["key"] for reason in need["answer"]["reasons"]] == ["competing", "overdue", "unstatused"]


def test_each_part_of_a_place_has_its_own_figure(as_: Browser, cast: Cast, busy: dict[str, int]) -> None:
    need = as_(cast.alice).get(f"/api/v1/nodes/{cast.unit.pk}/need").json()
    (portfolio,) = need["units"]
    assert (portfolio["id"], portfolio["running"], len(portfolio["months"])) == (cast.portfolio.pk, 2, 3)
    assert need["formula"]["bands"][0] == {"office": "directive", "least": 75}
    assert (need["skill_basis"], need["unskilled"], need["unknown"]) == ("category", 0, 0)


def test_every_figure_opens_what_it_was_computed_from(as_: Browser, cast: Cast, busy: dict[str, int]) -> None:
    address = f"/api/v1/nodes/{cast.unit.pk}/need/behind"
    behind = as_(cast.alice).get(f"{address}?month=2026-02").json()
    assert [project["name"] for project in behind["projects"]] == [WIRES, PUMPS, ROOFS]
    wires = behind["projects"][0]
    assert wires | {"id": 0} == {
        "id": 0,
        "name": WIRES,
        "phase": "execution",
        "priority": "high",
        "skill": "Power",
        "rivals": [busy[PUMPS]],
        "promised": "2026-01-30",
        "overdue": True,
        "stated": "2026-02-09",
        "unstatused": False,
    }
    assert [(person["name"], len(person["projects"]), person["stretched"]) for person in behind["people"]] == [
        ("Mona", 3, True),
        ("Cora", 1, False),
    ]
    assert as_(cast.alice).get(f"{address}?month=2019-02").status_code == 422


def test_people_are_named_to_who_may_see_people(as_: Browser, cast: Cast, busy: dict[str, int]) -> None:
    grant_role(actor_id=cast.alice.pk, person_id=cast.gus.pk, node_id=cast.unit.pk, role="guest", at=FEBRUARY)
    behind = as_(cast.gus).get(f"/api/v1/nodes/{cast.unit.pk}/need/behind?month=2026-02").json()
    assert [(person["id"], person["name"], len(person["projects"])) for person in behind["people"]] == [(None, None, 3), (None, None, 1)]


def test_who_sees_a_part_gets_no_figure_of_the_whole(as_: Browser, cast: Cast, busy: dict[str, int]) -> None:
    assert as_(cast.vera).get(f"/api/v1/nodes/{cast.unit.pk}/need").status_code == 404
    assert as_(cast.vera).get(f"/api/v1/nodes/{cast.programme.pk}/need").json()["months"][-1]["parts"][0]["count"] == 2
    assert as_(cast.charlie).get(f"/api/v1/nodes/{cast.programme.pk}/need").status_code == 404


def test_where_nothing_runs_there_is_no_figure(as_: Browser, cast: Cast) -> None:
    said(cast, cast.project.pk, {"phase": "idea"}, JANUARY)
    need = as_(cast.alice).get(f"/api/v1/nodes/{cast.unit.pk}/need").json()
    assert (need["months"][-1]["figure"], need["answer"]["office"], need["trend"]) == (None, None, None)
