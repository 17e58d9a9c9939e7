"""Reads the outline of a demo plan: indented text, one line a task.

A line is `[label] Name | duration | links | role | extras`; a line without bars is a summary. A name that starts with `*` is a milestone.
`for {x} in A; B; C` repeats the lines below it. Links are labels, names of tasks or summaries, `Parent.Child`, `<` (the task above),
`prev:label` (in the repetition before) or `all` (everything else), with an optional `ss:` or `ff:` before and a lag (`+5d`) behind.
Durations are in days (`10d`) or elapsed days (`14ed`). Extras: `cost=`, `earning=`,
`deadline=+30d`, `constraint=SNET+30d` and
`manual=+30d` (days from the start).
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field

_LABEL = re.compile(r"(?P<star>\*?)\s*(?:\[(?P<label>\w+)\])?\s*(?P<name>.+)")
_LINK = re.compile(r"(?:(?P<kind>ss|ff):)?(?P<target>.+?)(?:\+(?P<lag>\d+)d)?")
_FOR = re.compile(r"for \{(?P<word>\w+)\} in (?P<values>.+)")

HALF_DAYS = 2  # half days in a working day, the smallest step of the demo


@dataclass(frozen=True, slots=True)
class Tie:
    """A link to an earlier row, with its lag in half days."""

    predecessor: int
    kind: str = "FS"
    lag: int = 0


@dataclass(slots=True)
class Draft:
    """A row of a plan to be: ids count from 1 in the order of the outline, durations are half days (elapsed days where `elapsed`)."""

    id: int
    parent: int | None
    name: str
    duration: int = 0
    elapsed: bool = False
    milestone: bool = False
    summary: bool = False
    role: str = ""
    extras: dict[str, str] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    text: str
    children: list[_Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Wish:
    """Links as they are written, to be found once every row is there."""

    row: Draft
    text: str
    above: int | None
    labels: MutableMapping[str, int]
    earlier: MutableMapping[str, int]


def read_outline(text: str) -> list[Draft]:
    """The rows of an outline, parents before children. Raises KeyError for a link to nowhere."""
    reader, labels = _Reader(), ChainMap[str, int]({})
    for line in _tree(text):
        reader.take(line, None, labels, {})
    for wish in reader.wishes:
        wish.row.ties.extend(reader.ties(wish))
    return reader.rows


def leaves_below(rows: list[Draft]) -> dict[int, list[int]]:
    """For every row the rows without children at or below it, by id."""
    found: dict[int, list[int]] = {row.id: [] if row.summary else [row.id] for row in rows}
    for row in reversed(rows):
        if row.parent is not None:
            found[row.parent] = found[row.id] + found[row.parent]
    return found


def _tree(text: str) -> list[_Line]:
    root = _Line("")
    open_lines = [(-1, root)]
    for raw in text.splitlines():
        if not raw.strip() or raw.startswith("#"):
            continue
        indent = len(raw) - len(raw.lstrip())
        while open_lines[-1][0] >= indent:
            open_lines.pop()
        line = _Line(raw.strip())
        open_lines[-1][1].children.append(line)
        open_lines.append((indent, line))
    return root.children


class _Reader:
    def __init__(self) -> None:
        self.rows: list[Draft] = []
        self.wishes: list[_Wish] = []
        self._leaf_above: int | None = None
        self._names: dict[str, int] = {}

    def take(
        self,
        line: _Line,
        parent: int | None,
        labels: ChainMap[str, int],
        earlier: MutableMapping[str, int],
        words: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Read a line and what is below it."""
        loop = _FOR.fullmatch(line.text)
        if loop:
            self._repeat(loop, line, parent, labels, words)
            return
        row = self._row(_filled(line.text, words), parent, labels, earlier)
        for child in line.children:
            self.take(child, row.id, labels, earlier, words)

    def _repeat(
        self, loop: re.Match[str], line: _Line, parent: int | None, labels: ChainMap[str, int], words: tuple[tuple[str, str], ...]
    ) -> None:
        earlier: MutableMapping[str, int] = {}
        for value in loop["values"].split(";"):
            scope = labels.new_child()
            for child in line.children:
                self.take(child, parent, scope, earlier, (*words, ("{" + loop["word"] + "}", value.strip())))
            earlier = scope.maps[0]
        labels.update(earlier)

    def _row(self, text: str, parent: int | None, labels: ChainMap[str, int], earlier: MutableMapping[str, int]) -> Draft:
        head, *fields = [part.strip() for part in text.split("|")]
        match = _LABEL.fullmatch(head)
        assert match is not None
        row = Draft(len(self.rows) + 1, parent, match["name"], milestone=bool(match["star"]), summary=not fields)
        self._name(row, match["label"], labels)
        self.rows.append(row)
        if fields:
            duration, links, row.role, extras = (*fields, "", "", "", "")[:4]
            row.duration, row.elapsed = _duration(duration)
            row.extras = dict(part.split("=", 1) for part in extras.split())
            self.wishes.append(_Wish(row, links, self._leaf_above, labels, earlier))
            self._leaf_above = row.id
        return row

    def _name(self, row: Draft, label: str | None, labels: ChainMap[str, int]) -> None:
        if label:
            labels[label] = row.id
        self._names.setdefault(row.name, row.id)
        if row.parent is not None:
            self._names[f"{self.rows[row.parent - 1].name}.{row.name}"] = row.id

    def ties(self, wish: _Wish) -> Iterator[Tie]:
        """The links of a row."""
        for part in filter(None, (part.strip() for part in wish.text.split(","))):
            match = _LINK.fullmatch(part)
            assert match is not None
            kind, lag = (match["kind"] or "fs").upper(), int(match["lag"] or 0) * HALF_DAYS
            for target in self._targets(wish, match["target"]):
                yield Tie(target, kind, lag)

    def _targets(self, wish: _Wish, target: str) -> list[int]:
        if target == "<":
            assert wish.above is not None
            return [wish.above]
        if target == "all":
            return self._all_before(wish.row)
        if target.startswith("prev:"):
            found = wish.earlier.get(target.removeprefix("prev:"))
            return [] if found is None else [found]
        return [wish.labels[target] if target in wish.labels else self._names[target]]

    def _all_before(self, row: Draft) -> list[int]:
        others = [each.id for each in self.rows if each.parent is None and each.id != row.parent]
        return others + [each.id for each in self.rows if each.parent == row.parent and each.id < row.id]


def _filled(text: str, words: tuple[tuple[str, str], ...]) -> str:
    for word, value in words:
        text = text.replace(word, value)
    return text


def _duration(text: str) -> tuple[int, bool]:
    return (int(text.removesuffix("ed")), True) if text.endswith("ed") else (int(text.removesuffix("d")) * HALF_DAYS, False)
