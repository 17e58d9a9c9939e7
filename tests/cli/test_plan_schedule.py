"""`milepost plan schedule`: the dates of every task, and the file written back with them."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.formats.making import DATA, HOUSE, elements, link, needs_data, plan, task
from typer.testing import CliRunner, Result

from milepost.doors.cli.main import app
from milepost.formats.mspdi import read

MILEPOST = Path(sys.executable).with_name("milepost")


def run(*words: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["plan", "schedule", *map(str, words)], input=given)


def tasks_of(result: Result) -> dict[int, dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return {one["uid"]: one for one in json.loads(result.stdout)["tasks"]}


def test_the_house() -> None:
    tasks = tasks_of(run(HOUSE, "--json"))
    assert list(tasks) == [1, 2, 3, 4, 5, 6]
    assert tasks[4] == {
        "uid": 4,
        "summary": False,
        "manual": False,
        "active": True,
        "start": "2026-03-10T08:00",
        "finish": "2026-03-17T17:00",
        "early_start": "2026-03-10T08:00",
        "early_finish": "2026-03-17T17:00",
        "late_start": "2026-03-09T08:00",
        "late_finish": "2026-03-16T17:00",
        "total_slack": -480,
        "free_slack": 0,
        "critical": True,
    }
    assert (tasks[5]["start"], tasks[5]["finish"]) == ("2026-03-13T08:00", "2026-03-16T17:00")
    assert (tasks[1]["summary"], tasks[1]["start"], tasks[1]["finish"]) == (True, "2026-03-02T08:00", "2026-03-06T17:00")


def test_the_stored_dates_of_automatic_tasks_are_never_an_input() -> None:
    lies = elements(
        Start="2031-01-01T08:00:00",
        Finish="2031-01-02T17:00:00",
        EarlyStart="2031-01-01T08:00:00",
        LateFinish="2031-01-02T17:00:00",
        TotalSlack=99,
        Critical=0,
    )
    honest = run("-", "--json", given=plan(task(1), task(2, link(1))))
    assert run("-", "--json", given=plan(task(1, lies), task(2, link(1), lies))).stdout == honest.stdout


def test_seconds_are_shown_where_they_are_not_zero() -> None:
    tasks = tasks_of(run("-", "--json", given=plan(task(1, hours=0.01))))
    assert tasks[1]["finish"] == "2026-03-02T08:00:36"


def test_slack_is_in_working_minutes() -> None:
    tasks = tasks_of(run("-", "--json", given=plan(task(1, hours=4), task(2, hours=8), task(3, link(1), link(2)))))
    assert [tasks[uid]["total_slack"] for uid in (1, 2, 3)] == [240, 0, 0]


def test_a_plan_that_is_scheduled_from_its_finish_needs_no_start() -> None:
    data = plan(task(1), task(2, link(1)), StartDate="", ScheduleFromStart=0, FinishDate="2026-03-06T17:00:00")
    tasks = tasks_of(run("-", "--json", given=data))
    assert (tasks[1]["start"], tasks[2]["finish"]) == ("2026-03-05T08:00", "2026-03-06T17:00")


def test_a_table_for_people() -> None:
    done = run(HOUSE)
    assert done.exit_code == 0
    assert "Pour the slab" in done.stdout
    assert "2026-03-17 17:00" in done.stdout


def test_a_packed_file(tmp_path: Path) -> None:
    packed = tmp_path / "house.xml.gz"
    packed.write_bytes(gzip.compress(HOUSE.read_bytes()))
    assert run(packed, "--json").stdout == run(HOUSE, "--json").stdout


def test_the_plan_is_written_with_the_computed_dates(tmp_path: Path) -> None:
    out = tmp_path / "out.xml"
    assert run(HOUSE, "--out", out).exit_code == 0
    written = read(out.read_bytes())
    walls = written.tasks[4]
    assert walls.stored.start is not None
    assert walls.stored.start.isoformat() == "2026-03-10T08:00:00"
    assert walls.stored.total_slack == -480 * 60
    assert written.properties.finish is not None
    assert written.properties.finish.isoformat() == "2026-03-17T17:00:00"
    assert run(out, "--json").stdout == run(HOUSE, "--json").stdout
    assert list(tmp_path.iterdir()) == [out]


def test_all_else_stays_as_it_came(tmp_path: Path) -> None:
    out = tmp_path / "out.xml"
    run(HOUSE, "--out", out)
    before, after = read(HOUSE.read_bytes()), read(out.read_bytes())
    assert after.calendars == before.calendars
    assert [one.links for one in after.tasks] == [one.links for one in before.tasks]
    assert [one.baselines for one in after.tasks] == [one.baselines for one in before.tasks]
    assert [one.work for one in after.assignments] == [one.work for one in before.assignments]


def test_what_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    done = run(HOUSE, "--out", tmp_path / "nowhere" / "out.xml")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr
    (tmp_path / "kept.xml").write_text("as it was", encoding="utf-8")
    assert run("-", "--out", tmp_path / "kept.xml", given=b"no plan").exit_code == 2
    assert (tmp_path / "kept.xml").read_text(encoding="utf-8") == "as it was"


def test_a_loop_is_said_in_a_sentence() -> None:
    done = run("-", "--json", given=plan(task(1, link(2), name="Dig"), task(2, link(1), name="Pour")))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "wait for each other in a circle" in done.stderr
    assert "Dig" in done.stderr


def test_a_file_that_is_no_plan() -> None:
    done = run("-", "--json", given=b"%PDF-1.7")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "This is a PDF" in done.stderr


def test_two_hundred_tasks_take_about_a_second(tmp_path: Path) -> None:
    path = tmp_path / "big.xml"
    path.write_bytes(plan(task(1), *(task(uid, link(uid - 1), link(max(uid - 7, 1))) for uid in range(2, 201))))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([MILEPOST, "plan", "schedule", path, "--json"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert len(json.loads(done.stdout)["tasks"]) == 200
    # Processor time, because other tests may run beside; about half of it is the start of two interpreters.
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1.5


@needs_data
@pytest.mark.parametrize("name", ["p001", "p028", "p103", "p110"])
def test_real_plans(name: str) -> None:
    tasks = tasks_of(run(DATA / f"{name}.xml", "--json"))
    plan_file = read((DATA / f"{name}.xml").read_bytes())
    assert list(tasks) == [one.uid for one in plan_file.tasks if not one.blank and one.uid]


def test_what_is_no_file_is_written_into_and_stays_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
    assert run(HOUSE, "--out", pipe).exit_code == 0
    assert read(reader.communicate(timeout=20)[0]).tasks
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_link_is_followed_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.xml").write_bytes(b"old")
    (tmp_path / "link.xml").symlink_to("real.xml")
    assert run(HOUSE, "--out", tmp_path / "link.xml").exit_code == 0
    assert (tmp_path / "link.xml").is_symlink()
    assert read((tmp_path / "real.xml").read_bytes()).tasks


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_said_in_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([MILEPOST, "plan", "check", HOUSE, "--json"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "milepost: the disk is full. Make room and try again.\n")
