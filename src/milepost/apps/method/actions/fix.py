"""Do at a click what a finding asks for, by the rights of the person who clicks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from milepost.apps.method.actions.lint import lint
from milepost.apps.method.actions.write_document import write_document
from milepost.apps.method.errors import NothingToDo
from milepost.apps.method.models import DocumentState, Finding
from milepost.apps.method.queries.holding import pack_for
from milepost.apps.org.access import node_for
from milepost.apps.org.queries import person
from milepost.apps.planning.actions.make_plan import make_plan
from milepost.apps.planning.actions.set_baseline import set_baseline
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.declarations import in_language
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was done: `did` as the fix says it, and the sheet or the document that is there now."""

    did: str
    sheet_id: int | None = None
    document_id: int | None = None


@transaction.atomic
def fix(*, actor_id: int, finding_id: int, at: datetime) -> Fixed:
    """Make the missing register, document or plan, or set the baseline, and hold the project against its method again.

    Raises NotFound for a finding that is gone or not theirs to see, NotAllowed, NothingToDo, and what the action itself refuses.
    """
    finding = Finding.objects.select_for_update().filter(id=finding_id, gone_at=None).first()
    if finding is None:
        raise NotFound(what="finding")
    try:
        node_for(actor_id, finding.node_id)
    except NotFound:
        raise NotFound(what="finding") from None
    done = _do(finding.fix or {}, actor_id, finding.node_id, at)
    lint([finding.node_id], at=at)
    return done


def _do(wish: Mapping[str, Any], actor_id: int, node_id: int, at: datetime) -> Fixed:
    match wish.get("does"):
        case "create_register":
            return Fixed("create_register", _register(actor_id, node_id, str(wish["kind"]), at))
        case "make_plan":
            return Fixed("make_plan", make_plan(actor_id=actor_id, project_id=node_id, at=at))
        case "set_baseline":
            set_baseline(actor_id=actor_id, sheet_id=int(wish["sheet"]), at=at)
            return Fixed("set_baseline", int(wish["sheet"]))
        case "create_document":
            return Fixed("create_document", document_id=_document(actor_id, node_id, str(wish["artefact"]), at))
        case _:
            raise NothingToDo


def _register(actor_id: int, node_id: int, kind: str, at: datetime) -> int:
    """An empty register, called as its kind is in the language of who asked. Raises NotAllowed."""
    declaration = declaration_of(kind_named(kind))
    name = in_language(declaration.title, _language(actor_id)) if declaration else kind
    return create_sheet(actor_id=actor_id, node_id=node_id, kind=kind, name=name, at=at).sheet_id


def _document(actor_id: int, node_id: int, artefact: str, at: datetime) -> int:
    """The first draft: the template of the pack in the language of who asked. Raises NotAllowed, and DocumentMoved where it is there."""
    held = pack_for(node_id)
    found = next((one for one in held.pack.artefacts if one.key == artefact), None) if held else None
    if found is None or not found.template:
        raise NothingToDo
    text = in_language(found.template, _language(actor_id))
    draft = DocumentState.DRAFT
    return write_document(actor_id=actor_id, project_id=node_id, artefact=artefact, text=text, state=draft, was=0, at=at).pk


def _language(actor_id: int) -> str:
    maker = person(actor_id)
    return maker.locale if maker else "en"
