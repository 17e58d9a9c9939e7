"""The server process: granian inside this one process, with streams that end when it stops."""

from __future__ import annotations

import asyncio
import errno
import gc
import logging
import os
import signal
import socket
import sys
from importlib import import_module
from typing import Any

from django.db import connections
from granian.constants import Interfaces
from granian.server.embed import Server

from milepost.kernel.errors import MilepostError

FIRST_PORT = 8000
_STOP_SECONDS = 10
_COLLECT_AFTER = (50_000, 20, 20)
"""An edit of a long plan makes tens of thousands of objects, none of which is garbage in a circle: Python's 700 stop it again and again."""


class PortTaken(MilepostError):
    """Port {port} is taken by another program. Choose one with --port, or leave it out."""

    code = "port.taken"
    status = 500


class CannotListen(MilepostError):
    """This machine cannot listen on {host}, port {port}: {reason}. Choose another address with --host, or another port."""

    code = "port.unusable"
    status = 500


def take_port(host: str, wanted: int) -> int:
    """The wanted port, or for 0 the first free one from 8000 on. Raises PortTaken and CannotListen."""
    if wanted:
        if not _is_free(host, wanted):
            raise PortTaken(port=wanted)
        return wanted
    return next(port for port in range(FIRST_PORT, 65536) if _is_free(host, port))


def listen(host: str, port: int) -> str:
    """The address to type into a browser."""
    return f"http://{'localhost' if host in ('0.0.0.0', '::', '127.0.0.1') else host}:{port}"  # noqa: S104 -- compared, not bound


def serve_until_stopped(host: str, port: int) -> None:
    """Serve until SIGINT or SIGTERM; then open streams end, running requests finish, and it returns."""
    logging.getLogger("_granian").setLevel(logging.ERROR)
    application = import_module("milepost.config.asgi").application
    gc.collect()
    gc.freeze()  # what was loaded until here stays: no need to look through it again
    gc.set_threshold(*_COLLECT_AFTER)
    asyncio.run(_serve(application, host, port))
    connections.close_all()
    sys.stdout.flush()
    os._exit(0)  # the server's own threads may outlive Python's, and must not find it half gone


async def _serve(application: Any, host: str, port: int) -> None:
    server: Any = Server(application, address=host, port=port, interface=Interfaces.ASGI, log_enabled=False, websockets=False, backlog=1024)
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    tidying = asyncio.create_task(application.tidy())
    application.background.start()
    serving = asyncio.create_task(server.serve())
    stop_wanted = asyncio.create_task(stopping.wait())
    await asyncio.wait((serving, stop_wanted), return_when=asyncio.FIRST_COMPLETED)
    tidying.cancel()
    server.stop()
    await application.drain(_STOP_SECONDS)
    await asyncio.to_thread(application.background.stop, _STOP_SECONDS)
    await asyncio.wait((serving,), timeout=_STOP_SECONDS)


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE:
                raise CannotListen(host=host, port=port, reason=(problem.strerror or str(problem)).lower()) from None
            return False
        return True
