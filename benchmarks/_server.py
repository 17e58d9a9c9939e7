"""Django on a new SQLite file that goes away afterwards, or on the database in MILEPOST_DATABASE_URL: import it before any model."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

import django
from django.core.management import call_command

_folder = tempfile.mkdtemp(prefix="milepost-bench-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ.update(MILEPOST_DATA_DIR=_folder, DJANGO_SETTINGS_MODULE="milepost.config.settings", MILEPOST_ALLOWED_HOSTS="testserver")
django.setup()
call_command("migrate", verbosity=0)
