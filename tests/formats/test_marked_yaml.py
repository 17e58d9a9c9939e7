"""YAML with the line of every value, and nothing that unfolds or runs."""

from __future__ import annotations

import pytest

from milepost.formats.marked_yaml import NotYaml, read_yaml


def test_every_value_knows_its_line() -> None:
    found = read_yaml("a: 1\nb:\n  - x\n  - {c: true}\n", "f.yaml")
    assert found.plain == {"a": 1, "b": ["x", {"c": True}]}
    assert isinstance(found.value, dict)
    b = found.value["b"]
    assert isinstance(b.value, list)
    assert [b.line, *(one.line for one in b.value)] == [3, 3, 4]


def test_words_are_words() -> None:
    text = "[no, on, y, NULL, 2026-03-02, 1_000, 0x1F, 012, 1e3, '5', true, null, 1.5, -3]"
    assert read_yaml(text, "f").plain == ["no", "on", "y", "NULL", "2026-03-02", "1_000", "0x1F", "012", "1e3", "5", True, None, 1.5, -3]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1\nb: &x [1]\n", 2, "anchor &x"),
        ("a: 1\nb: *x\n", 2, "alias"),
        ("a: !!python/object/apply:os.system [ls]", 1, "tag"),
        ("a: 1\na: 2\n", 2, "a stands here a second time"),
        ("? [a]\n: b", 1, "a key must be a word"),
        ("a: 1\n---\nb: 2\n", 3, "second document"),
        ("", 1, "empty"),
        ("a:\n  - [\n", 3, "did not find"),
        ("a: b: c", 1, "not allowed"),
        ("[" * 300, 1, "nested"),
        ("a: " + "x" * 300_000, 1, "256 KB"),
        ("a: \x00", 1, ""),
    ],
)
def test_what_is_refused_is_refused_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(NotYaml) as refused:
        read_yaml(text, "f.yaml")
    assert (refused.value.data["file"], refused.value.data["line"]) == ("f.yaml", line)
    assert reason in refused.value.sentence


def test_a_bomb_of_aliases_costs_nothing() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    with pytest.raises(NotYaml, match="anchor"):
        read_yaml(bomb, "f.yaml")
