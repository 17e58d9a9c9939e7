"""A restore and a move migrate a second database: a migration that writes rows says to which."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from django.db.migrations import RunPython
from django.db.migrations.loader import MigrationLoader


def test_each_data_migration_writes_to_the_database_that_is_migrated() -> None:
    astray = [f"{name}: {code.__name__}" for name, code in _functions() if "schema_editor.connection" not in inspect.getsource(code)]
    assert not astray, f"Write by .objects.using(schema_editor.connection.alias): {', '.join(astray)}"


def _functions() -> Iterator[tuple[str, object]]:
    for (app, name), migration in MigrationLoader(None, ignore_no_migrations=True).disk_migrations.items():
        if not migration.__class__.__module__.startswith("milepost."):
            continue
        for step in migration.operations:
            if isinstance(step, RunPython) and step.code is not RunPython.noop:
                yield f"{app} {name}", step.code
