"""A kind of the office's own, declared in one file of at most 30 lines, and a register of it that the cast works on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.api.sheets.conftest import Editor
from tests.cast import Cast

from milepost.apps.sheets.kinds import registry
from milepost.apps.sheets.kinds.declared import DeclaredKind
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.writing import cache

WISHES = Path(__file__).parent / "wishes.yaml"
CHAIR, DESK, LAMP = 1, 2, 3
Made = Callable[..., Editor]


@pytest.fixture(autouse=True)
def no_memory() -> None:
    """Nothing is remembered from another test."""
    cache.models.clear()
    rows_kept.clear()


@pytest.fixture
def wishes() -> Iterator[DeclaredKind]:
    """The kind, declared for this test as a file of the office declares it at the start."""
    yield registry.declare(registry.read_file(WISHES))
    registry.forget("wishes")


@pytest.fixture
def made(as_, cast: Cast, wishes: DeclaredKind) -> Made:
    """`made(bob, "raid")`: a new register of the kind at the project, made by Bob and open to him."""

    def make(person: Any, kind: str = "wishes", node: Any = None) -> Editor:
        place = (node or cast.project).pk
        answer = as_(cast.alice).post(f"/api/v1/nodes/{place}/registers", {"kind": kind}, content_type="application/json")
        assert answer.status_code == 201, answer.content
        return Editor(as_(person), answer.json()["id"])

    return make
