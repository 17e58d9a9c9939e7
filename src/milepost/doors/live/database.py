"""One thread that reads the database for the event loop: few, small reads, and one connection for all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import close_old_connections

Given = ParamSpec("Given")
Result = TypeVar("Result")
_READER = ThreadPoolExecutor(1, thread_name_prefix="live-reader")


async def read(query: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
    """Run a query outside the event loop. Raises what it raises."""

    def run() -> Result:
        close_old_connections()
        try:
            return query(*args, **kwargs)
        finally:
            close_old_connections()

    return await asyncio.get_running_loop().run_in_executor(_READER, run)
