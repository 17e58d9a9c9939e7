"""Operations as JSON, as they lie in the change log and travel to browsers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from milepost.engines.sheet.errors import BadOperation
from milepost.engines.sheet.operations import Delete, Insert, Kept, Move, NewRow, Op, Place, Restore, Set, Settings


def op_to_json(op: Op) -> dict[str, Any]:
    """The JSON object of an operation; `op` in it says which."""
    match op:
        case Set():
            return {"op": "set", "row": op.row, "cells": dict(op.cells)}
        case Insert():
            rows = [{"id": row.id, "parent": row.parent, "cells": dict(row.cells)} for row in op.rows]
            return {"op": "insert", "rows": rows, "parent": op.parent, "after": op.after}
        case Delete():
            return {"op": "delete", "rows": list(op.rows)}
        case Restore():
            return {"op": "restore", "rows": [[row.id, row.parent, row.position, dict(row.cells)] for row in op.rows]}
        case Move():
            return {"op": "move", "rows": list(op.rows), "parent": op.parent, "after": op.after}
        case Place():
            return {"op": "place", "rows": [list(place) for place in op.rows]}
        case Settings():
            return {"op": "settings", "values": dict(op.values)}


def op_from_json(data: Mapping[str, Any]) -> Op:
    """The operation that `op_to_json` wrote. Raises BadOperation for anything else."""
    try:
        return _read(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadOperation(reason=f"{type(error).__name__} {error}") from error


def _read(data: Mapping[str, Any]) -> Op:
    match data["op"]:
        case "set":
            return Set(int(data["row"]), dict(data["cells"]))
        case "insert":
            rows = tuple(NewRow(int(row["id"]), row["parent"], dict(row["cells"])) for row in data["rows"])
            return Insert(rows, data["parent"], data["after"])
        case "delete":
            return Delete(tuple(map(int, data["rows"])))
        case "restore":
            return Restore(tuple(Kept(int(row), parent, str(position), dict(cells)) for row, parent, position, cells in data["rows"]))
        case "move":
            return Move(tuple(map(int, data["rows"])), data["parent"], data["after"])
        case "place":
            return Place(tuple((int(row), parent, str(position)) for row, parent, position in data["rows"]))
        case "settings":
            return Settings(dict(data["values"]))
        case other:
            raise BadOperation(reason=f"there is no operation {other!r}")
