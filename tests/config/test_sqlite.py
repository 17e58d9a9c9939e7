"""The embedded database: what it is set to, and that writers who come together all get through."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import connection, connections, transaction

from milepost.apps.org.models import Organisation
from milepost.config.sqlite.queue import WriterQueue


@pytest.fixture(autouse=True)
def only_on_sqlite() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("this is about SQLite")


def pragma(name: str) -> object:
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


def test_it_is_a_sqlite_that_cannot_corrupt_in_wal_mode(transactional_db) -> None:
    assert connection.get_database_version() >= (3, 51, 3)
    assert (pragma("journal_mode"), pragma("foreign_keys"), pragma("busy_timeout")) == ("wal", 1, 20_000)


def test_sixteen_writers_at_once_all_get_through(transactional_db) -> None:
    Organisation.objects.create(name="0")
    errors: list[BaseException] = []

    def count_up() -> None:
        try:
            for _ in range(10):
                with transaction.atomic():
                    row = Organisation.objects.get()
                    row.name = str(int(row.name) + 1)
                    row.save()
        except BaseException as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=count_up) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert Organisation.objects.get().name == "160"


def test_writers_get_their_turn_in_the_order_in_which_they_came() -> None:
    queue, order = WriterQueue(), []
    assert queue.enter(1)

    def wait(number: int) -> None:
        queue.enter(5)
        order.append(number)
        queue.leave()

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(5)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    queue.leave()
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_who_waits_too_long_gives_up_and_the_queue_goes_on() -> None:
    queue = WriterQueue()
    assert queue.enter(1)
    assert not queue.enter(0.01)
    queue.leave()
    assert queue.enter(0.01)
