"""The trail: an event belongs to its transaction, and no event is overtaken."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections, transaction
from tests.cast import NOW

from milepost.apps.org.events import NODE_RENAMED
from milepost.apps.trail.actions.record import record
from milepost.apps.trail.queries import events_after, horizon


def test_an_event_without_its_transaction_is_refused(transactional_db) -> None:
    with pytest.raises(RuntimeError, match=r"node\.renamed"):
        record(NODE_RENAMED, actor_id=1, at=NOW)


def test_an_event_goes_with_the_deed_that_failed(transactional_db) -> None:
    before = horizon()
    with transaction.atomic():
        record(NODE_RENAMED, actor_id=1, at=NOW)
        transaction.set_rollback(True)
    assert events_after(before) == ()


def test_a_reader_waits_for_an_event_that_was_numbered_before_and_commits_later(transactional_db) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: nothing can be overtaken")
    numbered, may_commit = threading.Event(), threading.Event()
    start = horizon()

    def slow() -> None:
        with transaction.atomic():
            record(NODE_RENAMED, actor_id=1, at=NOW, data={"who": "slow"})
            record(NODE_RENAMED, actor_id=1, at=NOW, data={"who": "slow again"})
            numbered.set()
            may_commit.wait(10)
        connections.close_all()

    writer = threading.Thread(target=slow)
    writer.start()
    numbered.wait(10)
    with transaction.atomic():
        record(NODE_RENAMED, actor_id=2, at=NOW, data={"who": "fast"})
    assert events_after(start) == ()
    may_commit.set()
    writer.join()
    assert [event.data["who"] for event in events_after(start)] == ["slow", "slow again", "fast"]
