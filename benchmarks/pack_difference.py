"""What a new version of a pack means for 500 live projects: bound, 10 s."""

from __future__ import annotations

import os
import tempfile

import django

from _machine import machine, timed

PROJECTS = 500


def main() -> None:
    """Make the projects, adopt a version, and ask for the difference to another."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"MILEPOST_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "milepost.config.settings"}
        django.setup()
        from _pack_difference import difference_of  # noqa: PLC0415 -- models need the settings of this run

        ask, projects = difference_of(PROJECTS)
        least, median = timed(ask, rounds=5)
        print(machine())
        print(f"difference for {projects} live projects: {least:.0f} ms at best, {median:.0f} ms at the median (bound 10,000 ms)")


if __name__ == "__main__":
    main()
