"""Many writers at once, in threads and in processes: numbers without gaps, and nothing that was acknowledged is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction
from tests.api.sheets.budget import Budget
from tests.api.sheets.conftest import GARDEN, HOUSE, ROOF, WALLS
from tests.cast import NOW, Cast
from tests.engines.sheet.story import picture

from milepost.apps.org.actions.grant_role import revoke_role
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.models import CellHistory, Change, Row, Sheet
from milepost.apps.sheets.writing import cache
from milepost.apps.sheets.writing.cache import ModelCache
from milepost.apps.sheets.writing.store import read_model
from milepost.engines.sheet import Delete, Insert, Move, NewRow, Op, Set
from milepost.engines.sheet import Row as ModelRow
from milepost.engines.sheet import Sheet as Model
from milepost.kernel.errors import NotFound

pytestmark = pytest.mark.django_db(transaction=True)


def edit(actor_id: int, sheet_id: int, *ops: Op) -> int:
    return change_sheet(actor_id=actor_id, sheet_id=sheet_id, ops=ops, client_op_id=None, base_seq=None, at=NOW).seq


def seqs(sheet_id: int) -> list[int]:
    return list(Change.objects.filter(sheet_id=sheet_id).order_by("seq").values_list("seq", flat=True))


def start_worker(sheet_id: int, actor_id: int, row: int, count: int) -> subprocess.Popen[str]:
    """Another process on the same database."""
    at = connection.settings_dict
    place = (
        f"sqlite:///{at['NAME']}" if connection.vendor == "sqlite" else f"postgresql://{at['USER']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"
    )
    environment = {**os.environ, "MILEPOST_DATABASE_URL": place}
    program = f"import django; django.setup(); from tests.api.sheets import worker; worker.main({sheet_id}, {actor_id}, {row}, {count})"
    return subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, text=True)


def test_threads_get_numbers_without_gaps(cast: Cast, sheet_id: int) -> None:
    def work(row: int) -> list[int]:
        try:
            return [edit(cast.bob.pk, sheet_id, Set(row, {"amount": n})) for n in range(15)]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        got = [seq for seqs_of_one in pool.map(work, (WALLS, ROOF, GARDEN, WALLS)) for seq in seqs_of_one]
    assert sorted(got) == list(range(2, 62))
    assert seqs(sheet_id) == list(range(1, 62))
    assert Sheet.objects.get(id=sheet_id).seq == 61
    assert picture(cache.models.take(Sheet.objects.get(id=sheet_id))) == picture(read_model(Sheet.objects.get(id=sheet_id)))
    assert Row.objects.get(sheet_id=sheet_id, row_id=HOUSE).cells["total"] == 28


def test_who_loses_a_role_while_their_edit_waits_changes_nothing(cast: Cast, sheet_id: int) -> None:
    def work() -> int:
        try:
            return edit(cast.bob.pk, sheet_id, Set(WALLS, {"amount": 7}))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            Sheet.objects.select_for_update().get(id=sheet_id)
            waiting = pool.submit(work)
            time.sleep(0.5)
            revoke_role(actor_id=cast.alice.pk, person_id=cast.bob.pk, node_id=cast.programme.pk, role="editor", at=NOW)
        with pytest.raises(NotFound):
            waiting.result(30)
    assert seqs(sheet_id) == [1]


def test_processes_get_numbers_without_gaps(cast: Cast, sheet_id: int) -> None:
    workers = [start_worker(sheet_id, cast.bob.pk, row, 20) for row in (WALLS, ROOF)]
    got = [int(line) for worker in workers for line in worker.communicate(timeout=180)[0].split()]
    assert [worker.returncode for worker in workers] == [0, 0]
    assert sorted(got) == list(range(2, 42))
    assert seqs(sheet_id) == list(range(1, 42))
    assert Row.objects.get(sheet_id=sheet_id, row_id=HOUSE).cells["total"] == 40
    edit(cast.alice.pk, sheet_id, Set(GARDEN, {"amount": 1}))
    assert picture(cache.models.take(Sheet.objects.get(id=sheet_id))) == picture(read_model(Sheet.objects.get(id=sheet_id)))


def test_what_a_killed_process_acknowledged_is_there_and_nothing_is_half_done(cast: Cast, sheet_id: int) -> None:
    worker = start_worker(sheet_id, cast.bob.pk, WALLS, 1_000_000)
    assert worker.stdout is not None
    acknowledged = [int(worker.stdout.readline()) for _ in range(10)]
    worker.kill()
    acknowledged += [int(line) for line in worker.stdout.read().split("\n")[:-1] if line]
    worker.wait(60)
    there = seqs(sheet_id)
    assert there == list(range(1, there[-1] + 1))
    assert set(acknowledged) <= set(there)
    assert len(there) - 1 - len(acknowledged) <= 1
    last = CellHistory.objects.filter(sheet_id=sheet_id, row_id=WALLS, key="amount").order_by("-seq").first()
    assert last is not None
    assert last.seq == there[-1] == Sheet.objects.get(id=sheet_id).seq
    assert Row.objects.get(sheet_id=sheet_id, row_id=WALLS).cells["amount"] == last.new
    assert Row.objects.get(sheet_id=sheet_id, row_id=HOUSE).cells["total"] == last.new + 200
    assert edit(cast.alice.pk, sheet_id, Set(GARDEN, {"amount": 7})) == there[-1] + 1


def test_a_model_follows_the_log_of_another_process(cast: Cast, sheet_id: int, budget: Budget) -> None:
    mine = ModelCache()
    sheet = Sheet.objects.get(id=sheet_id)
    mine.give_back(sheet_id, mine.take(sheet), sheet.seq)
    for ops in (
        [Set(WALLS, {"amount": 5}), Insert((NewRow(9, HOUSE, {"amount": 3}), NewRow(10, 9)), HOUSE, WALLS)],
        [Move((GARDEN, 10), 9, None), Delete((ROOF,))],
        [Set(9, {"name": "Shed"})],
    ):
        edit(cast.bob.pk, sheet_id, *ops)
    sheet.refresh_from_db()
    opened = budget.opened
    model = mine.take(sheet)
    assert picture(model) == picture(read_model(sheet))
    assert budget.opened == opened + 2  # once to follow, once by read_model


def test_what_is_too_much_to_follow_is_read_again(cast: Cast, sheet_id: int) -> None:
    mine = ModelCache()
    sheet = Sheet.objects.get(id=sheet_id)
    mine.give_back(sheet_id, mine.take(sheet), sheet.seq)
    edit(cast.bob.pk, sheet_id, Insert(tuple(NewRow(row, None) for row in range(100, 400))))
    sheet.refresh_from_db()
    assert picture(mine.take(sheet)) == picture(read_model(sheet))


def test_the_models_least_used_leave_first(cast: Cast, budget: Budget) -> None:
    small = ModelCache(most_cells=50)
    for sheet_id in (1, 2, 3):
        small.give_back(sheet_id, Model(ModelRow(n, None, str(n), {}) for n in range(1, 5)), 1)
    assert set(small._kept) == {2, 3}
    small.give_back(2, Model(), 2)
    small.give_back(4, Model(ModelRow(n, None, str(n), {}) for n in range(1, 5)), 1)
    assert set(small._kept) == {2, 3, 4}
    small.give_back(2, Model(), 1)
    assert small._kept[2].seq == 2
