"""The pages about the plan commands tell the truth."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from milepost.doors.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "src" / "milepost" / "apps" / "planning" / "files"


def page(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def example(name: str) -> Any:
    found = re.search(r"```json\n(.*?)```", page(name), re.S)
    assert found
    return json.loads(found[1])


def printed(command: str) -> Any:
    return json.loads(CliRunner().invoke(app, ["plan", command, str(ROOT / "tests/formats/files/house.xml"), "--json"]).stdout)


def test_the_example_of_plan_check_is_what_it_prints() -> None:
    assert example("plan-check") == printed("check")


def test_the_example_of_plan_schedule_is_what_it_prints() -> None:
    assert example("plan-schedule") in printed("schedule")["tasks"]


def test_every_finding_stands_on_the_page() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in FILES.glob("*.py"))
    made = set(re.findall(r'Finding\(\s*"(\w+)", Severity\.(\w+)', source))
    listed = set(re.findall(r"^\| `(\w+)` \| (\w+) \|", page("plan-check"), re.M))
    assert {(code, severity.lower()) for code, severity in made} == listed


def test_every_option_stands_on_its_page() -> None:
    for command in ("check", "schedule"):
        shown = CliRunner().invoke(app, ["plan", command, "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"}).stdout
        options = set(re.findall(r"--[a-z]+", shown)) - {"--help"}
        assert options
        assert all(option in page(f"plan-{command}") for option in options)
