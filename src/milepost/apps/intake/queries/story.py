"""The whole story of one request: what is needed, what is like it, what it is worth, how it scores, what was decided."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from milepost.apps.intake.access import Request, request_for
from milepost.apps.intake.amounts import amount_of, case_of, plain
from milepost.apps.intake.models import Asked, Decision
from milepost.apps.intake.queries.acts import acts_for
from milepost.apps.intake.queries.cases import told_case
from milepost.apps.intake.queries.scores import told_scoring
from milepost.apps.intake.queries.similar import similar_to_request
from milepost.apps.org.access import path_names, scope_of
from milepost.apps.org.capabilities import Capability, words
from milepost.apps.org.models import Node
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.queries.labels import linked_rows, links_in, people_in, told_links
from milepost.apps.sheets.writing.store import columns_of
from milepost.engines.sheet.select_line import Line
from milepost.kernel.errors import NotFound


def story(*, actor_id: int, sheet_id: int, row_id: int, at: datetime) -> dict[str, Any]:
    """All of it, for who sees the register or asked for it. Raises NotFound."""
    request = request_for(actor_id, sheet_id, row_id)
    case, amount = case_of(sheet_id, row_id), amount_of(request)
    return {
        "sheet_id": sheet_id,
        "row_id": row_id,
        "number": f"REQ-{request.cells.get('number')}",
        "name": request.name,
        "state": request.state,
        "seen": request.seen,
        "own": request.own,
        "may": words(request.bits),
        "node": _place(request),
        "currency": organisation_or_default().currency,
        **_cells(actor_id, request),
        "asked": _asked(request),
        "similar": [asdict(one) for one in similar_to_request(actor_id, request)],
        "amount": None if amount is None else {"amount": plain(amount.amount), "currency": amount.currency},
        "case": told_case(case) if case else None,
        "scoring": told_scoring(request),
        "decisions": _decisions(actor_id, request),
        "acts": acts_for(actor_id, request, amount),
        "at": at,
    }


def origin_of(*, actor_id: int, project_id: int) -> dict[str, Any]:
    """The request that a project came from; only its number where it is not the reader's to see. Raises NotFound for the project."""
    scope = scope_of(actor_id)
    if not Node.objects.scoped(scope).filter(id=project_id).exists():
        raise NotFound(what="node")
    started = Decision.objects.filter(project_id=project_id, what="start").order_by("-at").first()
    if started is None:
        return {"request": None}
    try:
        request = request_for(actor_id, started.sheet_id, started.row_id)
    except NotFound:
        return {"request": None}
    told = {"sheet_id": started.sheet_id, "row_id": started.row_id, "number": f"REQ-{request.cells.get('number')}", "name": request.name}
    return {"request": {**told, "at": started.at}}


def _place(request: Request) -> dict[str, Any]:
    """Where it lies; who only asked is told the name of the place and no more."""
    node = request.node
    path = path_names([node.path])[node.path] if request.bits else ((node.pk, node.name, node.kind),)
    return {
        "id": node.pk,
        "name": node.name,
        "kind": node.kind,
        "path": [{"id": pk, "name": name, "kind": kind} for pk, name, kind in path],
    }


def _cells(actor_id: int, request: Request) -> dict[str, Any]:
    """Its cells with their columns, and the names of the people and rows in them that the reader may see."""
    columns = columns_of(request.sheet)
    line = Line(request.sheet.pk, request.row_id, None, 0, False, request.cells)
    links = links_in([line], columns)
    return {
        "columns": [asdict(one) for one in columns],
        "cells": dict(request.cells),
        "names": {str(pk): name for pk, name in names_of(people_in([line], columns)).items()},
        "links": told_links(sorted(links), linked_rows(scope_of(actor_id), links)),
    }


def _asked(request: Request) -> dict[str, Any] | None:
    """Who asked by which form; the address of somebody from outside is for those who work on requests."""
    asked = Asked.objects.select_related("form").filter(sheet_id=request.sheet.pk, row_id=request.row_id).first()
    if asked is None:
        return None
    name = names_of([asked.person_id]).get(asked.person_id, "") if asked.person_id else asked.name
    address = asked.address if request.bits & Capability.EDIT else ""
    return {
        "name": name,
        "address": address,
        "form": asked.form.title if asked.form else "",
        "outside": asked.person_id is None,
        "at": asked.at,
    }


def _decisions(actor_id: int, request: Request) -> list[dict[str, Any]]:
    found = list(Decision.objects.filter(sheet_id=request.sheet.pk, row_id=request.row_id).order_by("number"))
    names = names_of({one.by for one in found if one.by})
    seen = scope_of(actor_id)
    projects = Node.objects.scoped(seen).filter(id__in=[one.project_id for one in found if one.project_id])
    shown = set(projects.values_list("id", flat=True))
    return [
        {
            "number": one.number,
            "what": one.what,
            "state": one.state,
            "reason": one.reason,
            "by": names.get(one.by or 0, ""),
            "at": one.at,
            "amount": None if one.amount is None else {"amount": plain(one.amount), "currency": one.currency},
            "until": one.data.get("until"),
            "into": _other(one.data.get("into")),
            "project_id": one.project_id if one.project_id in shown else None,
        }
        for one in found
    ]


def _other(into: list[int] | None) -> dict[str, int] | None:
    return None if into is None else {"sheet_id": into[0], "row_id": into[1]}
