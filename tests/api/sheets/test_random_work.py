"""Two people at random work: what is in memory, what is in the database and what a follower has are always one sheet."""

from __future__ import annotations

import random
from functools import partial

import pytest
from tests.cast import NOW, Cast
from tests.engines.sheet.story import picture

from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.actions.undo import redo, undo
from milepost.apps.sheets.models import Change, Sheet
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.cache import ModelCache
from milepost.apps.sheets.writing.store import read_model
from milepost.engines.sheet import Delete, Insert, Move, NewRow, Op, Set, Settings
from milepost.kernel.errors import MilepostError

STEPS = 120


def some_ops(draw: random.Random) -> list[Op]:
    row = partial(draw.randint, 1, 25)
    place = lambda: draw.choice([None, row()])  # noqa: E731 -- said once, used below
    kinds = [
        lambda: Set(row(), {draw.choice(["name", "amount"]): draw.choice([None, 1, 7, 900, "many"])}),
        lambda: Insert((NewRow((new := row()), None, {"amount": 1}), NewRow(new + 100, new, {"name": "below"})), None, place()),
        lambda: Delete((row(),)),
        lambda: Move((row(),), place(), place()),
        lambda: Settings({"currency": draw.choice(["EUR", "CHF"])}),
    ]
    return [draw.choice(kinds)() for _ in range(draw.randint(1, 3))]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_memory_database_and_follower_agree(cast: Cast, sheet_id: int, seed: int) -> None:
    draw, follower, done = random.Random(seed), ModelCache(), 0
    for _ in range(STEPS):
        who = {"actor_id": draw.choice([cast.alice.pk, cast.bob.pk]), "sheet_id": sheet_id, "client_op_id": None, "at": NOW}
        work = draw.choice([partial(change_sheet, ops=some_ops(draw), base_seq=None)] * 3 + [undo, redo])
        try:
            work(**who)
            done += 1
        except MilepostError:
            continue
        sheet = Sheet.objects.get(id=sheet_id)
        mine = cache.models.take(sheet)
        assert picture(mine) == picture(read_model(sheet))
        cache.models.give_back(sheet_id, mine, sheet.seq)
        if draw.random() < 0.2:
            theirs = follower.take(sheet)
            assert picture(theirs) == picture(mine)
            follower.give_back(sheet_id, theirs, sheet.seq)
    assert done > STEPS / 4
    assert list(Change.objects.filter(sheet_id=sheet_id).order_by("seq").values_list("seq", flat=True)) == list(range(1, done + 2))
