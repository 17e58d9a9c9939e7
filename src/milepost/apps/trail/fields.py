"""Columns that every app's tables share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from milepost.kernel.ids import new_id

if TYPE_CHECKING:  # the stubs know what a field holds, the classes themselves take no argument
    _WholeNumber = models.BigIntegerField[int, int]
    _Text = models.CharField[str, str]
else:
    _WholeNumber = models.BigIntegerField
    _Text = models.CharField


class IdField(_WholeNumber):
    """A public id as primary key: random, 53 bits. On SQLite it is the row's own number, so a look-up is one search."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("primary_key", True)
        kwargs.setdefault("default", new_id)
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def db_type(self, connection: Any) -> str | None:
        """`integer` on SQLite, where only that type names the row's own number."""
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


class PathField(_Text):
    """Text that is compared byte by byte, so that a range of it means the same in every database and locale."""

    def db_parameters(self, connection: Any) -> dict[str, Any]:
        """SQLite compares bytes anyway; PostgreSQL is told to."""
        found = super().db_parameters(connection)
        return {**found, "collation": "C"} if connection.vendor == "postgresql" else {**found}
