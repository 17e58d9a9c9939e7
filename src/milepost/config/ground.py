"""What must stand before Django does: the data folder with its secret key, and the settings' name."""

from __future__ import annotations

import os

import django

from milepost.config.environment import Environment
from milepost.config.secret import keep_secret_key


def prepare() -> None:
    """Make the data folder, keep a secret key in it, set Django up. Raises OSError where the folder cannot be written."""
    given = Environment.of_process()
    keep_secret_key(given.text("MILEPOST_SECRET_KEY"), given.data_dir())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "milepost.config.settings")
    django.setup()
