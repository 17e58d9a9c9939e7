"""What the declaration of a kind says to its readers: views to begin with, formats, and who may do what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.declarations import Declaration, Format
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import kind_named

_ACTS = ("edit", "insert", "delete", "columns")


def declared(kind: str) -> Declaration | None:
    """The declaration of a kind; None for one that is code. Raises KindUnknown."""
    return declaration_of(kind_named(kind))


def formats_of(kind: str) -> Sequence[Format]:
    """The conditional formats of a kind."""
    found = declared(kind)
    return found.formats if found else ()


def told_formats(kind: str) -> list[dict[str, Any]]:
    """The same for the browser."""
    return [{"when": [list(one) for one in form.when], "column": form.column, "tone": form.tone} for form in formats_of(kind)]


def titles_of(kind: str) -> dict[str, Any]:
    """What a kind is called, in English and by language. Raises KindUnknown."""
    found = declared(kind)
    titles = dict(found.title) if found else {"en": kind.capitalize()}
    return {"kind_title": titles["en"], "kind_titles": titles}


def default_views(kind: str) -> list[dict[str, Any]]:
    """The views that every register of a kind begins with, in the form of saved ones."""
    found = declared(kind)
    told = []
    for view in found.views if found else ():
        config = {
            "filter": [list(one) for one in view.filter],
            "sort": [list(one) for one in view.sort],
            "group": view.group,
            "columns": list(view.columns),
            "show": view.show,
        }
        name = {"key": view.key, "name": view.title["en"], "titles": dict(view.title)}
        place = {"sheet_id": None, "kind": kind, "node_id": None}
        told.append({"id": None, **name, **place, "shared": True, "mine": False, "may_change": False, "config": config})
    return told


def may_do(bits: int, kind: str) -> list[str]:
    """What somebody with these rights may do in a register of a kind: edit, insert, delete, columns, comment. Raises KindUnknown."""
    return acts_of(bits, declared(kind))


def acts_of(bits: int, found: Declaration | None) -> list[str]:
    """The same for a declaration that is at hand; None is a kind that is code."""
    asked = found.may if found else {}
    acts = [act for act in _ACTS if bits & Capability.EDIT and bits & Capability[asked.get(act, "edit").upper()]]
    return [*acts, "comment"] if bits & Capability.COMMENT else acts
