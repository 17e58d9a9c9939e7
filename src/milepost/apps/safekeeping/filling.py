"""Filling an empty database from a backup, and holding what was written against what was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from milepost.apps.safekeeping.archive import Manifest, Reader
from milepost.apps.safekeeping.errors import BackupIncomplete, BackupNewer
from milepost.apps.safekeeping.tables import Table, essence, kept_tables, read_rows, values_of

_BATCH = 5000


def fill(connection: BaseDatabaseWrapper, reader: Reader) -> int:
    """Make the tables as they were at the backup, put its rows in, read them back, bring the tables up to date; how many rows there are.

    Raises BackupNewer, BackupDamaged and BackupIncomplete; the database is worth nothing then.
    """
    executor = MigrationExecutor(connection)
    executor.migrate(_targets(executor, reader.path, reader.manifest))
    tables = [_as_kept(table, reader.manifest) for table in kept_tables() if table.name in reader.manifest.tables]
    with _unbound(connection):
        for table in tables:
            connection.cursor().execute(f"DELETE FROM {connection.ops.quote_name(table.name)}")  # noqa: S608 -- our own tables
        for table in tables:
            _insert(connection, table, reader.lines(table.name))
    for table in tables:
        _compare(connection, table, reader)
    call_command("migrate", database=connection.alias, interactive=False, verbosity=0)
    _go_on_counting(connection)
    return sum(table.rows for table in reader.manifest.tables.values())


def _targets(executor: MigrationExecutor, path: Path, manifest: Manifest) -> list[tuple[str, str]]:
    """The migrations that were applied when the backup was made, without those that others of them need anyway."""
    graph = executor.loader.graph
    applied = {(app, name) for app, name in manifest.migrations}
    for app, name in sorted(applied - graph.nodes.keys()):
        if app in executor.loader.migrated_apps:
            raise BackupNewer(file=path, version=manifest.milepost, step=f"{app} {name}")
    known = applied & graph.nodes.keys()
    return sorted(node for node in known if not any(child.key in known for child in graph.node_map[node].children))


def _as_kept(table: Table, manifest: Manifest) -> Table:
    """The table with the columns that the backup has: columns that came later are filled by their migration."""
    kinds = dict(zip(table.columns, table.kinds, strict=True))
    columns = manifest.tables[table.name].columns
    return Table(table.name, tuple(columns), tuple(kinds.get(column, "plain") for column in columns))


class _unbound:  # noqa: N801 -- used like a function
    """One transaction in which rows may come before those that they refer to."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection
        self._atomic = transaction.atomic(using=connection.alias)

    def __enter__(self) -> None:
        self._connection.disable_constraint_checking()
        self._atomic.__enter__()
        if self._connection.vendor == "postgresql":
            self._connection.cursor().execute("SET CONSTRAINTS ALL DEFERRED")

    def __exit__(self, *error: Any) -> None:
        if error[0] is None:
            self._connection.check_constraints()
        self._atomic.__exit__(*error)
        self._connection.enable_constraint_checking()


def _insert(connection: BaseDatabaseWrapper, table: Table, lines: Iterable[str]) -> None:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(column) for column in table.columns)
    rows = (values_of(table, line, connection.vendor) for line in lines)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {quote(table.name)} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * len(table.columns))
        while batch := list(islice(rows, _BATCH)):
            cursor.executemany(f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})", batch)  # noqa: S608 -- our own tables


def _compare(connection: BaseDatabaseWrapper, table: Table, reader: Reader) -> None:
    with transaction.atomic(using=connection.alias):
        written = digest_of(table, (line for lines in read_rows(connection, table) for line in lines))
    if written != digest_of(table, reader.lines(table.name)):
        raise BackupIncomplete(table=table.name)


def digest_of(table: Table, lines: Iterable[str]) -> int:
    """A number that is the same for the same rows, in whatever order and from whatever database."""
    return sum(_number(row) for row in essence(table, lines)) % 2**256


def _number(row: str) -> int:
    return int.from_bytes(hashlib.sha256(row.encode()).digest())


def _go_on_counting(connection: BaseDatabaseWrapper) -> None:
    """Numbers that the database gives out go on behind the last one that is there."""
    models = list(connection.introspection.installed_models(connection.introspection.table_names()))
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
