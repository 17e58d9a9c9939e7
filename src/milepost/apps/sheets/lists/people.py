"""The people whom a list names: who they are, and who would have to be made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from milepost.apps.org.access import scope_of
from milepost.apps.org.actions.create_person import create_person
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries.names import person_meant
from milepost.apps.org.queries.people import person_id
from milepost.apps.sheets.lists.guess.words import folded
from milepost.apps.sheets.lists.options import Make

_ADDRESS = re.compile(r"[^@\s<>,;()]+@[^@\s<>,;()]+\.[A-Za-z]{2,}")
TO_BE_MADE = 1
"""What stands for a person who is not there yet in a dry run: no id is so small."""


@dataclass(slots=True)
class People:
    """Finds people by an id, an address or a name, each asked for once. `made` are those whom an import would make: word to address."""

    actor_id: int
    make: Make
    made: dict[str, str] = field(default_factory=dict)
    _known: dict[str, int | None] = field(default_factory=dict)

    def may_make(self) -> bool:
        """Whether the person may create people."""
        return bool(scope_of(self.actor_id, Capability.PEOPLE).paths)

    def find(self, named: int | str) -> int | None:
        """Who is meant, or would be made; None for nobody."""
        word = " ".join(str(named).split())
        if word not in self._known:
            self._known[word] = self._found(word)
        return self._known[word]

    def known(self, word: str) -> int | None:
        """Who is meant, of those who are here already."""
        found = self.find(word)
        return None if found == TO_BE_MADE else found

    def _found(self, word: str) -> int | None:
        for way in _ways(word):
            found = person_meant(self.actor_id, way)
            if found is not None:
                return found
        address = address_of(word, self.make.people_at) if self.make.people and self.may_make() else None
        if address is None:
            return None
        # Somebody with the address is here already, under another name.
        here = person_id(address)
        if here is not None or person_id(address, left=True) is not None:
            return here
        self.made[word] = address
        return TO_BE_MADE


def make_people(wanted: Iterable[tuple[str, str]], *, actor_id: int, at: datetime) -> None:
    """Create the people of a dry run (word and address) who are still missing; two words may mean the same one.

    Raises NotAllowed, and AddressTaken where somebody of them left in the meantime.
    """
    for word, address in wanted:
        if person_id(address) is None:
            create_person(actor_id=actor_id, email=address, name=_name_of(word, address), at=at)


def address_of(word: str, people_at: str) -> str | None:
    """The address in a cell, or the one that a name has in a domain: `Jane Doe` is `jane.doe@example.org`."""
    found = _ADDRESS.search(word)
    if found:
        return found[0].lower()
    domain = people_at.strip().lstrip("@").lower()
    local = ".".join(folded(_turned(word)).split())
    return f"{local}@{domain}" if domain and "." in local and "." in domain else None


def _name_of(word: str, address: str) -> str:
    name = _turned(_ADDRESS.sub("", word).strip(" <>(),;"))
    return name or " ".join(part.capitalize() for part in re.split(r"[._-]+", address.partition("@")[0]))


def _ways(word: str) -> list[str]:
    """The forms in which somebody may be known: as written, by the address in it, without it, and "Doe, Jane" the other way round."""
    found = _ADDRESS.search(word)
    bare = _ADDRESS.sub("", word).strip(" <>(),;")
    ways = [word, *([found[0]] if found else []), *([bare] if bare else []), _turned(bare)]
    return list(dict.fromkeys(way for way in ways if way))


def _turned(word: str) -> str:
    last, comma, first = word.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and "," not in first else word
