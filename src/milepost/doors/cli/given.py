"""What several commands are given: in whose name they act, and a file."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from milepost.kernel.errors import NotFound

As = Annotated[str, typer.Option("--as", help="The address of the person in whose name it happens, by their rights.")]


def person_id(email: str, *, left: bool = False) -> int:
    """Whose address it is; with `left` of one who left. Needs `prepare()` before. Raises NotFound."""
    found: int | None = import_module("milepost.apps.org.queries").person_id(email, left=left)
    if found is None:
        raise NotFound(what="person")
    return found


def uploaded(file: Path, *, actor_id: int, at: datetime) -> int:
    """Put a file where a browser would have uploaded it, and return the upload's id."""
    store = import_module("milepost.apps.sheets.actions.uploads").store_upload
    with file.open("rb") as source:
        return int(store(actor_id=actor_id, name=file.name, read=source.read, length=file.stat().st_size, at=at).pk)
