"""Connections of their own: one that shows a single moment, one to a database that is being filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

_FILLING = "filling"


@contextmanager
def one_moment(alias: str = "default") -> Iterator[BaseDatabaseWrapper]:
    """A connection whose reads all show the moment at which it began; nobody waits for it."""
    connection = connections.create_connection(alias)
    connection.settings_dict = without_pool(connection.settings_dict)
    begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if connection.vendor == "postgresql" else "BEGIN"
    try:
        with connection.cursor() as cursor:
            cursor.execute(begin)
            # SQLite takes its moment with the first read.
            cursor.execute("SELECT count(*) FROM django_migrations")
            cursor.fetchall()
        yield connection
    finally:
        connection.close()


@contextmanager
def filling(database: Mapping[str, Any]) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a database with these settings, which migrations can be run on; its settings are forgotten at the end."""
    connections.settings[_FILLING] = {**connections.settings["default"], **without_pool(database), "TEST": {}}
    try:
        yield connections[_FILLING]
    finally:
        connections[_FILLING].close()
        del connections[_FILLING]
        del connections.settings[_FILLING]


def without_pool(database: Mapping[str, Any]) -> dict[str, Any]:
    """Settings for one connection: a pool would hold more of them than are needed."""
    options = {name: value for name, value in database.get("OPTIONS", {}).items() if name != "pool"}
    return {**database, "OPTIONS": options}


def in_schema(database: Mapping[str, Any], schema: str) -> dict[str, Any]:
    """Settings of a PostgreSQL database by which all names are looked for in one schema."""
    options = dict(database["OPTIONS"])
    options["options"] = f"{options.get('options', '')} -c search_path={schema}".strip()
    return {**database, "OPTIONS": options}
