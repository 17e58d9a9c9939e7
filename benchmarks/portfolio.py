"""Data of the portfolio page for 1,000 projects with 200,000 tasks: at most 150 ms on the server, a constant number of queries.

Every project has a plan of 200 tasks, its rows in the database and its figures as the kind writes them. The projects lie below 10 units
with 5 programmes each. Timed is the whole answer: rights, queries, proposed status of each project, and its JSON. On SQLite in a folder
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
    import_module("_portfolio_page").main()
