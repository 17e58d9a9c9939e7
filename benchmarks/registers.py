"""Registers read by windows: one of 20,000 rows x 20 columns, and the risks of 1,000 projects as one register of 50,000 rows.

Timed is what the server does for one request: rights, rows, filter, sort, totals, and the JSON of 200 rows. Cold is the first request of a
process, which reads and parses every row; warm is every later one, each with a filter that was not asked before. On SQLite in a folder
of its own, or on the database that MILEPOST_DATABASE_URL names.
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
    import_module("_registers_reading").main()
