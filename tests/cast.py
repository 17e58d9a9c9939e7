"""The cast: Alice owns, Bob edits, Vera views, Gus is a guest, Charlie is a stranger; Mona and Cora come where they are needed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.create_organisation import create_organisation
from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.models import Node, Person

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PASSWORD = "a-bridge-of-many-stones"


@dataclass(frozen=True)
class Cast:
    """The people of a story, and the place where it plays: organisation > unit > portfolio > programme > project."""

    alice: Person
    bob: Person
    vera: Person
    gus: Person
    charlie: Person
    mona: Person
    cora: Person
    organisation: Node
    unit: Node
    portfolio: Node
    programme: Node
    project: Node


@pytest.fixture(autouse=True)
def frozen_clock(settings) -> None:
    """The clock stands at Monday 2026-03-02, 08:00 UTC."""
    settings.MILEPOST_NOW = NOW


@pytest.fixture
def cast(db) -> Cast:
    """Everybody, each in their place."""
    return gather()


def gather() -> Cast:
    """Everybody, with their roles: Alice at the organisation, Bob, Vera and Gus at the programme, the others nowhere."""
    people = {name: _person(name) for name in ("alice", "bob", "vera", "gus", "charlie", "mona", "cora")}
    alice = people["alice"].pk
    organisation = create_organisation(name="Kilometre Zero", owner_id=alice, at=NOW)
    places = {"organisation": organisation}
    parent = organisation
    for kind in ("unit", "portfolio", "programme", "project"):
        parent = create_node(actor_id=alice, parent_id=parent.pk, kind=kind, name=f"The {kind}", at=NOW)
        places[kind] = parent
    for name, role in (("bob", "editor"), ("vera", "viewer"), ("gus", "guest")):
        grant_role(actor_id=alice, person_id=people[name].pk, node_id=places["programme"].pk, role=role, at=NOW)
    return Cast(**people, **places)


def _person(name: str) -> Person:
    return create_person(actor_id=None, email=f"{name}@example.org", name=name.title(), at=NOW, password=PASSWORD)
