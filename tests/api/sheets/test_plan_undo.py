"""A plan after random edits, all of them undone: the plan as it was, computed cells too; and all redone: as it was then."""

from __future__ import annotations

import random
from functools import partial

import pytest
from tests.cast import NOW, Cast
from tests.engines.sheet.story import picture

from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.actions.undo import redo, undo
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.store import read_model
from milepost.engines.sheet import Delete, Insert, Move, NewRow, Op, Set, Settings
from milepost.kernel.errors import MilepostError

DAY = 8 * 3600


def plan_rows() -> list[NewRow]:
    """Three phases of four tasks in a chain."""
    rows = []
    for phase in (10, 20, 30):
        rows.append(NewRow(phase, None, {"name": f"Phase {phase}"}))
        for n in range(1, 5):
            links = [{"row": phase + n - 1, "kind": "FS", "lag": 0, "lag_unit": "work"}] if n > 1 else []
            rows.append(NewRow(phase + n, phase, {"name": f"Task {phase + n}", "duration": n * DAY, "predecessors": links}))
    return rows


def some_op(draw: random.Random) -> Op:
    task = draw.choice([phase + n for phase in (10, 20, 30) for n in range(5)])
    day = f"2026-03-{draw.randint(2, 27):02d}T08:00"
    cells = [
        {"start": day},
        {"finish": day},
        {"duration": draw.choice(["3d", 5 * DAY, 0, "2ed", "soon"])},
        {"percent_complete": draw.choice([0, 50, 100, None])},
        {"actual_start": day},
        {"mode": draw.choice(["manual", "auto"])},
        {"deadline": day},
        {"predecessors": draw.choice(["3", "5FS+2d", "7SS", None, "99"])},
        {"milestone": draw.choice([True, False])},
        {"name": "Other", "constraint": "SNET", "constraint_date": day},
    ]
    return draw.choice(
        [
            *[Set(task, draw.choice(cells))] * 6,
            Insert((NewRow(draw.randint(100, 999), None, {"name": "New", "duration": DAY}),), draw.choice([None, 10, 20]), None),
            Delete((task,)),
            Move((task,), draw.choice([None, 10, 20, 30]), None),
            Settings({"status_date": day}),
        ]
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_a_plan_comes_back_whole(cast: Cast, seed: int) -> None:
    draw = random.Random(seed)
    made = create_sheet(
        actor_id=cast.bob.pk,
        node_id=cast.project.pk,
        kind="plan",
        name="Plan",
        rows=plan_rows(),
        settings={"start": "2026-03-02T08:00"},
        at=NOW,
    )
    who = {"actor_id": cast.bob.pk, "sheet_id": made.sheet_id, "client_op_id": None, "at": NOW}
    now = lambda: picture(read_model(Sheet.objects.get(id=made.sheet_id)))  # noqa: E731 -- said once, used below
    pictures = [now()]
    while len(pictures) < 20:
        try:
            partial(change_sheet, ops=[some_op(draw)], base_seq=None)(**who)
        except MilepostError:
            continue
        pictures.append(now())
        if draw.random() < 0.3:
            cache.models.clear()
    for picture_before in reversed(pictures[:-1]):
        assert not undo(**who).skipped
        assert now() == picture_before
    for picture_after in pictures[1:]:
        assert not redo(**who).skipped
        assert now() == picture_after
