"""A register as it was on a day: exactly what stood there, whatever happened since."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import override_settings
from tests.api.registers.conftest import GROUND, PEOPLE, ROCK, WATER, Reader, Reading
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.actions.undo import redo, undo
from milepost.apps.sheets.models import Change
from milepost.apps.sheets.queries.reading_cache import rows_kept
from milepost.engines.sheet import Delete, Insert, Move, NewRow, Op, Set
from milepost.kernel.errors import MilepostError


def later(days: int, hours: int = 0) -> datetime:
    return NOW + timedelta(days=days, hours=hours)


def edit(cast: Cast, sheet_id: int, at: datetime, *ops: Op) -> int:
    return change_sheet(actor_id=cast.alice.pk, sheet_id=sheet_id, ops=ops, client_op_id=None, base_seq=None, at=at).seq


def picture(reader: Reader, as_of: str | None = None) -> list[tuple[Any, ...]]:
    """Ids, tree and cells of all rows."""
    asked = {} if as_of is None else {"as_of": as_of}
    return [(row["id"], row["parent_id"], row["depth"], row["cells"]) for row in reader.window(limit=1000, **asked)["rows"]]


def some_ops(draw: random.Random, log: int) -> list[Op]:
    row = draw.choice([GROUND, WATER, ROCK, PEOPLE, 22, *range(100, 106)])
    other = draw.choice([None, GROUND, WATER, PEOPLE, 101])
    cells = draw.choice(
        [
            {"score": draw.randint(1, 25)},
            {"score": None, "name": f"Named {draw.randint(1, 9)}"},
            {"harms": [{"sheet": log, "row": draw.choice([GROUND, WATER])}]},
            {"status": draw.choice(["open", "closed", "nonsense"])},
        ]
    )
    new = draw.randint(100, 105)
    choices: list[list[Op]] = [
        [Set(row, cells)],
        [Set(row, cells), Set(WATER, {"score": draw.randint(1, 25)})],
        [Insert((NewRow(new, None, {"name": "New", "score": 3}), NewRow(new + 100, new, {"score": 4})), None, other)],
        [Insert((NewRow(new, other, {"name": "New"}),), other, None), Set(new, {"score": 7})],
        [Delete((row,))],
        [Move((row,), other, None)],
    ]
    return draw.choice(choices)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_moment_can_be_seen_again(cast: Cast, reading: Reading, across: Reading, log: int, seed: int) -> None:
    draw = random.Random(seed)
    alice = reading(cast.alice)
    seen = [(NOW, picture(alice))]
    for step in range(1, 45):
        at = later(0, step)
        who = {"actor_id": cast.alice.pk, "sheet_id": log, "client_op_id": None, "at": at}
        try:
            what = draw.random()
            if what < 0.15:
                undo(**who)
            elif what < 0.25:
                redo(**who)
            else:
                edit(cast, log, at, *some_ops(draw, log))
        except MilepostError:
            continue
        seen.append((at, picture(alice)))
        if draw.random() < 0.2:
            rows_kept.clear()
    assert len(seen) > 10
    for number, (at, then) in enumerate(seen):
        assert picture(across(cast.alice) if number % 4 == 0 else alice, at.isoformat()) == then, at


def test_a_day_means_its_end_where_the_reader_lives(cast: Cast, reading: Reading, log: int) -> None:
    edit(cast, log, datetime(2026, 3, 3, 20, tzinfo=UTC), Set(GROUND, {"score": 1}))
    vera = reading(cast.vera)
    assert picture(vera, "2026-03-02")[0][3]["score"] == 12
    assert picture(vera, "2026-03-03")[0][3]["score"] == 1
    cast.vera.zone = "Pacific/Auckland"  # there it is the fourth already
    cast.vera.save()
    assert picture(vera, "2026-03-03")[0][3]["score"] == 12
    assert picture(vera, "2026-03-04")[0][3]["score"] == 1


def test_before_it_was_made_there_is_nothing(cast: Cast, reading: Reading) -> None:
    assert picture(reading(cast.vera), "2026-03-01") == []


def test_what_was_there_can_be_filtered_and_sorted(cast: Cast, reading: Reading, log: int) -> None:
    edit(cast, log, later(2), Delete((GROUND,)))
    vera = reading(cast.vera)
    assert vera.names(filter=[["status", "is", "open"]], sort=[["score", "desc"]]) == ["People"]
    assert vera.names(filter=[["status", "is", "open"]], sort=[["score", "desc"]], as_of="2026-03-03") == ["Water", "Ground", "People"]


def test_a_report_that_came_late_stands_at_the_moment_that_it_speaks_of(cast: Cast, reading: Reading, across: Reading, log: int) -> None:
    edit(cast, log, later(10), Set(WATER, {"score": 3, "status": "closed"}))
    for days, score in ((-300, 7), (-200, 8)):
        seq = edit(cast, log, later(20), Set(WATER, {"score": score}))
        Change.objects.filter(sheet_id=log, seq=seq).update(as_of=later(days))
    for vera in (reading(cast.vera), across(cast.vera)):
        scores = {
            day: (cells.get("score"), cells.get("status"))
            for day in ("2025-05-01", "2025-06-01", "2025-10-01", "2026-03-05", "2026-03-20")
            for row, _, _, cells in picture(vera, day)
            if row == WATER
        }
        assert scores == {"2025-06-01": (7, "open"), "2025-10-01": (8, "open"), "2026-03-05": (8, "open"), "2026-03-20": (8, "closed")}


def test_a_day_that_is_none_is_said(cast: Cast, reading: Reading) -> None:
    for words in ("last spring", "2026-02-30", "0001-01-01T00:00+10:00", "9999-12-31T23:59-10:00"):
        assert reading(cast.vera).window(expect=422, as_of=words)["code"] == "sheet.bad_day"


def test_a_stranger_sees_no_past_either(cast: Cast, reading: Reading) -> None:
    assert reading(cast.charlie).window(expect=404, as_of="2026-03-02")["code"] == "not_found"


def test_the_clock_does_not_matter(cast: Cast, reading: Reading, log: int) -> None:
    edit(cast, log, later(2), Set(GROUND, {"score": 1}))
    with override_settings(MILEPOST_NOW=later(400)):
        assert picture(reading(cast.vera), "2026-03-03")[0][3]["score"] == 12
