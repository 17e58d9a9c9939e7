"""Which tables a backup keeps, and the form in which their rows are written down: the same for every database.

A row is a JSON array in the order of the columns. Moments are UTC in ISO form, JSON documents are text, bytes are hexadecimal.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

LEFT_OUT: Mapping[str, str] = {
    "django_session": "who is signed in now signs in again",
    "auth_permission": "made by every migration",
    "auth_group": "not used: rights are grants",
    "auth_group_permissions": "not used: rights are grants",
    "django_content_type": "made by every migration",
    "axes_accessattempt": "counts wrong passwords of the last minutes",
    "axes_accessattemptexpiration": "counts wrong passwords of the last minutes",
    "axes_accessfailurelog": "counts wrong passwords of the last minutes",
    "axes_accesslog": "not written",
    "method_lease": "who works in the background at this moment",
    "sheets_upload": "files on their way into an import, kept for a day",
}
"""Tables that a backup leaves out, with the reason."""

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its columns, and for each of them what kind of value it holds: json, moment, yes, bytes, uuid or plain."""

    name: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]


def kept_tables() -> tuple[Table, ...]:
    """Every table that a backup keeps, by name."""
    found = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True) if model._meta.managed}
    return tuple(_table(name, found[name]) for name in sorted(found.keys() - LEFT_OUT.keys()))


def read_rows(connection: BaseDatabaseWrapper, table: Table) -> Iterator[list[str]]:
    """The rows of a table as lines, some thousand at a time. The caller holds a transaction that shows one moment."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(column) for column in table.columns)
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {quote(table.name)}")  # noqa: S608 -- names of our own tables
        while rows := cursor.fetchmany(_BATCH):
            yield [json.dumps(row, default=_told, ensure_ascii=False, separators=(",", ":")) for row in rows]


def values_of(table: Table, line: str, vendor: str) -> list[Any]:
    """The values of a line, as the database of that vendor takes them."""
    return [_taken(value, kind, vendor) for value, kind in zip(json.loads(line), table.kinds, strict=True)]


def _table(name: str, model: type[models.Model]) -> Table:
    fields = [field for field in model._meta.local_concrete_fields if field.column]
    return Table(name, tuple(str(field.column) for field in fields), tuple(_kind(field) for field in fields))


def _kind(field: Any) -> str:
    while field.remote_field is not None:
        field = field.target_field
    kinds = {"JSONField": "json", "DateTimeField": "moment", "BooleanField": "yes", "BinaryField": "bytes", "UUIDField": "uuid"}
    return kinds.get(field.get_internal_type(), "plain")


def _told(value: Any) -> str:
    """What JSON has no word for."""
    match value:
        case datetime():
            aware = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
            return aware.isoformat()
        case date():
            return value.isoformat()
        case bytes() | bytearray() | memoryview():
            return bytes(value).hex()
        case UUID() | Decimal():
            return str(value)
        case _:
            raise TypeError(f"A backup cannot hold {type(value).__name__}.")


def _taken(value: Any, kind: str, vendor: str) -> Any:
    if value is None or kind in ("plain", "json"):
        return value
    if kind == "yes":
        return bool(value)
    if kind == "bytes":
        return bytes.fromhex(value)
    if kind == "uuid":
        return UUID(value).hex if vendor == "sqlite" else value
    return value.replace("T", " ").removesuffix("+00:00") if vendor == "sqlite" else value


def essence(table: Table, lines: Iterable[str]) -> Iterator[str]:
    """The rows in a form that does not depend on the database: documents with sorted keys, whole numbers as whole numbers."""
    for line in lines:
        row = [_plain(json.loads(value) if kind == "json" and value is not None else value, kind) for value, kind in _pairs(table, line)]
        yield json.dumps(row, sort_keys=True, ensure_ascii=False)


def _pairs(table: Table, line: str) -> Iterator[tuple[Any, str]]:
    return zip(json.loads(line), table.kinds, strict=True)


def _plain(value: Any, kind: str) -> Any:
    match value:
        case bool():
            return value
        case float() if value.is_integer():
            return int(value)
        case int() if kind == "yes":
            return bool(value)
        case dict():
            return {key: _plain(inner, "") for key, inner in value.items()}
        case list():
            return [_plain(inner, "") for inner in value]
        case str() if kind == "uuid":
            return UUID(value).hex
        case _:
            return value
