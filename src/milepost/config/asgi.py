"""The server's application: /events as an asynchronous stream, all else as WSGI in a fixed pool of threads.

Django as plain ASGI would open a database connection for every request; threads that stay keep theirs.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, cast

from a2wsgi import WSGIMiddleware
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "milepost.config.settings")

from milepost.config.wsgi import application as pages
from milepost.doors.live.hub import Hub
from milepost.doors.live.stream import Events

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


class Server:
    """The two applications side by side, and the hub that lives as long as they do."""

    def __init__(self, threads: int) -> None:
        self.hub = Hub()
        self._events = Events(self.hub)
        self._pages: Any = WSGIMiddleware(cast("Any", pages), workers=threads)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a request where it belongs; end the streams when the server stops."""
        if scope["type"] == "lifespan":
            await self._live_and_stop(receive, send)
        elif scope["type"] == "http" and scope["path"] == "/events" and scope["method"] == "GET":
            await self._events(scope, receive, send)
        else:

            async def receive_body() -> MutableMapping[str, Any]:
                return await receive()  # the server's own is awaitable but no coroutine, which a2wsgi needs

            await self._pages(scope, receive_body, send)

    async def _live_and_stop(self, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.hub.close()
        await send({"type": "lifespan.shutdown.complete"})


application = Server(settings.MILEPOST_THREADS)
