"""The server's application: /events as an asynchronous stream, all else as WSGI in a fixed pool of threads.

Django as plain ASGI would open a database connection for every request; threads that stay keep theirs.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any, cast

from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.db import DatabaseError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "milepost.config.settings")

from milepost.apps.sheets.actions.uploads import delete_expired_uploads
from milepost.apps.sheets.linking import refreshing
from milepost.config.wsgi import application as pages
from milepost.doors.clock import now, real_now
from milepost.doors.jobs import lint
from milepost.doors.jobs.runner import Runner
from milepost.doors.live.database import read
from milepost.doors.live.hub import Hub
from milepost.doors.live.stream import Events

_TIDIES_EVERY = 3600.0
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class Server:
    """The two applications side by side, and the hub and the background that live as long as they do."""

    def __init__(self, threads: int) -> None:
        self.hub = Hub()
        self.background = Runner((lint.runs, lint.night, lint.Following()))
        self._running = 0
        self._events = Events(self.hub)
        self._pages: Any = WSGIMiddleware(cast("Any", pages), workers=threads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a request where it belongs; end the streams when the server stops."""
        if scope["type"] == "lifespan":
            await self._live_and_stop(receive, send)
        elif scope["type"] == "http" and scope["path"] == "/events" and scope["method"] == "GET":
            await self._counted(self._events(scope, receive, send))
        else:

            async def receive_body() -> MutableMapping[str, Any]:
                return await receive()  # the server's own is awaitable but no coroutine, which a2wsgi needs

            await self._counted(self._pages(scope, receive_body, send))

    async def drain(self, seconds: float) -> None:
        """End the streams, and wait until running requests have been answered, at most so long."""
        await self.hub.close()
        for _ in range(int(seconds * 20)):
            if not self._running:
                return
            await asyncio.sleep(0.05)

    async def _counted(self, answer: Awaitable[None]) -> None:
        self._running += 1
        try:
            await answer
        finally:
            self._running -= 1

    async def tidy(self) -> None:
        """Delete uploads whose day is over and compute roll-ups that wait, now and every hour, until cancelled."""
        while True:
            with suppress(DatabaseError):  # a busy database is asked again in an hour
                await read(delete_expired_uploads, at=real_now())
                await read(refreshing.drain, at=now())
            await asyncio.sleep(_TIDIES_EVERY)

    async def _live_and_stop(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.hub.close()
        await send({"type": "lifespan.shutdown.complete"})


application = Server(settings.MILEPOST_THREADS)
