"""Django's SQLite backend on `pysqlite3` (SQLite >= 3.51.3: older ones can corrupt a file in WAL mode).

Every transaction begins IMMEDIATE, so that none fails half way for want of the write lock; the writers of one process
queue first come, first served; those of other processes wait up to 20 seconds. A commit is on the disk when it returns.
"""

from __future__ import annotations

import datetime
import decimal
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import tee
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base as stock
from django.db.backends.sqlite3._functions import register as register_functions
from django.db.backends.sqlite3.features import DatabaseFeatures as StockFeatures
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from pysqlite3 import dbapi2 as Database  # noqa: N812 -- the name that Django's backends use

from milepost.config.sqlite.queue import WriterQueue

BUSY_SECONDS = 20
_QUEUES: defaultdict[str, WriterQueue] = defaultdict(WriterQueue)

Database.register_converter("bool", b"1".__eq__)
Database.register_converter("date", stock.decoder(parse_date))
Database.register_converter("time", stock.decoder(parse_time))
Database.register_converter("datetime", stock.decoder(parse_datetime))
Database.register_converter("timestamp", stock.decoder(parse_datetime))
Database.register_adapter(decimal.Decimal, str)
Database.register_adapter(datetime.date, stock.adapt_date)
Database.register_adapter(datetime.datetime, stock.adapt_datetime)


class CursorWrapper(Database.Cursor):
    """Takes Django's `%s` and `%(name)s` for SQLite's `?` and `:name`."""

    def execute(self, query: str, params: Any = None) -> Any:
        """Run one statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(_sqlite_marks(query, names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        """Run one statement for each set of parameters."""
        first, rest = tee(iter(param_list))
        params = next(first, None)
        names = list(params) if params and isinstance(params, Mapping) else None
        return super().executemany(_sqlite_marks(query, names), rest)


class DatabaseFeatures(StockFeatures):
    """What this SQLite can do, whatever the one of the standard library can."""

    can_alter_table_drop_column = True
    can_return_columns_from_insert = True
    can_return_rows_from_bulk_insert = True
    max_query_params = 32_766


class DatabaseWrapper(stock.DatabaseWrapper):
    """A connection of one thread."""

    Database = Database
    features_class = DatabaseFeatures

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._holds_turn = False

    def get_connection_params(self) -> dict[str, Any]:
        """How to open the file; the option `synchronous` may relax the disk for tests."""
        params: dict[str, Any] = super().get_connection_params()
        self._synchronous = params.pop("synchronous", "FULL")
        self.transaction_mode = "IMMEDIATE"
        return {"timeout": BUSY_SECONDS, **params}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the file, with the pragmas that this backend stands for."""
        connection = Database.connect(**conn_params)
        register_functions(connection)
        for pragma in ("foreign_keys = ON", "legacy_alter_table = OFF", "journal_mode = WAL", f"synchronous = {self._synchronous}"):
            connection.execute(f"PRAGMA {pragma}").close()
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor that takes Django's marks."""
        return self.connection.cursor(factory=CursorWrapper)

    def _start_transaction_under_autocommit(self) -> None:
        queue = _QUEUES[str(self.settings_dict["NAME"])]
        if not queue.enter(BUSY_SECONDS):
            raise OperationalError("database is locked by another thread of this process")
        self._holds_turn = True
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._leave_queue()
            raise

    def _commit(self) -> None:
        super()._commit()
        self._leave_queue()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self._leave_queue()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self._leave_queue()

    def _leave_queue(self) -> None:
        if self._holds_turn:
            self._holds_turn = False
            _QUEUES[str(self.settings_dict["NAME"])].leave()


def _sqlite_marks(query: str, names: list[str] | None) -> str:
    if names is None:
        return str(stock.FORMAT_QMARK_REGEX.sub("?", query)).replace("%%", "%")
    return query % {name: f":{name}" for name in names}
