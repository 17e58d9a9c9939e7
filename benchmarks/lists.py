"""New York's capital projects, 378 projects with 2,259 reports over five years, in from their CSV within 20 s: checked, then imported.

SQLite in a new folder, or the database in MILEPOST_DATABASE_URL, through the API as a browser calls it; processor time is held against
the target, the clock is beside it (reading the file in its own process is in the clock only). The list is read from the shared
data (MILEPOST_DATA); where it is absent, one of the same size is made up. A register of 5,000 rows x 12 columns is timed beside it.
"""

from __future__ import annotations

import csv
import io
import json
import os
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.test import Client

import _server  # noqa: F401 -- sets Django up before the models are imported
from _machine import machine, show
from milepost.apps.org.actions.create_organisation import create_organisation
from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.models import Node
from milepost.apps.sheets.models import Change

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
DATA = Path(os.environ.get("MILEPOST_DATA", Path(__file__).parents[2] / "shared" / "data")) / "portfolio" / "nyc_capital_projects.csv"
TARGET = 20_000
PROJECTS, REPORTS = 378, 6


def made_up() -> bytes:
    """A list of the same shape."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(
        ["Date Reported As Of", "PID", "Project Name", "Managing Agency", "Current Phase", "Budget Forecast", "Forecast Completion"]
    )
    for report in range(REPORTS):
        day = date(2014, 5, 1) + timedelta(days=180 * report)
        for pid in range(PROJECTS):
            finish = date(2020, 1, 31) + timedelta(days=40 * report + pid)
            writer.writerow(
                [f"{day:%m/%d/%Y}", pid, f"Project {pid}", f"Agency {pid % 12}", "Design", 1_000_000 + pid * report, f"{finish:%m/%d/%Y}"]
            )
    return text.getvalue().encode()


def long_list() -> bytes:
    """A register of 5,000 rows x 12 columns."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["No", "Name", *(f"Field {at}" for at in range(10))])
    for row in range(5_000):
        writer.writerow([f"R-{row:05}", f"Row {row}", *(row * 7 + at for at in range(10))])
    return text.getvalue().encode()


def post(browser: Client, address: str, body: Any) -> dict[str, Any]:
    """The answer, or the end of the benchmark."""
    answer = browser.post(f"/api/v1/{address}", json.dumps(body), content_type="application/json")
    assert answer.status_code < 300, answer.content
    found: dict[str, Any] = answer.json()
    return found


def bring(browser: Client, data: bytes, **wish: Any) -> tuple[float, float, dict[str, Any]]:
    """Milliseconds of the processor for the check and for the import, and what came in; by the clock is printed."""
    upload = browser.post("/api/v1/uploads", data, content_type="application/octet-stream").json()["id"]
    begun, at = time.process_time(), time.perf_counter()
    report = post(browser, "lists/check", {"upload_id": upload, **wish})
    checked = time.process_time()
    progress = post(browser, "lists", {"upload_id": upload, "report_id": report["report_id"]})
    while progress["state"] == "running":
        progress = post(browser, f"lists/{progress['id']}/go", {})
    print(f"  by the clock, with what others did on the machine: {time.perf_counter() - at:,.1f} s")
    return (checked - begun) * 1000, (time.process_time() - checked) * 1000, progress


def main() -> None:
    person = create_person(actor_id=None, email="bench@example.org", name="Bench", at=AT, password="a-bridge-of-many-stones")
    root = create_organisation(name="Bench", owner_id=person.pk, at=AT)
    browser = Client()
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    data = DATA.read_bytes() if DATA.is_file() else made_up()
    print(machine())
    print("New York's list" if DATA.is_file() else "A made-up list", f"({len(data) // 1024:,} kB)")
    check, imported, progress = bring(browser, data, node_id=root.pk, kind="project")
    changes = Change.objects.exclude(as_of=None).count()
    nodes = Node.objects.unscoped(reason="all that came in").filter(kind="project").count()
    print(f"  {nodes} projects, {changes} changes that speak of a day of their own, {progress['counts']}")
    show("check", check, TARGET)
    show("check and import", check + imported, TARGET)
    check, imported, progress = bring(browser, data, node_id=root.pk, kind="project")
    print(f"  again: {progress['counts']}")
    show("check and import again", check + imported, TARGET)
    check, imported, progress = bring(browser, long_list(), node_id=root.pk, kind="blank")
    show("a register of 5,000 rows x 12 columns, check and import", check + imported, TARGET)


if __name__ == "__main__":
    main()
