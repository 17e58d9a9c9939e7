"""A small sheet that the tests of the engine share, and strategies for random ones."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from milepost.engines.sheet import Delete, Insert, Move, NewRow, Op, Set, Settings, Sheet, apply

# 1 Build (2 Walls (3 Paint), 4 Roof), 5 Move in
HOUSE = Insert(
    (NewRow(1, None, {"name": "Build"}), NewRow(2, 1, {"name": "Walls"}), NewRow(3, 2, {"name": "Paint"}), NewRow(4, 1), NewRow(5, None))
)


calm = settings(deadline=None)  # the machine may be busy


def house() -> Sheet:
    """The sheet of five rows."""
    sheet = Sheet(settings={"start": "2026-03-02"})
    apply(sheet, HOUSE)
    return sheet


def picture(sheet: Sheet) -> dict[str, Any]:
    """All that an equal sheet must have equal."""
    return {
        "order": list(sheet.order()),
        "rows": {row.id: (row.parent, row.position, dict(row.cells)) for row in sheet.rows.values()},
        "children": {row: list(sheet.children(row)) for row in [None, *sheet.rows]},
        "settings": dict(sheet.settings),
    }


ids = st.integers(1, 12)
places = st.none() | ids
values = st.none() | st.integers(-3, 3) | st.booleans() | st.text("ab", max_size=2)
cells = st.dictionaries(st.sampled_from("xyz"), values, max_size=3)
ops: st.SearchStrategy[Op] = st.one_of(
    st.builds(Set, ids, cells),
    st.builds(Settings, cells),
    st.builds(lambda rows: Delete(tuple(rows)), st.lists(ids, min_size=1, max_size=3)),
    st.builds(lambda rows, parent, after: Move(tuple(rows), parent, after), st.lists(ids, min_size=1, max_size=3), places, places),
    st.builds(
        lambda new, parent, after, values: Insert((NewRow(new, parent, values), NewRow(new + 100, new)), parent, after),
        ids,
        places,
        places,
        cells,
    ),
)
