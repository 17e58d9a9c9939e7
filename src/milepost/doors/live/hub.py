"""The hub of one process: one poller of the trail, any number of listeners, each with a bounded queue.

What a listener may see is asked of their scope for every message, and the scope is read again when a grant of theirs or
the tree changed. A listener that does not keep up loses its queue and is told to start over (`resync`).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from dataclasses import dataclass, field

from milepost.apps.org.access import Scope, paths_of, scope_of
from milepost.apps.trail.queries import horizon
from milepost.doors.live.database import read
from milepost.doors.live.messages import Message, encode, for_listener, read_messages

POLL_SECONDS = 0.1
MOST_QUEUED = 256
BATCH = 500
_log = logging.getLogger("milepost.live")


@dataclass(eq=False, slots=True)
class Listener:
    """One open stream: who listens, to what, and what waits to be sent."""

    scope: Scope
    sheets: frozenset[int]
    node_paths: tuple[str, ...]
    queue: deque[bytes] = field(default_factory=deque)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    closed: bool = False
    nodes: tuple[int, ...] = ()

    def offer(self, message: Message) -> None:
        """Queue what concerns the listener, if they may see it; start over where the queue is full."""
        if not message.path or not self.scope.allows(message.path):
            return
        text = for_listener(message, self.scope.actor_id, self.sheets, self.node_paths)
        if text is None:
            return
        if len(self.queue) >= MOST_QUEUED:
            self.start_over(message.event_id)
            return
        self.queue.append(text)
        self.ready.set()

    def start_over(self, event_id: int) -> None:
        """Forget what waits: the browser is told to load everything again."""
        self.queue.clear()
        self.queue.append(encode("resync", {}, event_id))
        self.ready.set()

    def close(self) -> None:
        """End the stream after what is queued."""
        self.closed = True
        self.ready.set()


class Hub:
    """The listeners of this process and the poller that serves them; the poller rests while nobody listens."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._last = 0
        self._poller: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()
        self._closed = False

    async def join(self, listener: Listener) -> int:
        """Add a listener; they get all that follows the returned event id."""
        async with self._starting:
            if self._poller is None or self._poller.done():
                self._last = await read(horizon)
                self._poller = asyncio.get_running_loop().create_task(self._poll())
            self._listeners.add(listener)
            if self._closed:
                listener.close()
            return self._last

    def leave(self, listener: Listener) -> None:
        """Remove a listener; with the last one the poller rests."""
        self._listeners.discard(listener)
        if not self._listeners and self._poller is not None:
            self._poller.cancel()
            self._poller = None

    async def close(self) -> None:
        """End every stream: the server is stopping."""
        self._closed = True
        for listener in tuple(self._listeners):
            listener.close()
        if self._poller is not None:
            self._poller.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._poller

    async def _poll(self) -> None:
        while True:
            try:
                messages = await read(read_messages, self._last, BATCH)
                for message in messages:
                    await self._hand_out(message)
            except Exception:  # a database that is away for a moment must not end everybody's stream
                _log.exception("Reading the trail failed; trying again")
                messages = []
                await asyncio.sleep(1)
            if len(messages) < BATCH:
                await asyncio.sleep(POLL_SECONDS)

    async def _hand_out(self, message: Message) -> None:
        if message.rights_changed:
            await self._read_scopes_again(message.person_id)
        if message.tree_changed:
            await self._find_places_again(message.event_id)
        for listener in tuple(self._listeners):
            listener.offer(message)
        self._last = message.event_id

    async def _find_places_again(self, event_id: int) -> None:
        """A node lies elsewhere now, with all below it: whoever watches its old place or its new one loads again."""
        paths = await read(paths_of, {node for listener in self._listeners for node in listener.nodes})
        for listener in tuple(self._listeners):
            listener.node_paths = tuple(paths[node] for node in listener.nodes if node in paths)
            listener.start_over(event_id)

    async def _read_scopes_again(self, person_id: int | None) -> None:
        concerned = [one for one in self._listeners if person_id is None or one.scope.actor_id == person_id]
        for actor_id in {one.scope.actor_id for one in concerned}:
            fresh = await read(scope_of, actor_id)
            for listener in concerned:
                if listener.scope.actor_id == actor_id:
                    listener.scope = fresh
