"""Every engine has a SPEC.md of numbered rules, and every rule a test whose name quotes it."""

from __future__ import annotations

import re

import pytest

from tests.architecture.source import PACKAGE, ROOT

ENGINES = sorted(p.name for p in (PACKAGE / "engines").iterdir() if (p / "__init__.py").exists())
RULE = re.compile(r"^(?:#+\s*|[-*]\s*)?\*{0,2}([A-Z]{1,2}\d+[a-z]?)\b", re.MULTILINE)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_rule_is_quoted_by_a_test(engine: str) -> None:
    rules = RULE.findall((PACKAGE / "engines" / engine / "SPEC.md").read_text(encoding="utf-8"))
    tests = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests" / "engines" / engine).rglob("test_*.py"))
    quoted = {name.lower() for name in re.findall(r"def test_((?:[a-z]{1,2}\d+[a-z]?_)+)", tests) for name in name.strip("_").split("_")}
    assert rules, f"{engine}/SPEC.md has no numbered rule"
    assert [rule for rule in rules if rule.lower() not in quoted] == []
