"""YAML as a tree whose every value knows its line, so that what reads it can say where something is wrong.

The safe part of the language only: mappings with text keys, lists and plain values. Anchors, aliases and tags are refused, so no short
text can unfold into a long one. Of plain words only `true`, `false`, `null` and numbers mean something else than themselves: `no`
is a word, `2026-03-02` is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml

from milepost.kernel.errors import MilepostError

MOST_LETTERS = 256 * 1024
DEEPEST = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,16}\.[0-9]{1,16}")


class NotYaml(MilepostError):
    """{file}, line {line}: {reason}."""

    code = "yaml.unreadable"
    status = 422


@dataclass(frozen=True, slots=True)
class Marked:
    """A value and the line on which it begins, the first line being 1."""

    value: Scalar | list[Marked] | dict[str, Marked]
    line: int

    @property
    def plain(self) -> Any:
        """The value without its lines."""
        if isinstance(self.value, list):
            return [one.plain for one in self.value]
        return {key: one.plain for key, one in self.value.items()} if isinstance(self.value, dict) else self.value


Scalar: TypeAlias = str | int | float | bool | None


def read_yaml(text: str, file: str) -> Marked:
    """The one document in `text`; `file` is its name in errors. Raises NotYaml for anything that is not the safe part of YAML."""
    if len(text) > MOST_LETTERS:
        raise NotYaml(file=file, line=1, reason=f"the file holds more than {MOST_LETTERS // 1024} KB")
    try:
        events = _Events(yaml.parse(text, Loader=_LOADER), file)
        found = events.value(events.next(), 0)
        events.expect_end()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML"
        raise NotYaml(file=file, line=mark.line + 1 if mark else 1, reason=reason) from None
    return found


class _Events:
    """The events of a document, made into values; what is not allowed is refused where it stands."""

    def __init__(self, events: Iterator[Any], file: str) -> None:
        self._events, self._file = events, file

    def next(self) -> Any:
        for event in self._events:
            if isinstance(event, yaml.AliasEvent):
                raise self._refused(event, f"the alias *{event.anchor} is not read here, write its content out")
            if getattr(event, "anchor", None) is not None:
                raise self._refused(event, f"the anchor &{event.anchor} is not read here, leave it out")
            if getattr(event, "tag", None) is not None:
                raise self._refused(event, f"the tag {event.tag} is not read here, leave it out")
            if not isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
                return event
        return None

    def value(self, event: Any, depth: int) -> Marked:
        line = event.start_mark.line + 1
        if depth > DEEPEST:
            raise self._refused(event, f"this is nested more than {DEEPEST} levels deep")
        if isinstance(event, yaml.MappingStartEvent):
            return Marked(self._mapping(depth), line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Marked(list(self._items(depth)), line)
        if isinstance(event, yaml.ScalarEvent):
            return Marked(_scalar(event), line)
        raise self._refused(event, "the file is empty")

    def expect_end(self) -> None:
        event = self.next()
        if not isinstance(event, yaml.DocumentEndEvent) or not isinstance(after := self.next(), yaml.StreamEndEvent):
            raise self._refused(event if not isinstance(event, yaml.DocumentEndEvent) else after, "a second document begins here")

    def _mapping(self, depth: int) -> dict[str, Marked]:
        found: dict[str, Marked] = {}
        while not isinstance(key := self.next(), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise self._refused(key, "a key must be a word")
            if key.value in found:
                raise self._refused(key, f"{key.value} stands here a second time")
            found[key.value] = self.value(self.next(), depth + 1)
        return found

    def _items(self, depth: int) -> Iterator[Marked]:
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            yield self.value(event, depth + 1)

    def _refused(self, event: Any, reason: str) -> NotYaml:
        return NotYaml(file=self._file, line=event.start_mark.line + 1 if event else 1, reason=reason)


def _scalar(event: Any) -> Scalar:
    text: str = event.value
    if event.style not in (None, ""):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
