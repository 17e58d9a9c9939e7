"""`milepost list`: a list in, and a register out, in somebody's name."""

from __future__ import annotations

import pytest
from tests.cast import Cast
from typer.testing import CliRunner

from milepost.apps.sheets.models import Row, Sheet
from milepost.doors.cli.lists import app

LIST = "No;Name;Cost\n1;Dig;5\n2;Pour;#REF!\n"


@pytest.fixture
def run(cast: Cast, tmp_path, monkeypatch):
    """Runs a command on a list in a file."""
    monkeypatch.setattr("milepost.doors.cli.lists.prepare", lambda: None)
    file = tmp_path / "costs.csv"
    file.write_text(LIST, encoding="utf-8")

    def called(*words: str) -> str:
        answer = CliRunner().invoke(app, [word.replace("FILE", str(file)).replace("FOLDER", str(tmp_path)) for word in words])
        assert answer.exit_code == 0, answer.output
        return answer.output

    return called


def test_a_list_is_tried_then_brought_in_then_written_out(cast: Cast, run, tmp_path) -> None:
    there = ["--as", cast.bob.email, "--node", str(cast.project.pk), "--kind", "blank"]
    told = run("check", "FILE", *there)
    assert "Name: name (text)" in told
    assert "line 3: The formula in Cost failed (#REF!)" in told
    assert not Sheet.objects.filter(kind="blank").exists()
    told = run("import", "FILE", *there)
    assert "2 new" in told
    sheet = Sheet.objects.get(kind="blank")
    assert sheet.name == "costs"
    run("export", str(sheet.pk), "FOLDER/out.csv", "--as", cast.bob.email)
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[:2] == ["Name,No,Cost", "Dig,1,5"]
    number = told.partition("milepost list undo ")[2].split()[0]
    assert "costs.csv was taken back" in run("undo", number, "--as", cast.bob.email)
    assert not Row.objects.filter(sheet=sheet, deleted_seq=None).exists()


def test_a_stranger_brings_nothing_in(cast: Cast, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("milepost.doors.cli.lists.prepare", lambda: None)
    file = tmp_path / "costs.csv"
    file.write_text(LIST, encoding="utf-8")
    answer = CliRunner().invoke(app, ["import", str(file), "--as", cast.charlie.email, "--node", str(cast.project.pk), "--kind", "blank"])
    assert answer.exit_code != 0
    assert not Sheet.objects.filter(kind="blank").exists()
