"""Links by position instead of uid (S2).

Nearly all links are finish to start without lag: they are kept as bare positions, `before` and `after` each task. Every other link is a
Tie, in `into` and `out` of each task.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from milepost.engines.schedule.model import LagUnit, Link, LinkKind, Network, Note

_FS = LinkKind.FS
T = TypeVar("T")


class Tie(NamedTuple):
    """A link with a lag or of another kind than finish to start, its ends by position."""

    first: int
    second: int
    kind: LinkKind
    lag: float
    unit: LagUnit


# Shared by all tasks without such links; `_put` never appends to them.
_NONE: list[int] = []
_NO_TIES: list[Tie] = []


class Ties:
    """The links of a network, from each end."""

    def __init__(self, network: Network, index: dict[int, int]) -> None:
        count = len(index)
        before = self.before = [_NONE] * count
        after = self.after = [_NONE] * count
        self.into: list[list[Tie]] = [_NO_TIES] * count
        self.out: list[list[Tie]] = [_NO_TIES] * count
        self.notes: list[Note] = []
        active = [task.active for task in network.tasks]
        for link in network.links:
            first, second = index.get(link.predecessor, -1), index.get(link.successor, -1)
            if first < 0 or second < 0:
                self.notes.append(_left_out(link))
            elif active[second] and not active[first]:
                continue  # an inactive task binds no active one
            elif link.kind is _FS and not link.lag:  # nearly every link: as `_put` does, without the calls
                if before[second]:
                    before[second].append(first)
                else:
                    before[second] = [first]
                if after[first]:
                    after[first].append(second)
                else:
                    after[first] = [second]
            else:
                tie = Tie(first, second, link.kind, link.lag, link.lag_unit)
                _put(self.into, second, tie)
                _put(self.out, first, tie)

    def all_into(self, i: int) -> list[Tie]:
        """Every link into a task."""
        return [Tie(first, i, LinkKind.FS, 0, LagUnit.WORK) for first in self.before[i]] + self.into[i]

    def all_out(self, i: int) -> list[Tie]:
        """Every link out of a task."""
        return [Tie(i, second, LinkKind.FS, 0, LagUnit.WORK) for second in self.after[i]] + self.out[i]


def _put(lists: list[list[T]], place: int, item: T) -> None:
    """Add to a list that may be the shared empty one."""
    if lists[place]:
        lists[place].append(item)
    else:
        lists[place] = [item]


def _left_out(link: Link) -> Note:
    text = f"The link from {link.predecessor} to {link.successor} leads out of this plan and was not followed."
    return Note("link_ignored", (link.predecessor, link.successor), text)
