"""Circles among the computed columns of several kinds: a roll-up over linked rows reads a column of another kind (rule K9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from milepost.engines.sheet.compute import CHILDREN, RollUp, computing_of, sources
from milepost.engines.sheet.model import Column

Place = tuple[str, str]
"""Kind and key of a column."""
Kinds = Mapping[str, Mapping[str, Column]]


def circle_from(kinds: Kinds, kind: str, key: str) -> tuple[Place, ...]:
    """The columns on a circle through this one, in order; nothing where it is not computed from itself, however far round."""
    start = (kind, key)
    came: dict[Place, Place] = {}
    waiting = [start]
    while waiting:
        place = waiting.pop()
        for read in _reads(kinds, place):
            if read == start:
                return _way(came, start, place)
            if read not in came:
                came[read] = place
                waiting.append(read)
    return ()


def _way(came: Mapping[Place, Place], start: Place, place: Place) -> tuple[Place, ...]:
    way = [place]
    while way[-1] != start:
        way.append(came[way[-1]])
    return tuple(reversed(way))


def _reads(kinds: Kinds, place: Place) -> Iterator[Place]:
    kind, key = place
    column = kinds.get(kind, {}).get(key)
    said = computing_of(column) if column else None
    if said is None:
        return
    yield from ((kind, source) for source in sources(said))
    link = kinds[kind].get(said.over) if isinstance(said, RollUp) and said.over != CHILDREN else None
    if link is not None and isinstance(said, RollUp) and said.of:
        yield str(link.options.get("to")), said.of
