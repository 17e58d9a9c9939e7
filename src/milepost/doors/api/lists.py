"""Lists in: a dry run of a file or of pasted text, then the import of what was checked, part after part."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any, Literal

from ninja import Router, Schema
from pydantic import Field

from milepost.apps.sheets.lists.check_list import ListWish, check_list, keep_text
from milepost.apps.sheets.lists.import_list import go_on, start_import
from milepost.apps.sheets.lists.progress import Progress, progress_of, unfinished
from milepost.apps.sheets.lists.undo_list import undo_import
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.list_schemas import ListOptions, ListReport
from milepost.doors.clock import now, real_now
from milepost.kernel.errors import Invalid

router = Router(tags=["lists"])
_AT_ONCE = timedelta(seconds=4)
_MOST_TEXT = 20_000_000


class ListCheckIn(Schema):
    """Which list goes where: an upload or pasted text, into a register (`sheet_id`), or into a new one of a kind at a node.

    For the kind project the rows become projects below the node.
    """

    upload_id: Id | None = None
    text: Annotated[str | None, Field(max_length=_MOST_TEXT)] = None
    node_id: Id | None = None
    sheet_id: Id | None = None
    kind: Annotated[str, Field(max_length=40)] = "blank"
    options: ListOptions = Field(default_factory=ListOptions)


class ListImportIn(Schema):
    """The list that was checked: all rows that can come in, or only those without a doubt."""

    upload_id: Id
    report_id: Id
    what: Literal["all", "right"] = "all"


class KeptOut(Schema):
    """What stayed as it is when an import was taken back: a project or place, why, and for `changed_since` the columns, by language."""

    node_id: int
    name: str
    code: Literal["not_allowed", "holds_more", "changed_since"]
    columns: list[dict[str, str]]


class ListProgress(Schema):
    """How far an import is. `sheet_id` is the register that it fills; for projects it is null. `counts` are empty before the first part.

    `active` says that somebody goes on with it right now; one that is running and not active stopped on the way. `kept` is what could
    not be taken back, what stays of a register with the register's name and without columns where whole rows do.
    """

    id: int
    name: str
    state: Literal["running", "done", "undone"]
    kind: str
    node_id: int
    sheet_id: int | None
    done: int
    total: int
    counts: dict[str, int]
    active: bool
    can_undo: bool
    kept: list[KeptOut]


@router.post("/lists/check", response=ListReport, operation_id="check_list")
def post_check(request: Request, body: ListCheckIn) -> dict[str, Any]:
    """Try a list without writing anything: what was understood, what would become of each row, what would be made."""
    actor_id, wish = request.auth.id, ListWish(body.node_id, body.sheet_id, body.kind, body.options.told())
    if (body.upload_id is None) == (body.text is None):
        raise Invalid(field="upload_id", reason="give either an upload or a text")
    upload_id = body.upload_id or keep_text(actor_id=actor_id, text=body.text or "", real_at=real_now())
    return check_list(actor_id=actor_id, upload_id=upload_id, wish=wish, real_at=real_now())


@router.post("/lists", response={201: ListProgress}, operation_id="import_list")
def post_import(request: Request, body: ListImportIn) -> Progress:
    """Begin the import of what was checked; nothing comes in before the first call of `go`."""
    return start_import(
        actor_id=request.auth.id, upload_id=body.upload_id, report_id=body.report_id, what=body.what, at=now(), real_at=real_now()
    )


@router.post("/lists/{import_id}/go", response=ListProgress, operation_id="go_on_with_list")
def post_go(request: Request, import_id: Id) -> Progress:
    """Bring in the next parts, for some four seconds. Call it until the state is done; after a break it goes on where it was."""
    parts = go_on(actor_id=request.auth.id, import_id=import_id, at=now(), real_at=real_now())
    progress = next(parts)
    until = real_now() + _AT_ONCE
    # Each part is committed when it is told; the next one begins only where there is time for it, and not where another call goes on.
    for progress in parts:
        if progress.state == "done" or real_now() > until:
            break
    return progress


@router.get("/lists", response=list[ListProgress], operation_id="list_imports")
def get_unfinished(request: Request) -> list[Progress]:
    """One's own imports that are on their way or stopped there."""
    return unfinished(actor_id=request.auth.id, real_at=real_now())


@router.get("/lists/{import_id}", response=ListProgress, operation_id="get_list_import")
def get_progress(request: Request, import_id: Id) -> Progress:
    """How far an import of one's own is."""
    return progress_of(actor_id=request.auth.id, import_id=import_id, real_at=real_now())


@router.post("/lists/{import_id}/undo", response=ListProgress, operation_id="undo_list_import")
def post_undo(request: Request, import_id: Id) -> Progress:
    """Take back an import of one's own, as a whole; one that stopped on the way is over then, even where nothing of it can be taken back.

    Rows go out of their register, projects and places into the bin; what was changed says again what it said, where nobody changed it
    since. `kept` is the rest.
    """
    return undo_import(actor_id=request.auth.id, import_id=import_id, at=now())
