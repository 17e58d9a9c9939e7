"""Home of a person of whom 500 things are expected, among 400 projects with 20,000 entries of others."""

from __future__ import annotations

import os
import tempfile
from datetime import timedelta
from pathlib import Path

EXPECTED, PROJECTS, ENTRIES, MILLISECONDS = 500, 400, 50, 200
FOLDER = tempfile.mkdtemp(prefix="milepost-home-")
os.environ.update(MILEPOST_DATA_DIR=FOLDER, DJANGO_SETTINGS_MODULE="milepost.config.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, reset_queries  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from _machine import machine, show, worked  # noqa: E402
from milepost.apps.org.actions.create_node import create_node  # noqa: E402
from milepost.apps.org.actions.create_organisation import create_organisation  # noqa: E402
from milepost.apps.org.actions.create_person import create_person  # noqa: E402
from milepost.apps.practice.queries.expectations import expected_of  # noqa: E402
from milepost.apps.sheets.actions.create_sheet import create_sheet  # noqa: E402
from milepost.doors.clock import real_now  # noqa: E402
from milepost.engines.sheet import NewRow  # noqa: E402
from milepost.kernel.ids import new_id  # noqa: E402

AT = real_now()


def build() -> int:
    """The projects, each with a RAID log; in every log some entries are hers. Returns who she is."""
    call_command("migrate", verbosity=0)
    her, other = (create_person(actor_id=None, email=f"{name}@example.org", name=name, at=AT).pk for name in ("Her", "Other"))
    root = create_organisation(name="Large", owner_id=her, at=AT)
    per_log, left = divmod(EXPECTED, PROJECTS)
    for number in range(PROJECTS):
        node = create_node(actor_id=her, parent_id=root.pk, kind="project", name=f"Project {number}", at=AT)
        hers = per_log + (number < left)
        rows = [_entry(her if place < hers else other, number, place) for place in range(ENTRIES)]
        create_sheet(actor_id=her, node_id=node.pk, kind="raid", name="RAID log", at=AT, rows=rows)
    return her


def _entry(owner: int, number: int, place: int) -> NewRow:
    due = AT.date() + timedelta(days=(number + place) % 40 - 10)
    return NewRow(new_id(), None, {"name": f"Entry {number}.{place}", "owner": owner, "due": due.isoformat()})


def main() -> None:
    """Print the figures."""
    print(machine())
    her = build()
    found = expected_of(actor_id=her, at=AT)
    reset_queries()
    with CaptureQueriesContext(connection) as asked:
        expected_of(actor_id=her, at=AT)
    print(f"{found.total} expectations, {len(asked)} queries")
    processor, clock = worked(lambda: expected_of(actor_id=her, at=AT))
    show(f"Home with {found.total} expectations, processor", processor, MILLISECONDS)
    show(f"Home with {found.total} expectations, by the clock", clock, MILLISECONDS)


if __name__ == "__main__":
    main()
    print(f"data in {Path(FOLDER)}")
