"""Begin a project by its method: registers, documents, communication plan and the first tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from milepost.apps.method.models import Document, DocumentState
from milepost.apps.method.packs.errors import NothingHolds
from milepost.apps.method.packs.events import METHOD_BEGUN
from milepost.apps.method.queries.holding import Held, pack_for
from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.queries import organisation_or_default, person
from milepost.apps.planning.events import PLAN_CREATED
from milepost.apps.planning.kinds import PLAN
from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.apps.sheets.declarations import in_language
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import kind_named
from milepost.apps.sheets.models import Sheet
from milepost.apps.trail.actions.record import record
from milepost.engines.method import asked_of, phases_in_order
from milepost.engines.sheet import Cell, NewRow
from milepost.kernel.ids import new_id
from milepost.kernel.moments import format_moment

COMMUNICATION = "communication"
_DAY = 8 * 3600


@transaction.atomic
def begin_by_method(project_id: int, actor_id: int, at: datetime) -> Held:
    """Make what the pack that holds for a project begins it with, as far as it is not there yet: the registers of `start` and those that
    its first phase asks for, a draft of each document of that phase, the lines of the communication plan, and a plan with the tasks
    of `start`, one behind the other under their phases. Texts are in the actor's language.

    Raises NotFound, NotAllowed (CREATE), NothingHolds. Runs inside the caller's transaction where there is one.
    """
    node = node_for(actor_id, project_id, Capability.CREATE, lock=True)
    held = pack_for(project_id)
    if held is None:
        raise NothingHolds(name=node.name)
    actor = person(actor_id)
    making = _Making(node, held, actor_id, at, actor.locale if actor else "en")
    making.registers()
    making.documents()
    making.plan()
    record(METHOD_BEGUN, actor_id=actor_id, at=at, node_id=project_id, data={"name": held.pack.title["en"], "pack": held.pack.key})
    return held


class _Making:
    """One project that is being begun."""

    def __init__(self, node: Node, held: Held, actor_id: int, at: datetime, locale: str) -> None:
        self.node, self.held, self.actor_id, self.at, self.locale = node, held, actor_id, at, locale
        self.there = set(Sheet.objects.filter(node_id=node.pk).values_list("kind", flat=True))
        self.asked = asked_of(held.pack, held.size, None, held.tailoring)

    def registers(self) -> None:
        """The registers of `start` and of the first phase, each once."""
        wanted = (*self.held.pack.start.sheets, *(one.kind for one in self.asked.artefacts if one.form == "register"))
        for kind in dict.fromkeys(wanted):
            declaration = declaration_of(kind_named(kind))
            if kind in self.there or declaration is None:
                continue
            rows = self._messages() if kind == COMMUNICATION else ()
            name = in_language(declaration.title, self.locale)
            create_sheet(actor_id=self.actor_id, node_id=self.node.pk, kind=kind, name=name, at=self.at, rows=rows)
            self.there.add(kind)

    def documents(self) -> None:
        """A draft of each document that the first phase asks for, from its template."""
        there = set(Document.objects.filter(node_id=self.node.pk).values_list("artefact", flat=True))
        for one in self.asked.artefacts:
            if one.form == "document" and one.key not in there:
                told = {"text": in_language(one.template, self.locale), "state": DocumentState.DRAFT, "by": self.actor_id, "at": self.at}
                Document.objects.create(node_id=self.node.pk, artefact=one.key, number=1, **told)

    def plan(self) -> None:
        """A plan with the tasks of `start`, from this morning on."""
        if PLAN in self.there or not self.held.pack.start.tasks:
            return
        here, rows = organisation_or_default(), self._tasks()
        morning = self.at.astimezone(ZoneInfo(here.zone)).replace(tzinfo=None, hour=8, minute=0, second=0, microsecond=0)
        settings: Mapping[str, Cell] = {"start": format_moment(morning), "currency": here.currency}
        who, at, node = self.actor_id, self.at, self.node
        made = create_sheet(actor_id=who, node_id=node.pk, kind=PLAN, name=node.name, at=at, rows=rows, settings=settings, zone=here.zone)
        data = {"name": node.name, "tasks": len(rows)}
        record(PLAN_CREATED, actor_id=who, at=at, node_id=node.pk, sheet_id=made.sheet_id, seq=made.seq, data=data)

    def _messages(self) -> tuple[NewRow, ...]:
        owner = self.node.manager_id
        given: Iterable[dict[str, Mapping[str, str] | str]] = (
            {"name": one.name, "audience_text": one.audience, "purpose": one.purpose, "channel": one.channel, "frequency": one.frequency}
            for one in self.held.pack.start.communication
        )
        return tuple(NewRow(new_id(), None, {**self._said(cells), **({"owner": owner} if owner else {})}) for cells in given)

    def _said(self, cells: Mapping[str, Mapping[str, str] | str]) -> dict[str, Cell]:
        return {key: value if isinstance(value, str) else in_language(value, self.locale) for key, value in cells.items()}

    def _tasks(self) -> tuple[NewRow, ...]:
        """A summary for each phase that has tasks, and its tasks, each behind the one before it across phases."""
        pack, rows, before = self.held.pack, list[NewRow](), 0
        for phase in (one for key in phases_in_order(pack) if (one := pack.phase(key))):
            tasks = [one for one in pack.start.tasks if one.phase == phase.key]
            summary = new_id()
            if tasks:
                rows.append(NewRow(summary, None, {"name": in_language(phase.title, self.locale)}))
            for task in tasks:
                row, cells = new_id(), {"name": in_language(task.name, self.locale), "duration": task.days * _DAY}
                link = {"predecessors": [{"row": before, "kind": "FS", "lag": 0, "lag_unit": "work"}]} if before else {}
                rows.append(NewRow(row, summary, {**cells, **link}))
                before = row
        return tuple(rows)
