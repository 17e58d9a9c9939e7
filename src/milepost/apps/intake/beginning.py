"""What a project begins with."""

from __future__ import annotations

from datetime import datetime

from milepost.apps.method.actions.start_project import begin_by_method
from milepost.apps.method.queries.holding import pack_for
from milepost.apps.org.queries import person
from milepost.apps.planning.actions.make_plan import make_plan
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.declarations import in_language
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import kind_named

_REGISTERS = ("raid", "communication", "stakeholders")


def begin(project_id: int, actor_id: int, at: datetime) -> None:
    """What the method pack that holds there begins it with; without one a plan on the calendar of the organisation and the registers that
    every project needs. In the caller's transaction."""
    if pack_for(project_id) is not None:
        begin_by_method(project_id, actor_id, at)
    else:
        _begin_plainly(project_id, actor_id, at)


def _begin_plainly(project_id: int, actor_id: int, at: datetime) -> None:
    make_plan(actor_id=actor_id, project_id=project_id, at=at)
    maker = person(actor_id)
    for kind in _REGISTERS:
        declaration = declaration_of(kind_named(kind))
        name = in_language(declaration.title, maker.locale if maker else "en") if declaration else kind
        create_sheet(actor_id=actor_id, node_id=project_id, kind=kind, name=name, at=at)
