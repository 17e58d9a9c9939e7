"""Try a list without writing it: what was understood, what would become of it. The report is kept beside the upload."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from milepost.apps.sheets.actions.uploads import keep_report, store_upload
from milepost.apps.sheets.lists.plan import plan_list, target_of
from milepost.apps.sheets.lists.report import report_of
from milepost.kernel.ids import new_id


@dataclass(frozen=True, slots=True)
class ListWish:
    """Which file goes where: into a register that is there (`sheet_id`), else into a new one of a kind at a node."""

    node_id: int | None
    sheet_id: int | None
    kind: str
    options: Mapping[str, Any]


def keep_text(*, actor_id: int, text: str, real_at: datetime) -> int:
    """Keep what was pasted as an upload of its own; its id. Raises what `store_upload` raises."""
    return store_upload(actor_id=actor_id, name="Pasted", read=io.BytesIO(text.encode()).read, length=None, at=real_at).pk


def check_list(*, actor_id: int, upload_id: int, wish: ListWish, real_at: datetime) -> dict[str, Any]:
    """The report on a list. Nothing is written but the report itself.

    Raises NotFound, NotAllowed, KindUnknown, and what the reader of the file refuses.
    """
    target = target_of(actor_id, node_id=wish.node_id, sheet_id=wish.sheet_id, kind=wish.kind)
    upload, plan = plan_list(actor_id, upload_id, target, wish.options, real_at)
    where = {"node_id": target.node.pk, "sheet_id": wish.sheet_id, "kind": target.kind, "options": dict(wish.options)}
    report = {"upload_id": upload.pk, "sha256": upload.sha256, "report_id": new_id(), "name": upload.name, **where, **report_of(plan)}
    keep_report(actor_id=actor_id, upload_id=upload_id, report=report, at=real_at)
    return report
