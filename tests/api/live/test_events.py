"""The live door: who hears what, what is caught up after an absence, and how a stream ends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connections
from tests.api.live.listening import listening
from tests.cast import NOW, Cast

from milepost.apps.org.access import scope_of
from milepost.apps.org.actions.change_node import move_node, rename_node
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.grant_role import grant_role_to_group, revoke_role
from milepost.apps.org.actions.manage_groups import add_members, create_group, remove_member
from milepost.apps.sheets.actions.arrange_sheet import add_column, change_column
from milepost.apps.sheets.actions.create_register import create_register
from milepost.apps.sheets.models import Column
from milepost.apps.sheets.writing.arranging import Wanted
from milepost.apps.trail.queries import horizon
from milepost.doors.live import database
from milepost.doors.live import hub as hubs
from milepost.doors.live.hub import Hub, Listener
from milepost.doors.live.messages import Message

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def closed_reader() -> Iterator[None]:
    """The reading thread gives its connection back, so that the test database can go."""
    yield
    database._READER.submit(connections.close_all).result()


def play(story: Callable[[Hub], Awaitable[Any]]) -> None:
    """Run a story on a fresh hub."""

    async def run() -> None:
        hub = Hub()
        try:
            await story(hub)
        finally:
            await hub.close()

    asyncio.run(run())


async def do(action: Callable[..., Any], **given: Any) -> Any:
    """Run an action as another request would, in a thread that closes its connection."""

    def run() -> Any:
        try:
            return action(**given)
        finally:
            connections.close_all()

    return await asyncio.to_thread(run)


async def rename(cast: Cast, name: str) -> None:
    await do(rename_node, actor_id=cast.alice.pk, node_id=cast.project.pk, name=name, at=NOW)


def test_vera_hears_of_what_happens_below_the_node_she_looks_at(cast: Cast) -> None:
    async def story(hub: Hub) -> None:
        async with listening(hub, cast.vera, f"nodes={cast.portfolio.pk}") as stream:
            await stream.until("ready")
            await rename(cast, "Better name")
            assert await stream.until("figures") == {"node": cast.project.pk}

    play(story)


@pytest.mark.parametrize("query", ["nodes={project}", "nodes={organisation}", "sheets=12345", "nodes=12345"])
def test_charlie_is_told_that_there_is_nothing(cast: Cast, query: str) -> None:
    async def story(hub: Hub) -> None:
        asked = query.format(project=cast.project.pk, organisation=cast.organisation.pk)
        async with listening(hub, cast.charlie, asked) as stream:
            assert stream.status == 404
            assert stream.ended

    play(story)


def test_nobody_listens_without_signing_in(cast: Cast) -> None:
    async def story(hub: Hub) -> None:
        async with listening(hub, None) as stream:
            assert stream.status == 401

    play(story)


def test_ids_that_are_none_are_refused(cast: Cast) -> None:
    async def story(hub: Hub) -> None:
        async with listening(hub, cast.vera, "sheets=1;drop") as stream:
            assert stream.status == 422

    play(story)


def test_who_loses_the_role_hears_nothing_more(cast: Cast) -> None:
    async def story(hub: Hub) -> None:
        nodes = f"nodes={cast.programme.pk}"
        async with listening(hub, cast.vera, nodes) as vera, listening(hub, cast.bob, nodes) as bob:
            await vera.until("ready")
            await bob.until("ready")
            gone = {"person_id": cast.vera.pk, "node_id": cast.programme.pk, "role": "viewer"}
            await do(revoke_role, actor_id=cast.alice.pk, at=NOW, **gone)
            await rename(cast, "Not for Vera")
            await bob.until("figures")
            await asyncio.sleep(0.05)
            assert [name for name, _ in vera.events] == ["ready"]

    play(story)


def test_who_leaves_a_group_hears_nothing_more_of_what_it_saw(cast: Cast) -> None:
    alice = cast.alice.pk
    group = create_group(actor_id=alice, name="Crew", at=NOW)
    add_members(actor_id=alice, group_id=group, person_ids=[cast.charlie.pk], at=NOW)
    grant_role_to_group(actor_id=alice, group_id=group, node_id=cast.programme.pk, role="viewer", at=NOW)

    async def story(hub: Hub) -> None:
        nodes = f"nodes={cast.programme.pk}"
        async with listening(hub, cast.charlie, nodes) as charlie, listening(hub, cast.bob, nodes) as bob:
            await charlie.until("ready")
            await bob.until("ready")
            await do(remove_member, actor_id=alice, group_id=group, person_id=cast.charlie.pk, at=NOW)
            await rename(cast, "Not for Charlie")
            await bob.until("figures")
            await asyncio.sleep(0.05)
            assert [name for name, _ in charlie.events] == ["ready"]

    play(story)


def test_a_node_that_moves_is_followed_and_everybody_starts_over(cast: Cast) -> None:
    async def story(hub: Hub) -> None:
        before = await do(horizon)
        made = {"actor_id": cast.alice.pk, "parent_id": cast.unit.pk, "kind": "programme", "name": "Other", "at": NOW}
        other = await do(create_node, **made)
        async with (
            listening(hub, cast.alice, f"nodes={cast.project.pk}") as inside,
            listening(hub, cast.bob, f"nodes={cast.programme.pk}") as old,
        ):
            await inside.until("ready")
            await old.until("ready")
            await do(move_node, actor_id=cast.alice.pk, node_id=cast.project.pk, parent_id=other.pk, at=NOW)
            await inside.until("resync")
            await old.until("resync")
            await inside.until("figures")
            heard = len(inside.events)
            await rename(cast, "Elsewhere")
            while len(inside.events) == heard:
                await asyncio.sleep(0.05)
            assert inside.events[-1][0] == "figures"
            assert "figures" not in [name for name, _ in old.events]
        async with listening(hub, cast.alice, f"nodes={cast.programme.pk}", last=before) as late:
            await late.until("ready")
            assert [name for name, _ in late.events] == ["resync", "ready"]

    play(story)


def test_a_column_that_is_added_and_changed_is_told_to_who_looks_at_the_register(cast: Cast) -> None:
    bob = cast.bob.pk
    sheet = create_register(actor_id=bob, node_id=cast.project.pk, kind="raid", at=NOW)

    async def story(hub: Hub) -> None:
        async with listening(hub, cast.vera, f"sheets={sheet}") as stream:
            await stream.until("ready")
            await do(add_column, actor_id=bob, sheet_id=sheet, title="Votes", type="text", at=NOW)
            key = f"c{await do(lambda: Column.objects.get(sheet_id=sheet).pk)}"
            await stream.until("change")
            await do(change_column, actor_id=bob, sheet_id=sheet, key=key, wanted=Wanted(type="number"), at=NOW)
            while [name for name, _ in stream.events].count("change") < 2:
                await asyncio.sleep(0.05)
            assert [(told["kind"], told["refetch"]) for name, told in stream.events if name == "change"] == [("columns", True)] * 2

    play(story)


def test_what_was_missed_is_sent_after_an_absence(cast: Cast) -> None:
    async def story(hub: Hub) -> None:
        before = await do(horizon)
        await rename(cast, "While Vera was away")
        async with listening(hub, cast.vera, f"nodes={cast.programme.pk}", last=before) as stream:
            await stream.until("ready")
            # The node was renamed, and its profile changed.
            assert [name for name, _ in stream.events] == ["figures", "figures", "ready"]
        async with listening(hub, cast.vera, f"nodes={cast.programme.pk}&last={before}") as stream:
            await stream.until("ready")
            assert [name for name, _ in stream.events] == ["figures", "figures", "ready"]

    play(story)


def test_too_much_missed_means_starting_over(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("milepost.doors.live.stream.MOST_REPLAYED", 2)

    async def story(hub: Hub) -> None:
        async with listening(hub, cast.vera, f"nodes={cast.programme.pk}", last=0) as stream:
            await stream.until("ready")
            assert [name for name, _ in stream.events] == ["resync", "ready"]

    play(story)


def test_who_does_not_keep_up_starts_over_and_costs_no_memory(cast: Cast) -> None:
    listener = Listener(scope_of(cast.vera.pk), frozenset(), (cast.programme.path,))
    for number in range(hubs.MOST_QUEUED * 2 + 1):
        listener.offer(Message(number, None, cast.project.path, None, b"x", rights_changed=False, person_id=None))
    assert len(listener.queue) <= hubs.MOST_QUEUED
    assert b"resync" in listener.queue[0]


def test_streams_end_when_the_server_stops(cast: Cast) -> None:
    async def story(hub: Hub) -> None:
        async with listening(hub, cast.vera, "") as stream:
            await stream.until("ready")
            await hub.close()
            await stream.until_ended()
            assert [name for name, _ in stream.events] == ["ready"]

    play(story)


def test_a_stream_ends_when_its_listener_signs_out(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("milepost.doors.live.stream.CHECK_SECONDS", 0)

    async def story(hub: Hub) -> None:
        async with listening(hub, cast.vera, f"nodes={cast.programme.pk}") as stream:
            await stream.until("ready")
            await do(Session.objects.all().delete)
            await rename(cast, "After she left")
            await stream.until_ended()
            assert [name for name, _ in stream.events] == ["ready"]

    play(story)
