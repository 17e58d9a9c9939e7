"""Changing one item in the text of a pack, so that everything else stays as its author wrote it, comments too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from milepost.apps.method.packs.errors import PartNotPlain
from milepost.apps.method.packs.problems import Problem, refuse
from milepost.formats.marked_yaml import Marked, NotYaml, read_yaml
from milepost.kernel.errors import Invalid

PARTS = ("phases", "gates", "artefacts", "policies", "procedures", "roles", "courses")
_WIDE = 100_000


def plain_items(text: str) -> dict[str, list[Any]]:
    """The items of the parts as they are written, for forms; empty for a text that is no YAML."""
    try:
        at = read_yaml(text, "draft")
    except NotYaml:
        return {}
    found = at.value if isinstance(at.value, dict) else {}
    parts = {part: found[part].value for part in PARTS if part in found}
    return {part: [one.plain for one in items] for part, items in parts.items() if isinstance(items, list)}


def with_item(text: str, part: str, key: str, values: Mapping[str, Any] | None) -> str:
    """The text with one item of a part changed, added at its end, or taken out (no values). Raises PackBroken, PartNotPlain, Invalid."""
    if part not in PARTS:
        raise Invalid(field="part", reason=f"it is one of {', '.join(PARTS)}")
    if values is not None and values.get("key") != key:
        raise Invalid(field="key", reason="an item keeps its key")
    lines = text.splitlines()
    written = [] if values is None else _written(values)
    place = _place(text, part, key)
    if place is None:
        return _joined([*lines, f"{part}:", *written])
    first, behind, indent = place
    return _joined([*lines[:first], *(" " * indent + line if line else line for line in written), *lines[behind:]])


def renamed(text: str, key: str, title: str) -> str:
    """The text under another key and title. Raises PackBroken."""
    lines = text.splitlines()
    at = _read(text)
    inner = at.value if isinstance(at.value, dict) else {}
    for name, said in (("pack", key), ("title", title)):
        if name in inner:
            first = next(place for place, line in enumerate(lines) if line.startswith(f"{name}:"))
            lines[first : _last_written(lines, first, _next_top(lines, first))] = [f"{name}: {_scalar(said)}"]
    return _joined(lines)


def _place(text: str, part: str, key: str) -> tuple[int, int, int] | None:
    """Where the item stands: its first line, the line behind it, the indent of its dash; an empty place at the end for a new one."""
    at = _read(text)
    inner = at.value if isinstance(at.value, dict) else {}
    if part not in inner:
        return None
    items, lines = inner[part].value, text.splitlines()
    if not isinstance(items, list) or not items:
        raise PartNotPlain(reason=f"{part} is not a list of items")
    starts = [one.line - 1 for one in items]
    if any(not lines[start].lstrip().startswith("- ") for start in starts):
        raise PartNotPlain(reason=f"the items of {part} stand on one line")
    indent = len(lines[starts[0]]) - len(lines[starts[0]].lstrip())
    end = _last_written(lines, starts[-1], _next_top(lines, starts[-1]))
    index = _index(items, key)
    if index is None:
        return end, end, indent
    return starts[index], starts[index + 1] if index + 1 < len(starts) else end, indent


def _index(items: Sequence[Marked], key: str) -> int | None:
    for index, one in enumerate(items):
        if isinstance(one.value, dict) and "key" in one.value and one.value["key"].value == key:
            return index
    return None


def _next_top(lines: Sequence[str], after: int) -> int:
    """The first line behind that begins at the margin with a key."""
    return next((at for at in range(after + 1, len(lines)) if lines[at] and lines[at][0] not in " #-"), len(lines))


def _last_written(lines: Sequence[str], first: int, behind: int) -> int:
    """Behind the last line of an item that is neither empty nor a comment at the margin."""
    while behind > first + 1 and (not lines[behind - 1].strip() or lines[behind - 1].startswith("#")):
        behind -= 1
    return behind


def _written(values: Mapping[str, Any]) -> list[str]:
    said: str = yaml.dump([dict(values)], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDE)
    return said.rstrip("\n").split("\n")


def _scalar(said: str) -> str:
    found: str = yaml.safe_dump(said, allow_unicode=True, width=_WIDE)
    return found.split("\n")[0]


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"


def _read(text: str) -> Marked:
    try:
        return read_yaml(text, "draft")
    except NotYaml as error:
        refuse("draft", [Problem(int(str(error.data["line"])), f"{error.data['reason']}.")])
        raise


class _Dumper(yaml.SafeDumper):
    """Writes long texts as blocks, so that people can read them."""

    def ignore_aliases(self, data: Any) -> bool:
        """Our YAML has none."""
        return True


def _as_block(dumper: yaml.SafeDumper, said: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", said, style="|" if "\n" in said else None)


_Dumper.add_representer(str, _as_block)
