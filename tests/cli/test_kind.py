"""`milepost kind`: declarations checked without a database, live sheets brought to changed ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from milepost.doors.cli.kind import app

BELLS = "kind: bells\ntitle: Bells\ncolumns:\n  - {key: name, type: text, primary: true}\n"
run = CliRunner()


def test_a_good_declaration_is_said_to_be_good(tmp_path: Path) -> None:
    file = tmp_path / "bells.yaml"
    file.write_text(BELLS)
    told = run.invoke(app, ["check", str(file)])
    assert (told.exit_code, told.stdout) == (0, "bells.yaml declares Bells with 1 columns.\n")


def test_each_line_that_is_wrong_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bells.yaml"
    file.write_text(BELLS + "  - {key: x, type: magic}\nmay: {edit: shout}\n")
    told = run.invoke(app, ["check", str(file)])
    assert told.exit_code == 1
    assert [line.split(":")[0] for line in told.stderr.splitlines()] == ["bells.yaml, line 5", "bells.yaml, line 6"]


@pytest.mark.django_db
def test_kinds_are_listed_and_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("milepost.doors.cli.kind.prepare", lambda: None)
    listed = run.invoke(app, ["list"])
    assert listed.exit_code == 0, listed.output
    assert any(line.split()[:3] == ["raid", "new", "0"] for line in listed.stdout.splitlines())
    assert run.invoke(app, ["preview"]).stdout == "No kind waits: all sheets stand at their declarations.\n"
    assert run.invoke(app, ["apply", "poems"]).exit_code == 2
