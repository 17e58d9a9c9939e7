"""The only way to a row, and to what was said and attached there, for somebody who may see or change it.

A comment or a file is seen by who sees its row. In the bin it is there only for who could put it there.
"""

from __future__ import annotations

from milepost.apps.org.access import bin_scope_of, require
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.paths import out_of_bin
from milepost.apps.sheets.access import sheet_and_rights
from milepost.apps.sheets.models import Comment, File, Row, Sheet
from milepost.kernel.errors import NotAllowed, NotFound


def row_for(actor_id: int, sheet_id: int, row_id: int, capability: Capability = Capability.VIEW) -> Sheet:
    """The sheet of a row that is there, for somebody who may do this. Three queries. Raises NotFound and NotAllowed."""
    sheet, bits = sheet_and_rights(actor_id, sheet_id)
    if not Row.objects.filter(sheet_id=sheet_id, row_id=row_id, deleted_seq=None).exists():
        raise NotFound(what="row")
    require(bits, capability)
    return sheet


def own_comment(actor_id: int, comment_id: int) -> tuple[Comment, Sheet]:
    """A comment of the person's own, locked, with its sheet. Raises NotFound, and NotAllowed for a comment of somebody else."""
    comment = Comment.objects.select_for_update().filter(id=comment_id, deleted_at=None).first()
    sheet = _home("comment", actor_id, comment)
    assert comment is not None
    if comment.author_id != actor_id:
        raise NotAllowed(verb="change what somebody else wrote", capability=Capability.COMMENT.word)
    return comment, sheet


def file_for(actor_id: int, file_id: int, capability: Capability = Capability.VIEW) -> tuple[File, Sheet]:
    """A file with its sheet, for somebody who may do this there. Raises NotFound and NotAllowed."""
    file = File.objects.filter(id=file_id, deleted_at=None).first()
    sheet = _home("file", actor_id, file, capability)
    assert file is not None
    return file, sheet


def binned_sheet(actor_id: int, sheet_id: int, capability: Capability, what: str = "sheet") -> Sheet:
    """A sheet, whether it or its node is deleted or not, locked, for somebody who may do this there. Raises NotFound and NotAllowed."""
    sheet = Sheet.with_deleted.select_for_update(of=("self",)).select_related("node").filter(id=sheet_id).first()
    bits = bin_scope_of(actor_id, capability).bits_at(out_of_bin(sheet.node.path)) if sheet else 0
    if sheet is None or not bits & Capability.VIEW:
        raise NotFound(what=what)
    require(bits, capability)
    return sheet


def _home(what: str, actor_id: int, thing: Comment | File | None, capability: Capability = Capability.COMMENT) -> Sheet:
    """The sheet of a comment or file, where its row is there; what somebody may not see is not there."""
    if thing is None:
        raise NotFound(what=what)
    try:
        if thing.row_id is None:
            sheet, bits = sheet_and_rights(actor_id, thing.sheet_id)
            require(bits, capability)
            return sheet
        return row_for(actor_id, thing.sheet_id, thing.row_id, capability)
    except NotFound:
        raise NotFound(what=what) from None
