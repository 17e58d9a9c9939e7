"""The projects of the benchmark of differences; `pack_difference.py` runs it once Django is set up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from django.core.management import call_command

from milepost.apps.method.actions.adopt import adopt
from milepost.apps.method.actions.ship_packs import ship_packs
from milepost.apps.method.models import PackVersion
from milepost.apps.method.queries.at_node import differences
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.create_organisation import create_organisation
from milepost.apps.org.actions.create_person import create_person

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)


def difference_of(count: int) -> tuple[Callable[[], object], int]:
    """A call that asks for the difference at the root of so many projects, and how many it tells of."""
    call_command("migrate", interactive=False, verbosity=0)
    ship_packs(at=NOW)
    owner = create_person(actor_id=None, email="alice@example.org", name="Alice", at=NOW).pk
    root = create_organisation(name="Kilometre Zero", owner_id=owner, at=NOW).pk
    for number in range(count):
        create_node(actor_id=owner, parent_id=root, kind="project", name=f"Project {number}", at=NOW)
    old, new = (PackVersion.objects.get(pack__key=key).pk for key in ("controlling", "directive"))
    adopt(actor_id=owner, node_id=root, version_id=old, at=NOW)
    return lambda: differences(owner, root, new), len(differences(owner, root, new)["projects"])
