"""The only way to an office that somebody may see or change: what they may do at its node, they may do with it."""

from __future__ import annotations

from milepost.apps.office.errors import NoOfficeHere, OfficeClosed, OtherType
from milepost.apps.office.models import Office
from milepost.apps.office.queries.offices import offices_for
from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.models.node import NodeKind
from milepost.kernel.errors import NotFound


def visible_office(actor_id: int, office_id: int, capability: Capability = Capability.VIEW) -> Office:
    """The office, for somebody who may do this at its node. Raises NotFound where they may not even see it, else NotAllowed."""
    office = Office.objects.select_related("node").filter(id=office_id).first()
    if office is None or not scope_of(actor_id).allows(office.node.path):
        raise NotFound(what="office")
    node_for(actor_id, office.node_id, capability)
    return office


def office_to_change(actor_id: int, office_id: int) -> Office:
    """The office, locked until the transaction ends, for somebody who may arrange its node. Raises NotFound, NotAllowed, OfficeClosed."""
    visible_office(actor_id, office_id, Capability.ARRANGE)
    office = Office.objects.select_for_update().get(id=office_id)
    if office.closed_at is not None:
        raise OfficeClosed
    return office


def project_to_see(actor_id: int, project_id: int, capability: Capability = Capability.VIEW) -> Node:
    """The project, for somebody who may do this there. Raises NotFound, also for a node that is no project, and NotAllowed."""
    node = node_for(actor_id, project_id, capability)
    if node.kind != NodeKind.PROJECT:
        raise NotFound(what="project")
    return node


def office_of_project(actor_id: int, project_id: int, needed: str) -> tuple[Office, Node]:
    """The office that is responsible for a project, locked, and the project, for somebody who may arrange the office's node.

    Raises NotFound for a project that they do not see, NoOfficeHere, OtherType, and NotAllowed.
    """
    project = project_to_see(actor_id, project_id)
    office = responsible(project, needed)
    if not scope_of(actor_id, Capability.ARRANGE).allows(office.node.path):
        node_for(actor_id, project_id, Capability.ARRANGE)  # whoever may not even arrange the project is told that
        visible_office(actor_id, office.pk, Capability.ARRANGE)
    return office, project


def responsible(project: Node, needed: str) -> Office:
    """The office that is responsible for a project, locked. Raises NoOfficeHere, and OtherType where it is of another type."""
    view = offices_for([project.pk]).get(project.pk)
    if view is None:
        raise NoOfficeHere(name=project.name)
    if view.type != needed:
        raise OtherType(office=view.name, type=view.type, needed=needed)
    return Office.objects.select_for_update(of=("self",)).select_related("node").get(id=view.id)
