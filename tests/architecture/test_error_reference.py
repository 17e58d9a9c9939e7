"""docs/reference/errors.md lists every error that a user may read, made from the classes themselves."""

from __future__ import annotations

import importlib
import inspect
import os
import pkgutil
from collections.abc import Iterator

import milepost
from milepost.kernel.errors import MilepostError
from tests.architecture.source import ROOT

PAGE = ROOT / "docs" / "reference" / "errors.md"
HEAD = """# Errors

Every error carries a code (for programs and translations), an HTTP status, data, and an English sentence.
Made from the classes; run the tests with `MILEPOST_WRITE_REFERENCE=1` to write it anew.

| code | status | sentence |
|---|---|---|
"""


def errors(base: type[MilepostError] = MilepostError) -> Iterator[type[MilepostError]]:
    for error in base.__subclasses__():
        yield error
        yield from errors(error)


def page() -> str:
    for module in pkgutil.walk_packages(milepost.__path__, "milepost."):
        if "migrations" not in module.name and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    own = {e for e in errors() if e.__module__.startswith("milepost.")}
    rows = sorted(f"| `{e.code}` | {e.status} | {' '.join(inspect.cleandoc(e.__doc__ or '').split())} |" for e in own)
    return HEAD + "\n".join(dict.fromkeys(rows)) + "\n"


def test_the_page_of_errors_is_true() -> None:
    wanted = page()
    if os.environ.get("MILEPOST_WRITE_REFERENCE"):
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(wanted, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == wanted


def test_an_error_code_means_one_thing() -> None:
    page()
    by_code: dict[str, set[str]] = {}
    for error in errors():
        if error.__module__.startswith("milepost."):
            by_code.setdefault(error.code, set()).add(error.__qualname__)
    assert {code: names for code, names in by_code.items() if len(names) > 1} == {}
