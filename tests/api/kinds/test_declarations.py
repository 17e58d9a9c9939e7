"""Declarations are read whole or refused, with file, line and a sentence for everything that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.api.kinds.conftest import WISHES
from tests.architecture.source import ROOT

from milepost.apps.sheets.declarations import DeclarationBroken, read_declaration
from milepost.apps.sheets.kinds import registry
from milepost.engines.sheet.circles import circle_from
from milepost.engines.sheet.select_where import _MAKERS
from milepost.engines.sheet.types import OPERATORS

HEAD = "kind: bells\ntitle: {en: Bells, de: Glocken}\ncolumns:\n  - {key: name, type: text, primary: true, role: name}\n"
SHIPPED = sorted(registry.SHIPPED.glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_shipped_reads_in_english_and_german(path: Path) -> None:
    found = registry.read_file(path)
    texts = [found.title, found.one, found.about, *(view.title for view in found.views), *(check.say for check in found.checks)]
    texts += [column.options.get("titles", {}) for column in found.columns]
    texts += [label for column in found.columns for label in column.options.get("labels", {}).values()]
    assert all({"en", "de"} <= text.keys() for text in texts)
    assert found.primary.role == "name"


def test_every_kind_of_the_office_is_there() -> None:
    wanted = "benefits blank budget changes communication decisions improvements lessons milestones objectives project raci raid"
    assert [path.stem for path in SHIPPED] == [*wanted.split(), "requests", "requirements", "stakeholders", "task_list"]


def test_a_condition_knows_the_operators_of_filters() -> None:
    assert OPERATORS.keys() == _MAKERS.keys()


@pytest.mark.parametrize(
    ("more", "line", "reason"),
    [
        ("  - {key: second, type: text, primary: true}\n", 5, "name and second are both primary"),
        ("  - {key: king, type: text, role: king}\n", 5, "role cannot be king"),
        ("  - {key: who, type: number, role: owner}\n", 5, "needs a column of type people, person"),
        ("  - {key: title, type: text, role: name}\n", 5, "both have the role name"),
        ("  - {key: x, type: magic}\n", 5, "type cannot be magic"),
        ("  - {key: name, type: text}\n", 5, "name stands here a second time"),
        ("  - {key: Name, type: text}\n", 5, "small letters"),
        ("  - {type: text}\n", 5, "A column needs key"),
        ("  - {key: x, type: text, colour: red}\n", 5, "knows no colour"),
        ("  - {key: x, type: choice}\n", 5, "needs choices"),
        ("  - {key: x, type: choice, choices: [a, A]}\n", 5, "stands here twice"),
        ("  - {key: x, type: choice, choices: [a], default: b}\n", 5, "not one of the choices"),
        ("  - {key: x, type: symbol, set: stars}\n", 5, "set cannot be stars"),
        ("  - {key: x, type: link}\n", 5, "needs to"),
        ("  - {key: x, type: number, width: wide}\n", 5, "width must be"),
        ("  - {key: x, type: number, required: maybe}\n", 5, "must be true or false"),
        ("  - {key: x, type: auto, default: 1}\n", 5, "fills itself"),
        ("  - {key: x, type: number, compute: {sum: [y]}}\n  - {key: y, type: number, compute: {sum: [x]}}\n", 5, "computed from itself"),
        ("  - {key: x, type: number, compute: {over: name, of: z}}\n", 5, "name is no link column"),
        ("formats: [{when: [[size, is, 1]], tone: red}]\n", 5, "column cannot be size"),
        ("formats: [{when: [[name, like, 1]], tone: red}]\n", 5, "operator cannot be like"),
        ("formats: [{when: [[name, is]], tone: red}]\n", 5, "takes 1 value"),
        ("formats: [{when: [[name, empty]], tone: pink}]\n", 5, "tone cannot be pink"),
        ("views: [{key: a, title: A, columns: [size]}]\n", 5, "columns cannot be size"),
        ("views: [{key: a, title: A, group: size}]\n", 5, "group cannot be size"),
        ("views: [{key: a, title: A, sort: [[name, up]]}]\n", 5, "direction cannot be up"),
        ("views: [{key: a, title: A}, {key: a, title: B}]\n", 5, "same key"),
        ("checks: [{when: [[name, empty]], column: size, say: Hm.}]\n", 5, "column cannot be size"),
        ("may: {burn: edit}\n", 5, "knows no burn"),
        ("may: {edit: shout}\n", 5, "may cannot be shout"),
        ("at: [moon]\n", 5, "at cannot be moon"),
        ("one: {de: Glocke}\n", 5, "needs an English text"),
        ("bell: 1\n", 5, "knows no bell"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(more: str, line: int, reason: str) -> None:
    with pytest.raises(DeclarationBroken) as refused:
        read_declaration(HEAD + more, "bells.yaml")
    assert (refused.value.data["file"], refused.value.data["line"]) == ("bells.yaml", line)
    assert reason in str(refused.value.data["reason"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEAD.replace("bells", "chimes"), "must be called chimes.yaml"),
        (HEAD.replace("primary: true, ", ""), "No column is primary"),
        ("- 1\n", "must be a mapping"),
        ("kind: bells\n", "needs columns"),
        ("a: &a [1]\n", "anchor"),
    ],
)
def test_what_is_no_declaration(text: str, reason: str) -> None:
    with pytest.raises(DeclarationBroken, match=reason):
        read_declaration(text, "bells.yaml")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    text = WISHES.read_text().replace("type: money", "type: gold").replace("delete: arrange", "delete: dig")
    with pytest.raises(DeclarationBroken) as refused:
        read_declaration(text, "wishes.yaml")
    problems = refused.value.data["problems"]
    assert isinstance(problems, list)
    assert [problem["line"] for problem in problems] == [14, 16, 26]


def test_the_example_of_the_documents_is_a_declaration() -> None:
    page = (ROOT / "docs" / "kinds.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    assert read_declaration(example, "wishes.yaml").kind == "wishes"
    assert len(example.splitlines()) <= 30
    assert all(f"`{path.stem}`" in page for path in SHIPPED)


def test_what_is_shipped_reads_columns_that_there_are_and_goes_in_no_circle() -> None:
    kinds = {path.stem: {column.key: column for column in registry.read_file(path).columns} for path in SHIPPED}
    for kind, columns in kinds.items():
        for column in columns.values():
            assert circle_from(kinds, kind, column.key) == ()
            assert column.type != "link" or column.options["to"] in kinds


def test_a_file_that_closes_a_circle_with_another_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "kinds").mkdir()
    for kind, other in (("bells", "ropes"), ("ropes", "bells")):
        link = f"  - {{key: hang, type: link, to: {other}}}\n  - {{key: sum, type: number, compute: {{over: hang, take: sum, of: sum}}}}\n"
        (tmp_path / "kinds" / f"{kind}.yaml").write_text(HEAD.replace("bells", kind) + link)
    try:
        registry.load_own(tmp_path)
        assert [error.data["file"] for error in registry.broken] == ["ropes.yaml"]
        assert "ropes.sum, bells.sum" in registry.broken[0].sentence
        assert {"bells"} == {"bells", "ropes"} & registry.wanted().keys()
    finally:
        registry.broken.clear()
        registry.forget("bells")
