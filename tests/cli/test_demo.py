"""The demo as it is built: one build serves all these tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from tests.cast import NOW
from typer.testing import CliRunner

from milepost.apps.org.actions.create_organisation import create_organisation
from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.models import Grant, Node, Organisation, Person
from milepost.apps.planning.models import Baseline, PlanFigures
from milepost.apps.sheets.models import Change, Row, Sheet
from milepost.apps.trail.models import Event
from milepost.doors.cli.demo.build import Built, build_demo
from milepost.doors.cli.demo.mark import DemoBeingMade, half_made, marked
from milepost.doors.cli.main import app


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Built]:
    """The demo, committed as in life, and gone afterwards."""
    with django_db_blocker.unblock():
        yield build_demo(password="a-bridge-of-many-stones")
        call_command("flush", interactive=False, verbosity=0)


def test_what_there_is(demo: Built) -> None:
    kinds = Counter(Node.objects.unscoped(reason="counting").values_list("kind", flat=True))
    assert kinds == {"organisation": 1, "unit": 3, "portfolio": 2, "programme": 4, "project": 23}
    assert Person.objects.count() == 63
    assert Baseline.objects.count() == 13
    told = PlanFigures.objects.exclude(node__name="Pressure sensors Hillside")  # begun by its method, out of a request
    assert demo.tasks == sum(told.values_list("tasks", flat=True))


def test_registers_are_filled_and_everything_fits(demo: Built) -> None:
    kinds = Counter(Sheet.objects.exclude(kind="plan").values_list("kind", flat=True))
    assert kinds == {
        "project": 23,
        "raid": 16,
        "milestones": 8,
        "decisions": 6,
        "lessons": 2,
        "improvements": 1,
        "requests": 1,
        "stakeholders": 1,
    }
    cells = Row.objects.exclude(sheet__kind="plan").values_list("cells", flat=True)
    assert [value for row in cells for value in row.values() if isinstance(value, dict)] == []


def test_a_project_without_a_plan_says_how_it_stands(demo: Built) -> None:
    wall = Node.objects.unscoped(reason="one by name").get(name="Flood wall at the river works")
    assert wall.stated_status == "R"
    edits = Change.objects.filter(sheet__node=wall, sheet__kind="project").order_by("seq")
    assert [edit.at.month for edit in edits] == [1, 1, 4, 6, 8, 9]


def test_guests_look_and_nothing_else(demo: Built) -> None:
    assert Grant.objects.filter(role_id="guest").count() == Person.objects.filter(email__endswith="@guests.example").count() == 3


def test_only_the_owner_can_sign_in(demo: Built) -> None:
    able = [person for person in Person.objects.all() if person.has_usable_password()]
    assert [(person.pk, person.email) for person in able] == [(demo.owner_id, demo.email)]


def test_health_is_spread(demo: Built) -> None:
    figures = {each.node.name: each for each in PlanFigures.objects.select_related("node")}
    assert figures["Haverley substation"].slip_seconds > 20 * 28800
    assert figures["Charging corridor for electric cars"].bac is None
    assert figures["Meter data privacy review"].percent_complete == 0
    assert figures["NIS 2 readiness"].progress_at.startswith("2026-08-28")
    assert figures["Leak detection sensors"].percent_complete > 90
    assert _ratio(figures["Treatment works filter upgrade"].cpi) < 0.85
    assert _ratio(figures["Treatment works filter upgrade"].spi_t) > 0.95


def test_what_was_booked_names_the_tasks_that_cost_too_much(demo: Built) -> None:
    detail = PlanFigures.objects.get(node__name="Treatment works filter upgrade").detail
    assert "Order membranes and skids" in [name for _, name in detail["dear"]]


def test_one_calls_itself_green_and_is_not(demo: Built) -> None:
    figures = PlanFigures.objects.select_related("node").get(node__name="Billing system replacement")
    assert figures.node.stated_status == "G"
    assert _ratio(figures.spi_t) < 0.85


def test_half_a_year_of_history_in_its_own_order(demo: Built) -> None:
    moments = list(Event.objects.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    edits = Change.objects.filter(sheet__node__name="Customer portal relaunch", sheet__kind="plan").order_by("seq")
    assert edits.count() > 20
    assert (edits.last().at - edits.first().at).days > 180


def test_every_automatic_row_is_scheduled_and_no_cell_was_refused(demo: Built) -> None:
    for row in Row.objects.filter(sheet__kind="plan"):
        assert row.cells["start"] <= row.cells["finish"]
        assert not [value for value in row.cells.values() if isinstance(value, dict) and "raw" in value]


def _ratio(text: str) -> float:
    above, below = text.split("/")
    return int(above) / int(below)


@pytest.mark.django_db(transaction=True)
def test_reset_leaves_a_real_organisation_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setenv("MILEPOST_DATA_DIR", str(tmp_path))
    owner = create_person(actor_id=None, email="alice@example.org", name="Alice", at=NOW)
    create_organisation(name="Kilometre Zero", owner_id=owner.pk, at=NOW)
    answer = CliRunner().invoke(app, ["demo", "reset"])
    assert answer.exit_code == 2
    assert "Kilometre Zero is not a demo: nothing was changed." in answer.output
    assert Organisation.objects.get().name == "Kilometre Zero"


@pytest.mark.django_db(transaction=True)
def test_a_weak_password_is_refused_before_anything_is_deleted(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setenv("MILEPOST_DATA_DIR", str(tmp_path))
    owner = create_person(actor_id=None, email="alice@example.org", name="Alice", at=NOW)
    create_organisation(name="Old demo", owner_id=owner.pk, at=NOW, demo_day=NOW.date())
    answer = CliRunner().invoke(app, ["demo", "reset", "--password-stdin"], input="abc\n")
    assert answer.exit_code == 2
    assert "Deleting" not in answer.output
    assert Organisation.objects.get().name == "Old demo"


@pytest.mark.django_db(transaction=True)
def test_reset_told_so_in_full_deletes_everything(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Any) -> None:
    settings.MILEPOST_DATA_DIR = tmp_path
    monkeypatch.setenv("MILEPOST_DATA_DIR", str(tmp_path))
    monkeypatch.setattr("milepost.doors.cli.demo.build.PROJECTS", ())
    owner = create_person(actor_id=None, email="alice@example.org", name="Alice", at=NOW)
    create_organisation(name="Kilometre Zero", owner_id=owner.pk, at=NOW)
    last = Event.objects.order_by("id").last()
    answer = CliRunner().invoke(app, ["demo", "reset", "--yes-delete-everything"])
    assert answer.exit_code == 0
    assert "Deleting Kilometre Zero with all its people, plans and history." in answer.output
    assert "Sign in with ingrid.okafor@aldermoor.example and the password " in answer.output
    assert Organisation.objects.get().demo_day is not None
    assert Event.objects.order_by("id").first().id > last.id


@pytest.mark.django_db(transaction=True)
def test_a_demo_that_was_broken_off_is_made_anew(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Any) -> None:
    settings.MILEPOST_DATA_DIR = tmp_path
    monkeypatch.setenv("MILEPOST_DATA_DIR", str(tmp_path))
    monkeypatch.setattr("milepost.doors.cli.demo.build.PROJECTS", ())
    (tmp_path / "demo-half-made").touch()
    create_person(actor_id=None, email="ingrid.okafor@aldermoor.example", name="Left behind", at=NOW)
    answer = CliRunner().invoke(app, ["demo", "reset"])
    assert answer.exit_code == 0, answer.output
    assert not half_made()
    assert Person.objects.filter(name="Left behind").count() == 0


def test_the_demo_is_made_once_at_a_time(settings: Any, tmp_path: Any) -> None:
    settings.MILEPOST_DATA_DIR = tmp_path
    with marked():
        assert half_made()
        with pytest.raises(DemoBeingMade), marked():
            pass
        assert half_made()
    assert not half_made()
