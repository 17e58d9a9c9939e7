"""The one shape of everything that is expected of somebody, and what a source is told about whom it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeAlias

from milepost.apps.org.access import Scope, scope_of
from milepost.apps.org.models import Node
from milepost.apps.org.queries.names import only_named

Told: TypeAlias = Mapping[str, str]
"""A text by language; a name that somebody gave has one language, `en`, whatever it is written in."""


def name(text: str) -> dict[str, str]:
    """A name as it is, for readers of every language."""
    return {"en": text}


@dataclass(frozen=True, slots=True)
class Why:
    """What asks for it: `code` says how (assigned, owner, manager, sponsor, mentioned, policy, artefact, authority, partner, role, asked);
    for a policy or an artefact of a pack `key`, its own words `said` and the reason `because`."""

    code: str
    data: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""
    said: Told = field(default_factory=dict)
    because: Told = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expectation:
    """Something that somebody is expected to do.

    `kind` is task, row, status, artefact, finding, check_in, waiver, request, mention, question or training. `id` is its own among all
    of a person. `path` is that of its node, "" where it has none. `due` is a day; None where nothing says until when. `does` is the
    address at which it is done, and `verb` the code of what is done there. `subject` names for the pack what it is about: a kind of
    register, or `plan` or `report`. `severity` is "" unless a policy has one. `waive` is the key of what a waiver can be asked for.
    """

    kind: str
    id: str
    node_id: int | None
    path: str
    title: Told
    due: date | None
    why: Why
    does: str
    verb: str
    data: Mapping[str, Any] = field(default_factory=dict)
    subject: str = ""
    severity: str = ""
    waive: str = ""
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A project that is somebody's, as its manager or its sponsor."""

    id: int
    path: str
    name: str
    role: str


@dataclass(frozen=True)
class Asker:
    """Whose expectations are asked for, and for which day. What several sources need is read once."""

    person_id: int
    today: date

    @cached_property
    def scope(self) -> Scope:
        """What they may see."""
        return scope_of(self.person_id)

    @cached_property
    def named(self) -> str | None:
        """Their name, where nobody shares it."""
        return only_named(self.person_id)

    @cached_property
    def projects(self) -> tuple[Responsibility, ...]:
        """The projects that they manage or sponsor and may see."""
        mine = Node.objects.scoped(self.scope).filter(kind="project")
        rows = mine.filter(manager_id=self.person_id).values_list("id", "path", "name")
        led = [Responsibility(*row, "project_manager") for row in rows]
        rows = mine.filter(sponsor_id=self.person_id).values_list("id", "path", "name")
        return (*led, *(Responsibility(*row, "sponsor") for row in rows))
