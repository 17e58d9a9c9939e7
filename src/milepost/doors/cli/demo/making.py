"""What has been made of the demo so far, by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from milepost.doors.cli.demo.people import PEOPLE

PLANNED = timedelta(days=28)
"""So long before a project's start its plan is made."""


@dataclass(slots=True)
class Making:
    """Ids by name: `sheets` are plans by project, `registers` by place and kind, `leads` manager and sponsor by project."""

    people: dict[str, int] = field(default_factory=dict)
    nodes: dict[str, int] = field(default_factory=dict)
    sheets: dict[str, int] = field(default_factory=dict)
    registers: dict[tuple[str, str], int] = field(default_factory=dict)
    leads: dict[str, tuple[int, int]] = field(default_factory=dict)
    last_rows: dict[int, int] = field(default_factory=dict)

    @property
    def owner(self) -> int:
        """The head of the project office."""
        return self.people[PEOPLE[0].name]

    def leads_of(self, place: str) -> tuple[int, int]:
        """Who manages and who sponsors a place; above projects that is the head of the project office."""
        return self.leads.get(place, (self.owner, self.owner))
