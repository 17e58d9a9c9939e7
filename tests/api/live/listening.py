"""A browser that listens to /events, without a network: the ASGI application is called as a server would."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connections
from django.test import Client

from milepost.apps.org.models import Person
from milepost.doors.live.hub import Hub
from milepost.doors.live.stream import Events


@dataclass
class Stream:
    """What came through one stream so far."""

    status: int = 0
    text: str = ""
    ended: bool = False
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    gone: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self) -> dict[str, Any]:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self.status = message.get("status", self.status)
        self.text += message.get("body", b"").decode()
        self.ended = message["type"] == "http.response.body" and not message.get("more_body")
        self.arrived.set()

    @property
    def events(self) -> list[tuple[str, dict[str, Any]]]:
        """The events so far: name and data."""
        found = []
        for block in self.text.split("\n\n"):
            lines = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
            if "event" in lines:
                found.append((lines["event"], json.loads(lines["data"])))
        return found

    async def until(self, name: str, seconds: float = 5) -> dict[str, Any]:
        """The data of the last event of a name, once it has come."""

        async def wait() -> dict[str, Any]:
            while True:
                for event, data in reversed(self.events):
                    if event == name:
                        return data
                self.arrived.clear()
                await self.arrived.wait()

        return await asyncio.wait_for(wait(), seconds)

    async def until_ended(self, seconds: float = 5) -> None:
        """Returns once the server has ended the stream."""
        async with asyncio.timeout(seconds):
            while not self.ended:
                self.arrived.clear()
                await self.arrived.wait()


@asynccontextmanager
async def listening(hub: Hub, person: Person | None, query: str = "", last: int | None = None):
    """A stream that is open while the block runs."""
    headers = [(b"cookie", f"milepost_session={await asyncio.to_thread(session_of, person)}".encode())] if person else []
    if last is not None:
        headers.append((b"last-event-id", str(last).encode()))
    scope = {"type": "http", "method": "GET", "path": "/events", "headers": headers, "query_string": query.encode()}
    stream = Stream()
    running = asyncio.create_task(Events(hub)(scope, stream.receive, stream.send))
    try:
        while not stream.status and not running.done():
            await asyncio.sleep(0.01)
        yield stream
    finally:
        stream.gone.set()
        await asyncio.wait_for(running, 5)


def session_of(person: Person) -> str:
    """The session key of a browser in which the person is signed in."""
    browser = Client()
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    connections.close_all()  # of the thread that asked
    return browser.cookies["milepost_session"].value
