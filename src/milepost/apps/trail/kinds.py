"""The kinds of events that there are; an app declares its own in its `events.py`."""

from __future__ import annotations

from dataclasses import dataclass

_KINDS: dict[str, EventKind] = {}


@dataclass(frozen=True, slots=True)
class EventKind:
    """`name` is `noun.participle`; `sentence` is what a reader of the trail sees, with places from the event's data."""

    name: str
    sentence: str


def event_kind(name: str, sentence: str) -> EventKind:
    """Declare a kind of event. Raises ValueError where two apps declare the same name."""
    if name in _KINDS:
        raise ValueError(f"Two apps declare the event {name}. Give one of them another name.")
    _KINDS[name] = EventKind(name, sentence)
    return _KINDS[name]
