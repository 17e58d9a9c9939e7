"""5,000 requests of a place: read with their counts and whose turn it is, filtered by state, category and words.

Timed is what the server does for one request: rights, rows, authority, filter, sort, and the list. Cold is the first request of a process,
which reads and parses every row; warm is every later one. On SQLite in a folder of its own, or on the database that MILEPOST_DATABASE_URL
names.
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
    import_module("_intake_reading").main()
