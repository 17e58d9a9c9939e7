"""What somebody may do at a node and below it: bits, and the named sets of them that a role is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag
from functools import reduce
from operator import or_


class Capability(IntFlag):
    """One bit for each thing that a role may allow. A bit, once given out, never changes its meaning."""

    VIEW = 1  # see the node, its sheets and its figures
    COMMENT = 2  # discuss what one sees
    EDIT = 4  # change rows of sheets, undo, baseline
    CREATE = 8  # make nodes and import plans below
    ARRANGE = 16  # rename and move nodes
    STATE = 32  # state a project's status over the proposed one
    DIRECTORY = 64  # see who else works here
    SHARE = 128  # grant and revoke roles
    PEOPLE = 256  # create and invite people, read their addresses, manage their accounts and groups
    SETTINGS = 512  # the organisation's settings and roles

    @property
    def word(self) -> str:
        """The name that the API uses."""
        return str(self.name).lower()


@dataclass(frozen=True, slots=True)
class BuiltInRole:
    """A role that every installation has."""

    key: str
    name: str
    capabilities: Capability


_VIEWER = Capability.VIEW | Capability.COMMENT | Capability.DIRECTORY
_CONTRIBUTOR = _VIEWER | Capability.EDIT
_EDITOR = _CONTRIBUTOR | Capability.CREATE
_MANAGER = _EDITOR | Capability.ARRANGE | Capability.STATE | Capability.SHARE

ROLES = (
    BuiltInRole("owner", "Owner", _MANAGER | Capability.PEOPLE | Capability.SETTINGS),
    BuiltInRole("manager", "Manager", _MANAGER),
    BuiltInRole("editor", "Editor", _EDITOR),
    BuiltInRole("contributor", "Contributor", _CONTRIBUTOR),
    BuiltInRole("viewer", "Viewer", _VIEWER),
    BuiltInRole("guest", "Guest", Capability.VIEW),
)


ABOUT: dict[Capability, tuple[str, str]] = {
    Capability.VIEW: ("See", "See the place, its sheets and its figures."),
    Capability.COMMENT: ("Comment", "Write comments on what they see."),
    Capability.EDIT: ("Edit", "Change rows of sheets, undo, set baselines."),
    Capability.CREATE: ("Create", "Make projects, folders and sheets, and import them."),
    Capability.ARRANGE: ("Arrange", "Rename, move and delete."),
    Capability.STATE: ("State the status", "State a project's status over the proposed one."),
    Capability.DIRECTORY: ("See people", "See who works here, and who may see it."),
    Capability.SHARE: ("Share", "Give and take back roles, up to their own."),
    Capability.PEOPLE: ("Manage people", "Invite people, read their addresses, manage accounts and groups."),
    Capability.SETTINGS: ("Settings", "Change the organisation's settings and its roles."),
}
"""What each capability is called, and what it lets somebody do, in a sentence."""


def bits_of(names: Iterable[str]) -> Capability:
    """The capabilities with these names. Raises KeyError for a name that there is not."""
    return reduce(or_, (Capability[name.upper()] for name in names), Capability(0))


def words(bits: int) -> list[str]:
    """The capabilities in a set of bits, as the API names them, in the order of their bits."""
    return [one.word for one in Capability if bits & one]
