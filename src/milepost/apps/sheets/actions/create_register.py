"""Make a register of a declared kind at a node."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries import person
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.declarations import Declaration, in_language
from milepost.apps.sheets.errors import KindNotHere
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import KindUnknown, kind_named
from milepost.apps.sheets.names import plain_words

PROFILE = "project"
"""The kind whose one sheet comes with its node, so nobody makes a second one."""


@transaction.atomic(durable=True)
def create_register(*, actor_id: int, node_id: int, kind: str, at: datetime, name: str = "") -> int:
    """Make an empty register, and return its id; without a name it is called as its kind is, in the maker's language.

    Raises NotFound, NotAllowed, KindUnknown, KindNotHere, and Invalid for a name that is none.
    """
    node = node_for(actor_id, node_id, Capability.CREATE)
    declaration = declaration_of(kind_named(kind))
    if declaration is None:
        raise KindUnknown(kind=kind)
    if not may_stand(declaration, node.kind):
        raise KindNotHere(title=declaration.title["en"], node=node.kind)
    maker = person(actor_id)
    called = plain_words(name, "name") if name.strip() else in_language(declaration.title, maker.locale if maker else "en")
    return create_sheet(actor_id=actor_id, node_id=node_id, kind=kind, name=called, at=at).sheet_id


def may_stand(declaration: Declaration, node_kind: str) -> bool:
    """Whether somebody may make a register of the kind at a node of this kind."""
    return declaration.kind != PROFILE and (not declaration.at or node_kind in declaration.at)
