"""Who may do what in a sheet: EDIT at its node, and what its declaration asks for beyond that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from milepost.apps.org.access import require
from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import Kind
from milepost.engines.sheet import Delete, Insert, Op, Restore

ACTS = ("edit", "insert", "delete", "columns")


def require_acts(kind: Kind, bits: int, ops: Iterable[Op]) -> None:
    """Raise NotAllowed where the declaration of the kind asks for more than these bits for one of the operations."""
    asked = asked_of(kind)
    if asked:
        for act in dict.fromkeys(map(act_of, ops)):
            require_act(asked, bits, act)


def require_act(asked: Mapping[str, Capability], bits: int, act: str) -> None:
    """Raise NotAllowed unless the bits allow one act: edit, insert, delete or columns."""
    require(bits, Capability.EDIT)
    if act in asked:
        require(bits, asked[act])


def asked_of(kind: Kind) -> Mapping[str, Capability]:
    """What a kind asks for beyond EDIT, by act."""
    declaration = declaration_of(kind)
    return {act: Capability[word.upper()] for act, word in declaration.may.items()} if declaration else {}


def act_of(op: Op) -> str:
    """What an operation is to the rights of a sheet."""
    match op:
        case Insert() | Restore():
            return "insert"
        case Delete():
            return "delete"
        case _:
            return "edit"
