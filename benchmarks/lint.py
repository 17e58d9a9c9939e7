"""Holding 1,000 projects against their method: at most 10 s in the background, a constant number of queries for each batch.

The projects are those of `portfolio.py`, with 200,000 tasks; each has a RAID log of ten rows too. The pack that ships for controlling
offices holds for all of them. Timed is a run as the server does it, batch by batch, first when all findings are new, then when nothing
changed; beside it how long a writer waits at most, and what one project costs that somebody edits. On SQLite in a folder of its own, or
on the database that MILEPOST_DATABASE_URL names.
"""

from __future__ import annotations

import os
import tempfile
from importlib import import_module

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "milepost.config.settings")
os.environ.setdefault("MILEPOST_DATA_DIR", tempfile.mkdtemp(prefix="milepost-bench-"))

if __name__ == "__main__":
    django.setup()
    # Models can be imported only now.
    import_module("_lint").main()
