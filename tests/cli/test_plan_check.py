"""`milepost plan check`: the end, what drives it, progress against the plan, findings, exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.formats.making import DATA, HOUSE, baseline, elements, link, needs_data, plan, real_plans, task
from typer.testing import CliRunner, Result

from milepost.doors.cli.main import app

MILEPOST = Path(sys.executable).with_name("milepost")


def run(*words: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["plan", "check", *map(str, words)], input=given)


def checked(data: bytes, *words: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("-", "--json", *words, given=data).stdout)
    return found


def found_in(data: bytes, *words: object) -> dict[str, tuple[str, list[int]]]:
    return {one["code"]: (one["severity"], one["uids"]) for one in checked(data, *words)["findings"]}


def test_the_house_from_one_end_to_the_other() -> None:
    done = run(HOUSE, "--json")
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {
        "file": "house.xml",
        "finish": "2026-03-17T17:00",
        "status_date": "2026-03-04T17:00",
        "critical": [3, 4, 5, 6],
        "progress": {
            "percent_complete": 16.7,
            "planned_percent": 25.0,
            "unit": "cost",
            "currency": "EUR",
            "bac": 480000,
            "pv": 120000,
            "ev": 80000,
            "ac": 100000,
            "spi": 0.6667,
            "spi_t": 0.6667,
            "cpi": 0.8,
            "reasons": {},
        },
        "findings": [
            {
                "code": "negative_float",
                "severity": "error",
                "uids": [3, 4, 6],
                "message": "Constraints or deadlines leave too little time, up to 1d, for “Pour the slab”, “Walls”, “Handed over”.",
            },
            {"code": "missed_deadline", "severity": "error", "uids": [6], "message": "The plan ends after the deadline of “Handed over”."},
            {
                "code": "unstatused",
                "severity": "warning",
                "uids": [3],
                "message": "Planned before the status date, but not reported as done: “Pour the slab”."
                " Enter progress, or move what is left.",
            },
        ],
    }


def test_the_same_for_people() -> None:
    done = run(HOUSE)
    assert done.exit_code == 1
    assert "house.xml: 5 tasks. It ends on 2026-03-17 17:00, 1 day after its baseline." in done.stdout
    assert "Complete on 2026-03-04 17:00: 16.7 %; planned: 25 %" in done.stdout
    assert "CPI: 0.80" in done.stdout
    assert "Pour the slab" in done.stdout


def test_a_plan_without_fault_ends_with_status_0() -> None:
    whole = ("2026-03-02T08:00:00", "2026-03-02T17:00:00"), ("2026-03-03T08:00:00", "2026-03-03T17:00:00")
    done = run("-", given=plan(task(1, baseline(*whole[0])), task(2, link(1), baseline(*whole[1])), StatusDate="2026-03-01T17:00:00"))
    assert done.exit_code == 0
    assert "Nothing to find fault with." in done.stdout


def test_a_loop_names_its_tasks_in_order() -> None:
    data = plan(task(1, link(3), name="Dig"), task(2, link(1), name="Pour"), task(3, link(2), name="Build"), task(4, name="Rest"))
    done = run("-", "--json", given=data)
    found = json.loads(done.stdout)
    assert done.exit_code == 1
    assert (found["finish"], found["critical"]) == (None, [])
    loop = found["findings"][0]
    assert (loop["code"], loop["severity"], sorted(loop["uids"])) == ("loop", "error", [1, 2, 3])
    turns = ("Dig > Pour > Build > Dig", "Pour > Build > Dig > Pour", "Build > Dig > Pour > Build")
    assert any(turn in loop["message"] for turn in turns)
    assert "It cannot be scheduled." in run("-", given=data).stdout


def test_ends_that_hang() -> None:
    assert found_in(plan(task(1), task(2, link(1)), task(3), task(4, link(2)))) | {"no_baseline": ()} == {
        "dangling_start": ("warning", [3]),
        "dangling_finish": ("warning", [3]),
        "no_baseline": (),
    }


def test_a_link_on_a_summary_holds_what_is_in_it() -> None:
    tasks = task(1), task(2, link(1), elements(Summary=1), hours=0), task(3, level=2), task(4, link(3), level=2), task(5, link(2))
    assert set(found_in(plan(*tasks))) == {"summary_link", "no_baseline"}


def test_dangling_milestones_are_named_apart() -> None:
    gate = task(3, elements(Milestone=1), hours=0)
    assert found_in(plan(task(1), task(2, link(1)), gate))["dangling_milestone"] == ("warning", [3])


def test_a_task_linked_at_one_end_only_hangs_at_the_other() -> None:
    found = found_in(plan(task(1), task(2, link(1, kind=3)), task(3, link(2, kind=0)), task(4, link(3))))
    assert found["start_not_driven"] == ("advice", [3])
    assert found["finish_drives_nothing"] == ("advice", [1])


def test_fixed_dates_manual_and_inactive_tasks() -> None:
    found = found_in(
        plan(
            task(1, elements(ConstraintType=7, ConstraintDate="2026-03-20T17:00:00")),
            task(2, link(1), elements(Manual=1, ManualStart="2026-03-09T08:00:00", ManualFinish="2026-03-09T17:00:00")),
            task(3, link(2), elements(Active=0)),
        )
    )
    assert found["hard_constraint"] == ("warning", [1])
    assert found["manual"] == ("advice", [2])
    assert found["inactive"] == ("advice", [3])


def test_reports_against_the_status_date() -> None:
    data = plan(
        task(1, elements(ActualStart="2026-03-12T08:00:00")),
        task(2, link(1)),
        task(3),
        task(4, elements(PercentComplete=100, ActualStart="2026-03-02T08:00:00", ActualFinish="2026-03-02T17:00:00")),
        StatusDate="2026-03-06T17:00:00",
    )
    found = found_in(data)
    assert found["future_actual"] == ("error", [1])
    assert found["unstatused"] == ("warning", [3])
    assert "future_actual" not in found_in(data, "--at", "2026-03-13")


def test_work_that_began_before_its_links_allow() -> None:
    begun = elements(PercentComplete=50, ActualStart="2026-03-02T08:00:00")
    found = found_in(plan(task(1, hours=24), task(2, link(1), begun), task(3, link(1, lag=-4800), begun), task(4, link(1, kind=3), begun)))
    assert found["out_of_sequence"] == ("warning", [2])


def test_progress_needs_a_status_date_and_a_baseline() -> None:
    half = elements(PercentComplete=50, ActualStart="2026-03-02T08:00:00")
    without_date = checked(plan(task(1, half)))
    assert without_date["progress"]["percent_complete"] == 50.0
    assert without_date["progress"]["planned_percent"] is None
    assert without_date["progress"]["reasons"]["planned_percent"] == "The plan has no status date."
    assert "no_status_date" in {one["code"] for one in without_date["findings"]}
    without_baseline = checked(plan(task(1, half)), "--at", "2026-03-03")
    assert without_baseline["progress"]["reasons"]["planned_percent"] == "The plan has no baseline."
    assert "no_baseline" in {one["code"] for one in without_baseline["findings"]}


def test_work_that_came_after_the_baseline() -> None:
    whole = baseline("2026-03-02T08:00:00", "2026-03-02T17:00:00")
    assert found_in(plan(task(1, whole), task(2, link(1))))["not_in_baseline"] == ("advice", [2])


def test_what_was_read_otherwise_is_a_warning() -> None:
    found = checked(plan(task(1, elements(Deadline="soon")), task(2, link(1), elements(Deadline="later"))))["findings"]
    message = "Task 1: Deadline is “soon”, which is not a date and time; it was left out. And 1 more of this kind."
    assert {"code": "file.value.unreadable", "severity": "warning", "uids": [], "message": message} in found


@pytest.mark.parametrize("name", ["nothing.xml", ""])
def test_a_file_that_is_not_there_ends_with_status_2(name: str, tmp_path: Path) -> None:
    done = run(tmp_path / name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"milepost: {tmp_path / name} cannot be read: ")


def test_a_file_that_is_no_plan_ends_with_status_2_and_says_what_to_do() -> None:
    done = run("-", given=b"\xd0\xcf\x11\xe0")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "File > Save As > XML Format" in done.stderr


def test_a_status_date_that_is_none_ends_with_status_2() -> None:
    done = run(HOUSE, "--at", "someday")
    assert done.exit_code == 2
    assert "someday is not a date" in done.stderr


def test_the_real_command() -> None:
    done = subprocess.run([MILEPOST, "plan", "check", HOUSE, "--json"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["finish"] == "2026-03-17T17:00"


def test_the_command_line_loads_only_what_it_needs() -> None:
    code = (
        "import sys, milepost.doors.cli.main\n"
        "assert not {'django', 'numpy', 'lxml'} & set(sys.modules), sorted(sys.modules)\n"
        "import milepost.doors.cli.plan\n"
        "assert not {'django', 'numpy', 'rich', 'pydantic'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@needs_data
@pytest.mark.parametrize("name", ["p002", "p009", "p045", "p087"])
def test_real_plans(name: str) -> None:
    done = run(DATA / f"{name}.xml", "--json")
    assert done.exit_code in (0, 1)
    assert json.loads(done.stdout)["finish"]
    assert DATA / f"{name}.xml" in real_plans()
