"""From an event of the trail to what browsers are told, encoded once however many listen."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from milepost.apps.org.access import paths_of
from milepost.apps.sheets.queries.changes import change_for_browser
from milepost.apps.trail.queries import EventRow, events_after

# What changes the figures or the tree at a node. Rows of sheets do too, and are told to those who have the sheet open as well.
_FIGURES = frozenset(
    ("sheet.changed", "sheet.created", "status.stated", "plan.actuals_posted", "node.created", "node.renamed", "node.moved")
) | {"sheet.deleted", "sheet.restored"}
_CHANGES = frozenset(("sheet.changed", "sheet.renamed", "sheet.column_added", "sheet.column_changed", "kind.applied"))
# What concerns a row beside its cells: told to those who have the sheet open, and to whom is mentioned.
_ROWS = frozenset(
    ("comment.made", "comment.changed", "comment.deleted", "comment.restored", "file.attached", "file.deleted", "file.restored")
)
_TREE = frozenset(("node.moved", "node.deleted", "node.restored"))
# What changes the rights of one person, where its event names one, else of everybody.
_OF_GROUPS = frozenset(("role.changed", "group.member_added", "group.member_removed", "group.deleted"))
_OF_PEOPLE = frozenset(("role.granted", "role.revoked", "person.left", "person.restored")) | _OF_GROUPS
_RIGHTS = _OF_PEOPLE | _TREE
PING = b": still here\n\n"


@dataclass(frozen=True, slots=True)
class Message:
    """One event ready to send: to whom it may go (`path`), to whom it goes (`sheet_id` or all below a node)."""

    event_id: int
    sheet_id: int | None
    path: str
    change: bytes | None
    figures: bytes | None
    rights_changed: bool
    person_id: int | None
    mentioned: tuple[int, ...] = ()

    @property
    def tree_changed(self) -> bool:
        """Whether everybody's rights, or what lies below which node, may have changed: a node was moved, a group or a role changed."""
        return self.rights_changed and self.person_id is None


def read_messages(last_id: int, limit: int) -> list[Message]:
    """The next messages after an event, oldest first; reads the database."""
    events = events_after(last_id, limit=limit)
    paths = paths_of(event.node_id for event in events if event.node_id is not None)
    return [_message(event, paths.get(event.node_id or 0, "")) for event in events]


def encode(event: str, data: dict[str, Any], event_id: int | None = None) -> bytes:
    """A server-sent event; its data is one line of JSON."""
    number = f"id: {event_id}\n" if event_id is not None else ""
    return f"{number}event: {event}\ndata: {json.dumps(data, separators=(',', ':'), ensure_ascii=False)}\n\n".encode()


def for_listener(message: Message, actor_id: int, sheets: Collection[int], node_paths: Iterable[str]) -> bytes | None:
    """What somebody who listens to these sheets and to all below these nodes is sent; None where it does not concern them."""
    parts = []
    if actor_id in message.mentioned:
        parts.append(encode("mention", {}, message.event_id))
    if message.change is not None and message.sheet_id is not None and message.sheet_id in sheets:
        parts.append(message.change)
    if message.figures is not None and any(message.path.startswith(path) for path in node_paths):
        parts.append(message.figures)
    return b"".join(parts) or None


def _message(event: EventRow, path: str) -> Message:
    change = _change(event) if event.sheet_id else None
    figures = encode("figures", {"node": event.node_id}, event.id) if event.kind in _FIGURES else None
    concerned = event.data.get("person") if event.kind in _OF_PEOPLE else None
    mentioned = tuple(event.data.get("mentions", ()))
    return Message(event.id, event.sheet_id, path, change, figures, event.kind in _RIGHTS, concerned, mentioned)


def _change(event: EventRow) -> bytes | None:
    """What those who have the sheet open are told."""
    if event.kind in _ROWS:
        return encode("row", {"sheet": event.sheet_id, "row": event.data["row"]}, event.id)
    if event.kind == "sheet.deleted":
        gone = {"sheet": event.sheet_id, "seq": event.seq, "actor_id": event.actor_id, "client_op_id": None, "kind": "deleted"}
        return encode("change", {**gone, "refetch": True}, event.id)
    data = change_for_browser(event.sheet_id or 0, event.seq or 0) if event.kind in _CHANGES and event.seq else None
    return encode("change", data, event.id) if data else None
