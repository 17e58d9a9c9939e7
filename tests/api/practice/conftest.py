"""A plan that Bob has open in his browser."""

from __future__ import annotations

import pytest
from tests.api.planning.conftest import BRIDGE, PlanPage
from tests.cast import NOW, Cast

from milepost.apps.planning.actions.create_plan import create_plan_from_file
from milepost.formats.mspdi import read


@pytest.fixture
def bridge(as_, cast: Cast) -> PlanPage:
    """The bridge below the programme: Dig, Pour, Deck, a week each, one after another, then Open."""
    made = create_plan_from_file(actor_id=cast.bob.pk, parent_id=cast.programme.pk, name="The bridge", plan=read(BRIDGE), at=NOW)
    return PlanPage(as_(cast.bob), made.project_id, made.sheet_id)
