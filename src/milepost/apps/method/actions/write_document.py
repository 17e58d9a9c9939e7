"""Write the next version of a document of a project."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.method.models import Document, DocumentState
from milepost.apps.method.packs.errors import DocumentMoved, NothingHolds, NotInPack
from milepost.apps.method.packs.events import DOCUMENT_WRITTEN
from milepost.apps.method.queries.holding import pack_for
from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid

MOST_LETTERS = 100_000


@transaction.atomic
def write_document(*, actor_id: int, project_id: int, artefact: str, text: str, state: str, was: int, at: datetime) -> Document:
    """Write a document of the project's method as draft or final; `was` is the number of the version that the writer had before them,
    0 for none. The same text and state again is no new version.

    Raises NotFound, NotAllowed, NothingHolds, NotInPack, DocumentMoved, Invalid.
    """
    node = node_for(actor_id, project_id, Capability.EDIT, lock=True)
    if state not in DocumentState.values:
        raise Invalid(field="state", reason="it is draft or final")
    if not text.strip() or len(text) > MOST_LETTERS:
        raise Invalid(field="text", reason=f"it needs 1 to {MOST_LETTERS} characters")
    last = Document.objects.filter(node_id=project_id, artefact=artefact).order_by("-number").first()
    if last is None:
        _refuse_unknown(project_id, node.name, artefact)
    if (last.number if last else 0) != was:
        raise DocumentMoved
    if last is not None and (last.text, last.state) == (text, state):
        return last
    told = {"text": text, "state": state, "by": actor_id, "at": at}
    made = Document.objects.create(node_id=project_id, artefact=artefact, number=was + 1, **told)
    data = {"name": artefact, "number": made.number, "state": state}
    record(DOCUMENT_WRITTEN, actor_id=actor_id, at=at, node_id=project_id, data=data)
    return made


def _refuse_unknown(project_id: int, name: str, artefact: str) -> None:
    held = pack_for(project_id)
    if held is None:
        raise NothingHolds(name=name)
    if not any(one.key == artefact and one.form == "document" for one in held.pack.artefacts):
        raise NotInPack(what="document", key=artefact)
