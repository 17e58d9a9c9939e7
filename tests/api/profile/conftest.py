"""The profile of the cast's project, open to somebody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.api.sheets.conftest import Editor
from tests.cast import Cast

from milepost.apps.org.models import Node
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.apps.sheets.writing import cache

Opened = Callable[..., Editor]


@pytest.fixture(autouse=True)
def no_memory() -> None:
    """Nothing is remembered from another test."""
    cache.models.clear()
    rows_kept.clear()


@pytest.fixture
def profile(as_, cast: Cast) -> Opened:
    """`profile(bob)`: the profile of the project, open to Bob."""
    return lambda person, node=None: Editor(as_(person), Sheet.objects.get(node_id=(node or cast.project).pk, kind="project").pk)


@pytest.fixture
def node_of(cast: Cast) -> Callable[[], Node]:
    """The project's node as it stands."""
    return lambda: Node.objects.unscoped(reason="a test looks").get(id=cast.project.pk)


def put(browser: Any, path: str, body: dict[str, Any]) -> Any:
    """Send a PUT with JSON."""
    return browser.put(f"/api/v1/{path}", body, content_type="application/json")
