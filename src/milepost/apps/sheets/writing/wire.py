"""Operations as people's programs send them, made into those of the engine: only what people may do, rows without an id get one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from milepost.engines.sheet import Delete, Insert, Move, NewRow, Op, Set, Settings
from milepost.engines.sheet.errors import BadOperation
from milepost.kernel.ids import new_id


def ops_from_wire(ops: Sequence[Mapping[str, Any]]) -> list[Op]:
    """The operations `set`, `insert`, `delete`, `move` and `settings`. Raises BadOperation for another one.

    `insert` brings one row (`row`, `cells`) or several (`rows`: `id`, `parent`, `cells`, parents first). A row of several whose `parent`
    is left out stands right below the operation's `parent`.
    """
    return [_op(op) for op in ops]


def _op(op: Mapping[str, Any]) -> Op:
    match op["op"]:
        case "set":
            return Set(op["row"], op["cells"])
        case "insert":
            return _insert(op)
        case "delete":
            return Delete(tuple(op["rows"]))
        case "move":
            return Move(tuple(op["rows"]), op.get("parent"), op.get("after"))
        case "settings":
            return Settings(op["values"])
        case other:
            raise BadOperation(reason=f"there is no operation {other!r}")


def rows_from_wire(rows: Sequence[Mapping[str, Any]], parent: int | None = None) -> tuple[NewRow, ...]:
    """Rows as `id`, `parent` and `cells`, parents first; one whose `parent` is left out stands right below `parent`."""
    return tuple(NewRow(row.get("id") or new_id(), row.get("parent") or parent, row.get("cells") or {}) for row in rows)


def _insert(op: Mapping[str, Any]) -> Insert:
    parent = op.get("parent")
    given = op.get("rows") or [{"id": op.get("row"), "parent": parent, "cells": op.get("cells") or {}}]
    return Insert(rows_from_wire(given, parent), parent, op.get("after"))
