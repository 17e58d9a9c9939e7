"""Start the project of an approved request: node, profile, roles, plan, registers and method, all of it or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from milepost.apps.intake.access import Request, request_for
from milepost.apps.intake.actions.decide import Outcome, Wish, check_state, record_refusal, write_decision
from milepost.apps.intake.amounts import amount_of
from milepost.apps.intake.beginning import begin
from milepost.apps.intake.errors import DecisionRefused
from milepost.apps.intake.states import STARTED
from milepost.apps.intake.writing import lock, set_cells
from milepost.apps.office.authority import deciding
from milepost.apps.org.access import require
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.profiles import profile_keeper
from milepost.apps.org.queries import person
from milepost.apps.sheets.declarations import in_language
from milepost.apps.sheets.models import Sheet
from milepost.apps.sheets.profiles import PROFILE
from milepost.apps.sheets.writing.store import columns_of
from milepost.engines.sheet import Cell


@dataclass(frozen=True, slots=True)
class StartWish:
    """How the project shall be: below which node, its name and code, who leads and who pays, and when it begins."""

    seen: int
    parent_id: int
    name: str
    manager_id: int
    code: str = ""
    sponsor_id: int | None = None
    start: date | None = None
    finish: date | None = None


def start_project(*, actor_id: int, sheet_id: int, row_id: int, wish: StartWish, at: datetime) -> int:
    """Make the project, and return its node. One transaction.

    Raises NotFound and NotAllowed (CREATE at the register and at the parent, SHARE for the roles), MoreThanOwn; and RequestDecided and
    RequestChanged for a request that is not approved, was started already or changed since, which are recorded.
    """
    try:
        return _start(actor_id, sheet_id, row_id, wish, at)
    except DecisionRefused as refused:
        record_refusal(refused, "start", actor_id=actor_id, sheet_id=sheet_id, row_id=row_id, at=at)
        raise


@deciding
def _start(actor_id: int, sheet_id: int, row_id: int, wish: StartWish, at: datetime) -> int:
    request_for(actor_id, sheet_id, row_id)
    writing = lock(sheet_id, actor_id, at)
    request = request_for(actor_id, sheet_id, row_id)
    require(request.bits, Capability.CREATE)
    check_state(request, "start", wish.seen)
    project_id = _make(actor_id, request, wish, at)
    profile = Sheet.objects.get(node_id=project_id, kind=PROFILE)
    link: dict[str, Any] = {"sheet": profile.pk, "row": project_id}
    outcome = Outcome(amount_of(request), {"project": link}, project_id=project_id)
    write_decision(request, Wish("start", wish.seen), outcome, actor_id=actor_id, at=at)
    set_cells(writing, row_id, {"state": STARTED, "project": [link]})
    return project_id


def _make(actor_id: int, request: Request, wish: StartWish, at: datetime) -> int:
    node = create_node(
        actor_id=actor_id,
        parent_id=wish.parent_id,
        kind="project",
        name=wish.name,
        code=wish.code,
        manager_id=wish.manager_id,
        sponsor_id=wish.sponsor_id,
        at=at,
    )
    profile_keeper().write(node.pk, _profile(actor_id, request, wish), actor_id=actor_id, at=at)
    grant_role(actor_id=actor_id, person_id=wish.manager_id, node_id=node.pk, role="manager", at=at)
    if wish.sponsor_id is not None and wish.sponsor_id != wish.manager_id:
        grant_role(actor_id=actor_id, person_id=wish.sponsor_id, node_id=node.pk, role="viewer", at=at)
    begin(node.pk, actor_id, at)
    return node.pk


def _profile(actor_id: int, request: Request, wish: StartWish) -> dict[str, Cell]:
    """What the request says of the project, by role of its profile."""
    amount, cells = amount_of(request), request.cells
    said: dict[str, Cell] = {
        "description": cells.get("need"),
        "category": _category(actor_id, request),
        "phase": "definition",
        "start": wish.start.isoformat() if wish.start else None,
        "finish": wish.finish.isoformat() if wish.finish else cells.get("wanted_for"),
        "baseline_finish": wish.finish.isoformat() if wish.finish else cells.get("wanted_for"),
        "budget": float(amount.amount) if amount else None,
        "baseline_budget": float(amount.amount) if amount else None,
    }
    return {role: value for role, value in said.items() if value is not None and not isinstance(value, dict)}


def _category(actor_id: int, request: Request) -> Cell:
    """The category as the actor calls it: in the profile of a project it is text."""
    value, reader = request.cells.get("category"), person(actor_id)
    column = next((one for one in columns_of(request.sheet) if one.key == "category"), None)
    label = (column.options.get("labels") or {}).get(str(value)) if column else None
    return in_language(label, reader.locale if reader else "en") if label else value
