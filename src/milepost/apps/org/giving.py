"""Nobody gives, takes or takes over more than they hold themselves: the one place where that is asked.

It holds for roles, for groups (whose members hold what was granted to the group), and for accounts: who may set somebody's password
may act as them. `actor_id` None is the operator at the command line, who may all of it.
"""

from __future__ import annotations

from django.db.models import Q

from milepost.apps.org.access import bin_scope_of, require, scope_of
from milepost.apps.org.acquaintance import knows, manages_people
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.errors import GroupHoldsMore, LastOwner, MoreThanOwn, PersonHoldsMore, UnknownRole
from milepost.apps.org.models import Grant, Group, Node, Person, Role
from milepost.apps.org.paths import out_of_bin
from milepost.kernel.errors import NotAllowed, NotFound


def role_to_give(actor_id: int, node: Node, key: str) -> Role:
    """The role, for somebody who holds all of it at the node. Raises UnknownRole, MoreThanOwn."""
    role = Role.objects.filter(key=key).first()
    if role is None:
        raise UnknownRole(role=key)
    if role.capabilities & ~scope_of(actor_id).bits_at(node.path):
        raise MoreThanOwn(role=key)
    return role


def group_to_manage(actor_id: int, group_id: int, *, lock: bool = False) -> Group:
    """The group, for somebody who manages people. Raises NotFound where they may not even see it, else NotAllowed."""
    groups = Group.objects.select_for_update() if lock else Group.objects
    group = groups.filter(id=group_id).first()
    if group is None or not sees_group(actor_id, group_id):
        raise NotFound(what="group")
    require_people(actor_id)
    return group


def group_to_give(actor_id: int, group_id: int) -> Group:
    """The group, for somebody who manages people and holds all that it holds. Raises NotFound, NotAllowed, GroupHoldsMore."""
    group = group_to_manage(actor_id, group_id, lock=True)
    if _hold_more(Q(group_id=group_id), actor_id):
        raise GroupHoldsMore(group=group.name)
    return group


def sees_group(actor_id: int, group_id: int) -> bool:
    """Whether somebody may know of a group: who may give roles or manage people, and its members."""
    if scope_of(actor_id, Capability.PEOPLE | Capability.SHARE).paths:
        return True
    return Group.objects.filter(id=group_id, memberships__person_id=actor_id, memberships__person__is_active=True).exists()


def person_to_manage(actor_id: int | None, person_id: int, *, lock: bool = False) -> Person:
    """The person, also one who left, for somebody who manages people and holds all that they hold.

    Raises NotFound for whom the actor cannot know of, NotAllowed, PersonHoldsMore.
    """
    people = Person.objects.select_for_update() if lock else Person.objects
    person = people.filter(id=person_id).first()
    if person is None:
        raise NotFound(what="person")
    if actor_id is None:
        return person
    if not knows(actor_id, person_id):
        raise NotFound(what="person")
    require_people(actor_id)
    if _hold_more(Q(person_id=person_id) | Q(group__memberships__person_id=person_id), actor_id):
        raise PersonHoldsMore(name=person.name)
    return person


def require_people(actor_id: int) -> None:
    """Raise NotAllowed unless somebody manages people anywhere."""
    if not manages_people(actor_id):
        raise NotAllowed(verb="manage people", capability=Capability.PEOPLE.word)


def root_for(actor_id: int, capability: Capability) -> Node:
    """The root of the tree, for somebody who may do this in the whole organisation. Raises NotAllowed: it is no secret."""
    root = Node.objects.unscoped(reason="the root, which everybody knows there is; the scope is asked on the next line").get(parent=None)
    require(scope_of(actor_id).bits_at(root.path), capability)
    return root


def lock_owners() -> None:
    """Let one transaction at a time change who owns the organisation: call it before, and `keep_an_owner` after the change."""
    Node.objects.unscoped(reason="the root is locked, not read").select_for_update().filter(parent=None).first()


def keep_an_owner() -> None:
    """Raise LastOwner where no active person owns the organisation any more, themselves or through a group."""
    owned = Grant.objects.filter(node__parent=None, role_id="owner")
    if not owned.filter(Q(person__is_active=True) | Q(group__memberships__person__is_active=True)).exists():
        raise LastOwner


def _hold_more(of: Q, actor_id: int) -> bool:
    """Whether one of these grants, also at a node in the bin, holds what the actor does not hold there."""
    own = bin_scope_of(actor_id, Capability.VIEW)
    held = Grant.objects.filter(of).values_list("node__path", "role__capabilities").distinct()
    return any(bits & ~own.bits_at(out_of_bin(path)) for path, bits in held)
