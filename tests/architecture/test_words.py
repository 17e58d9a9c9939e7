"""How the code speaks: every module says what it is for, and no drawer is called `utils`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, Module, modules

EMPTY_NAMES = {"utils", "util", "helpers", "services", "managers", "common", "misc"}
DOORS_TO_THE_PUBLIC = ("src/milepost/engines/", "src/milepost/apps/", "src/milepost/doors/api/", "src/milepost/kernel/")


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.path)
def test_a_module_says_what_it_is_for(module: Module) -> None:
    assert not module.tree.body or ast.get_docstring(module.tree), f"{module.path} begins with no docstring: say in a line what it is for"


def test_no_drawer_has_an_empty_name() -> None:
    bad = [m.path for m in modules() if EMPTY_NAMES & set(Path(m.path).with_suffix("").parts)]
    assert not bad, f"Name these by what they do: {bad}"


def test_no_signal_is_received() -> None:
    bad = [m.path for m in modules() if "django.dispatch" in (ROOT / m.path).read_text(encoding="utf-8")]
    assert not bad, f"Record an event in the trail instead: {bad}"


def undocumented(module: Module) -> list[str]:
    return [
        f"{module.path}:{node.lineno} {node.name}"
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not (isinstance(node, ast.ClassDef) and node.name.startswith("Meta"))
    ]


def test_a_stranger_finds_a_docstring_where_he_arrives() -> None:
    missing = [where for m in modules() if m.path.startswith(DOORS_TO_THE_PUBLIC) for where in undocumented(m)]
    assert not missing, "Say what these give, take and refuse:\n" + "\n".join(missing)
