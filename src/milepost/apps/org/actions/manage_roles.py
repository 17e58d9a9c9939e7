"""Make, change and delete roles of one's own beside the built-in ones. A change holds at once wherever the role is held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from unicodedata import normalize

from django.db import transaction

from milepost.apps.org.access import scope_of
from milepost.apps.org.actions.create_node import checked_name
from milepost.apps.org.capabilities import Capability, bits_of, words
from milepost.apps.org.errors import NameTaken, RoleBeyondOwn, RoleBuiltIn, RoleInUse
from milepost.apps.org.events import ROLE_CHANGED, ROLE_DELETED, ROLE_MADE
from milepost.apps.org.giving import root_for
from milepost.apps.org.models import Grant, Node, Promise, Role
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound


@transaction.atomic
def create_role(*, actor_id: int, name: str, capabilities: Sequence[str], at: datetime, about: str = "") -> str:
    """The key of a new role. Whoever holds a role sees the place at least.

    Raises NotAllowed, Invalid, NameTaken, and RoleBeyondOwn for what the actor may not do in the whole organisation.
    """
    root = root_for(actor_id, Capability.SETTINGS)
    bits = _within_own(actor_id, root, capabilities)
    clean = _free_name(name)
    role = Role.objects.create(key=_free_key(clean), name=clean, about=about.strip(), capabilities=int(bits))
    record(ROLE_MADE, actor_id=actor_id, at=at, node_id=root.pk, data={"role": role.key, "name": clean, "capabilities": words(bits)})
    return role.key


@transaction.atomic
def change_role(
    *, actor_id: int, role: str, at: datetime, name: str | None = None, about: str | None = None, capabilities: Sequence[str] | None = None
) -> None:
    """Change a role of one's own; what is None stays. Raises as `create_role` does, NotFound, RoleBuiltIn, and RoleBeyondOwn also
    for a role that allowed more than the actor's own before."""
    root, found = _own_role(actor_id, role)
    before = words(found.capabilities)
    if name is not None and checked_name(name) != found.name:
        found.name = _free_name(name, but=role)
    if about is not None:
        found.about = about.strip()
    if capabilities is not None:
        found.capabilities = int(_within_own(actor_id, root, capabilities))
    found.save(update_fields=["name", "about", "capabilities"])
    data = {"role": role, "name": found.name, "before": before, "after": words(found.capabilities)}
    record(ROLE_CHANGED, actor_id=actor_id, at=at, node_id=root.pk, data=data)


@transaction.atomic
def delete_role(*, actor_id: int, role: str, at: datetime) -> None:
    """Delete a role that nobody holds. Raises as `change_role` does, and RoleInUse."""
    root, found = _own_role(actor_id, role)
    open_promises = Promise.objects.filter(role=found, invite__accepted_at=None, invite__revoked_at=None)
    count = Grant.objects.filter(role=found).count() + open_promises.count()
    if count:
        raise RoleInUse(name=found.name, count=count)
    found.delete()
    record(ROLE_DELETED, actor_id=actor_id, at=at, node_id=root.pk, data={"role": role, "name": found.name})


def role_within_own(actor_id: int, key: str) -> tuple[Node, Role]:
    """The root and the role, locked, for somebody who keeps the settings and may all that it allows in the whole organisation.

    Raises NotAllowed, NotFound, RoleBeyondOwn.
    """
    root = root_for(actor_id, Capability.SETTINGS)
    role = Role.objects.select_for_update().filter(key=key).first()
    if role is None:
        raise NotFound(what="role")
    _within_own(actor_id, root, words(role.capabilities))
    return root, role


def _own_role(actor_id: int, key: str) -> tuple[Node, Role]:
    root, role = role_within_own(actor_id, key)
    if role.built_in:
        raise RoleBuiltIn(name=role.name)
    return root, role


def _within_own(actor_id: int, root: Node, capabilities: Sequence[str]) -> Capability:
    try:
        bits = bits_of(capabilities) | Capability.VIEW
    except KeyError as error:
        raise Invalid(field="capabilities", reason=f"there is none named {str(error).lower()}") from None
    beyond = bits & ~scope_of(actor_id).bits_at(root.path)
    if beyond:
        raise RoleBeyondOwn(words=", ".join(words(beyond)))
    return bits


def _free_name(name: str, but: str = "") -> str:
    clean = checked_name(name)
    if len(clean) > 100:
        raise Invalid(field="name", reason="it needs 1 to 100 characters")
    if Role.objects.filter(name__iexact=clean).exclude(key=but).exists():
        raise NameTaken(what="role", name=clean)
    return clean


def _free_key(name: str) -> str:
    """A readable key from the name, with a number where it is taken."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:32] or "role"
    taken = set(Role.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(key for number in range(1, len(taken) + 2) if (key := stem if number == 1 else f"{stem}_{number}") not in taken)
