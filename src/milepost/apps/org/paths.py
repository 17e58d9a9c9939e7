"""Paths of nodes: the ids from the root to the node, each written in eleven characters, so that "below" is a range.

All ids are equally long, so the path of a node is a prefix of exactly the paths below it, and the ancestors of a node
can be read from its path without a query.

The path of a deleted node has a mark before it. So it lies in no range that anybody was granted and has no ancestor: what is in
the bin is hidden wherever paths are asked, at no cost.
"""

from __future__ import annotations

WIDTH = 11
MOST_LEVELS = 32
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUV"
_END = "~"  # greater than every digit
_BIN = "!"  # less than every digit


def segment(node_id: int) -> str:
    """A 53-bit id in base 32, eleven characters."""
    return "".join(_DIGITS[(node_id >> shift) & 31] for shift in range(5 * (WIDTH - 1), -1, -5))


def child_path(parent_path: str, node_id: int) -> str:
    """The path of a node under its parent; the parent of the root has an empty path."""
    return parent_path + segment(node_id)


def prefixes(path: str) -> tuple[str, ...]:
    """The paths of the node's ancestors, root first, and its own."""
    return tuple(path[:end] for end in range(WIDTH, len(path) + 1, WIDTH))


def span(path: str) -> tuple[str, str]:
    """The half-open range of paths that are the node's own and all below it."""
    return path, path + _END


def covering(paths: list[str]) -> tuple[str, ...]:
    """The fewest paths that cover the same nodes: those that lie below another are dropped; in order."""
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not kept or not path.startswith(kept[-1]):
            kept.append(path)
    return tuple(kept)


def into_bin(path: str) -> str:
    """The path of the same node while it is deleted."""
    return _BIN + path


def out_of_bin(path: str) -> str:
    """The path without the mark of a deleted node, if it has one."""
    return path.removeprefix(_BIN)


def in_bin(path: str) -> bool:
    """Whether it is the path of a deleted node."""
    return path.startswith(_BIN)
