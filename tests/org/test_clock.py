"""The clock of the doors: frozen by a setting, standing at one day in a demo."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from milepost.apps.org.actions.create_organisation import create_organisation
from milepost.apps.org.actions.create_person import create_person
from milepost.doors.clock import now, real_now


def test_a_setting_freezes_the_clock(settings) -> None:
    settings.MILEPOST_NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
    assert now() == datetime(2026, 5, 1, 12, tzinfo=UTC)


def test_a_demo_stands_at_its_day_while_the_hours_pass(settings, db) -> None:
    settings.MILEPOST_NOW = None
    assert abs(now() - real_now()) < timedelta(seconds=5)
    owner = create_person(actor_id=None, email="a@example.org", name="A", at=real_now())
    create_organisation(name="Demo", owner_id=owner.pk, at=real_now(), demo_day=date(2026, 10, 5))
    assert now().date() == date(2026, 10, 5)
    assert now().tzinfo is UTC
