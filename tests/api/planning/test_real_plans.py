"""Real plan files become rows, and the rows schedule as the file does."""

from __future__ import annotations

from datetime import datetime

import pytest
from tests.formats.making import DATA, needs_data

from milepost.apps.planning.bridge.deltas import all_cells
from milepost.apps.planning.bridge.drawn_up import draw_up
from milepost.apps.planning.columns import COLUMNS
from milepost.engines.schedule import Slot, schedule
from milepost.engines.sheet import write_computed
from milepost.formats.mspdi import read

FILES = sorted(DATA.glob("*.xml"))


def dates(slot: Slot) -> tuple[datetime, ...]:
    return slot.start, slot.finish, slot.late_start, slot.late_finish


@needs_data
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rows_of_a_file_stand_where_the_file_s_own_network_stands(path) -> None:
    drawn = draw_up(read(path.read_bytes()), currency="EUR")
    own = schedule(drawn.network).slots
    for task, row in zip(drawn.network.tasks, drawn.plan.rows, strict=True):
        there, here = own[task.uid], drawn.state.slots[row.id]
        assert (here.start, here.finish, here.late_start, here.late_finish) == (
            there.start,
            there.finish,
            there.late_start,
            there.late_finish,
        )
    cells = write_computed(drawn.model, all_cells(drawn.model, drawn.state))
    assert {key for row in cells.values() for key in row} <= {column.key for column in COLUMNS}
