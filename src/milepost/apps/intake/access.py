"""The only way to a request that somebody may see or change.

Who sees the register sees its requests. Who asked sees their own, wherever it lies: what it says and what was decided on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from milepost.apps.intake.models import Asked
from milepost.apps.org.access import require, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.sheets.models import Row, Sheet
from milepost.engines.sheet import Cell
from milepost.kernel.errors import NotFound

KIND = "requests"


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it stands: `seen` is the number of its last change, `bits` what the reader may at its node, 0 for who only asked."""

    sheet: Sheet
    row_id: int
    seen: int
    cells: Mapping[str, Cell]
    bits: int
    own: bool

    @property
    def node(self) -> Node:
        """Where its register is."""
        return self.sheet.node

    @property
    def state(self) -> str:
        """How it stands."""
        return str(self.cells.get("state") or "new")

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.cells.get("name") or "")


def request_for(actor_id: int, sheet_id: int, row_id: int, capability: Capability = Capability.VIEW) -> Request:
    """The request, for somebody who may do this; seeing is enough for who asked for it. Raises NotFound and NotAllowed."""
    sheet = Sheet.objects.select_related("node").filter(id=sheet_id, kind=KIND, node__deleted_root=None).first()
    row = Row.objects.filter(sheet_id=sheet_id, row_id=row_id, deleted_seq=None).first() if sheet else None
    if sheet is None or row is None:
        raise NotFound(what="request")
    own = is_own(actor_id, sheet_id, row_id, row.cells)
    bits = scope_of(actor_id).bits_at(sheet.node.path)
    if not bits & Capability.VIEW and not own:
        raise NotFound(what="request")
    if capability != Capability.VIEW:
        require(bits, capability)
    return Request(sheet, row_id, row.seq, row.cells, bits if bits & Capability.VIEW else 0, own)


def is_own(actor_id: int, sheet_id: int, row_id: int, cells: Mapping[str, Cell]) -> bool:
    """Whether somebody asked for it: named as who wants it, or who sent the form, or who wrote it down."""
    if actor_id in (cells.get("wanted_by"), cells.get("made_by")):
        return True
    return Asked.objects.filter(sheet_id=sheet_id, row_id=row_id, person_id=actor_id).exists()
