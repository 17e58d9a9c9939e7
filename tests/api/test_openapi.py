"""openapi.json, which is checked in so that a change of the API is seen."""

from __future__ import annotations

from pathlib import Path

from tests.api.held import described

from milepost.doors.api.document import openapi_text
from milepost.doors.api.main import api

FILE = Path(__file__).parents[2] / "openapi.json"


def test_the_file_is_true() -> None:
    assert FILE.read_text("utf-8") == openapi_text(api), "openapi.json is old: run `make openapi` and look at the difference."


def test_every_operation_has_a_name_and_says_what_it_is_for() -> None:
    operations = [operation for path in described()["paths"].values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert sorted(names) == sorted(set(names))
    assert all(name.isidentifier() and len(name) < 40 for name in names)
    assert [operation["operationId"] for operation in operations if not operation.get("description")] == []
