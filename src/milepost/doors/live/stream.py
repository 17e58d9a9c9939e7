"""GET /events: server-sent events of the sheets and nodes that a browser shows."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from django.conf import settings

from milepost.apps.org.access import paths_of, scope_of
from milepost.apps.sheets.by_node import nodes_of
from milepost.apps.trail.queries import oldest_event
from milepost.doors.api.auth import actor_of
from milepost.doors.api.errors import BadForm, SignInFirst, problem
from milepost.doors.live.database import read
from milepost.doors.live.hub import Hub, Listener
from milepost.doors.live.messages import PING, encode, for_listener, read_messages
from milepost.kernel.errors import MilepostError, NotFound

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
PING_SECONDS = 15
CHECK_SECONDS = 60
MOST_REPLAYED = 1000
_MOST_IDS = 200
_HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a browser asked for: `last` is the id of the last event that it knows, None for "from now on"."""

    cookies: dict[str, str]
    authorization: str
    sheets: frozenset[int]
    nodes: tuple[int, ...]
    last: int | None


class Events:
    """The ASGI application behind /events."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a stream, or with a problem."""
        try:
            wish = _read_wish(scope)
            listener = await read(_listener, wish)
        except MilepostError as error:
            await _refuse(send, error)
            return
        start = await self.hub.join(listener)
        try:
            await self._stream(listener, wish, start, receive, send)
        finally:
            self.hub.leave(listener)

    async def _stream(self, listener: Listener, wish: Wish, start: int, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        missed = await read(_missed, listener, wish.last, start) if wish.last is not None else b""
        await _body(send, b"retry: 2000\n\n" + missed + encode("ready", {}, start))
        gone = asyncio.ensure_future(_wait_until_gone(receive))
        loop = asyncio.get_running_loop()
        checked = loop.time()
        try:
            while not gone.done() and not (listener.closed and not listener.queue):
                await _wait(listener, gone)
                if loop.time() - checked >= CHECK_SECONDS:
                    checked = loop.time()
                    await read(_check_again, listener, wish)
                waiting = b"".join(listener.queue) or PING
                listener.queue.clear()
                listener.ready.clear()
                if not gone.done():
                    await _body(send, waiting)
            if not gone.done():
                await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            gone.cancel()


async def _wait(listener: Listener, gone: asyncio.Future[None]) -> None:
    woken = asyncio.ensure_future(listener.ready.wait())
    await asyncio.wait((woken, gone), timeout=PING_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    woken.cancel()


async def _wait_until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _body(send: Send, text: bytes) -> None:
    await send({"type": "http.response.body", "body": text, "more_body": True})


async def _refuse(send: Send, error: MilepostError) -> None:
    answer = problem(error)
    headers = [(b"content-type", b"application/problem+json"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": error.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.content, "more_body": False})


def _read_wish(scope: Scope) -> Wish:
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    query = parse_qs(scope["query_string"].decode("latin-1"))
    cookies: SimpleCookie = SimpleCookie()
    try:
        cookies.load(headers.get("cookie", ""))
    except CookieError:
        cookies = SimpleCookie()
    # A browser that comes back by itself says it in the header; it cannot set one where it listens to something else from now on.
    last = headers.get("last-event-id") or query.get("last", [""])[0]
    return Wish(
        cookies={name: morsel.value for name, morsel in cookies.items()},
        authorization=headers.get("authorization", ""),
        sheets=frozenset(_ids(query, "sheets")),
        nodes=tuple(_ids(query, "nodes")),
        last=int(last) if last.isdecimal() and len(last) < 19 else None,
    )


def _ids(query: dict[str, list[str]], name: str) -> list[int]:
    words = [word for part in query.get(name, []) for word in part.split(",") if word]
    if len(words) > _MOST_IDS or not all(word.isdecimal() and len(word) <= 16 for word in words):
        raise BadForm(problems=f"query.{name}: up to {_MOST_IDS} ids with commas between")
    return [int(word) for word in words]


def _listener(wish: Wish) -> Listener:
    """Who listens, if they may: to each sheet and node that is asked for, or to none. Raises SignInFirst, NotFound."""
    actor = actor_of(wish.cookies.get(settings.SESSION_COOKIE_NAME, ""), wish.authorization)
    if actor is None:
        raise SignInFirst
    scope = scope_of(actor.id)
    homes = nodes_of(tuple(wish.sheets))
    paths = paths_of((*homes.values(), *wish.nodes))
    if wish.sheets - homes.keys() or any(not scope.allows(paths[home]) for home in homes.values()):
        raise NotFound(what="sheet")
    if any(node not in paths or not _concerns(scope.paths, paths[node]) for node in wish.nodes):
        raise NotFound(what="node")
    return Listener(scope, wish.sheets, tuple(paths[node] for node in wish.nodes), nodes=wish.nodes)


def _check_again(listener: Listener, wish: Wish) -> None:
    """Who signed out, was locked out or let a token expire hears nothing more, even on a stream that is open."""
    actor = actor_of(wish.cookies.get(settings.SESSION_COOKIE_NAME, ""), wish.authorization)
    if actor is None:
        listener.queue.clear()
        listener.close()
    else:
        listener.scope = scope_of(actor.id)


def _concerns(granted: tuple[str, ...], path: str) -> bool:
    """True for a node that somebody sees, or passes on the way to what they see."""
    return any(path.startswith(one) or one.startswith(path) for one in granted)


def _missed(listener: Listener, last: int, start: int) -> bytes:
    """What happened while the browser was away, or the order to start over where that is too much or no longer known."""
    if start - last > MOST_REPLAYED or oldest_event() > last + 1 or last > start:
        return encode("resync", {}, start)
    found = [message for message in read_messages(last, MOST_REPLAYED) if message.event_id <= start]
    if any(message.tree_changed for message in found):
        return encode("resync", {}, start)
    seen = [message for message in found if message.path and listener.scope.allows(message.path)]
    return b"".join(for_listener(message, listener.scope.actor_id, listener.sheets, listener.node_paths) or b"" for message in seen)
