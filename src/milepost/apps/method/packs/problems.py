"""Collecting all that is wrong with a pack, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from milepost.apps.sheets.declarations.problems import Problems
from milepost.formats.marked_yaml import Marked
from milepost.kernel.errors import MilepostError

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
MOST_LETTERS = 30_000


class PackBroken(MilepostError):
    """{file}, line {line}: {reason}"""

    code = "pack.broken"
    status = 422


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong: the line, the English sentence, and where it is one of a known kind its code with the data of the sentence."""

    line: int
    reason: str
    code: str = ""
    data: Mapping[str, Any] = field(default_factory=dict, compare=False)


class PackProblems(Problems):
    """What was found wrong with a pack; readers below it give a usable value and go on."""

    def __init__(self, file: str, texts: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(file)
        self.library = texts
        self.named: dict[str, Mapping[str, str]] = {}

    def problems(self) -> list[Problem]:
        """What is wrong, by line."""
        return [Problem(line, reason) for line, reason in sorted(self.found)]

    def key(self, at: Marked | None, what: str) -> str:
        """The key at a place."""
        if at is None:
            return ""
        key = self.word(at, what)
        if key and not KEY.fullmatch(key):
            self.say(at, f"The key {key} must be small letters, digits and _, beginning with a letter, 40 at most.")
        return key

    def whole(self, at: Marked | None, what: str, most: int = 1_000_000_000) -> int:
        """The whole number at a place, 0 where nothing stands."""
        if at is None:
            return 0
        if not isinstance(at.value, int) or isinstance(at.value, bool) or not 0 <= at.value <= most:
            self.say(at, f"{what} must be a whole number from 0 to {most}.")
            return 0
        return at.value

    def maybe(self, at: Marked | None, what: str) -> int | None:
        """The whole number at a place; None where nothing stands."""
        return None if at is None or at.value is None else self.whole(at, what)

    def one_or_many(self, at: Marked | None, what: str) -> tuple[str, ...]:
        """The words of a list, or the one word that stands there without a list."""
        if at is None or at.value is None:
            return ()
        return self.words(at, what) if isinstance(at.value, list) else (self.word(at, what),)

    def markdown(self, at: Marked | None, what: str) -> Mapping[str, str]:
        """A long text by language: written out, or the name of a shipped one, which is noted in `named`."""
        if at is None:
            return {}
        if isinstance(at.value, str) and KEY.fullmatch(at.value):
            if at.value not in self.library:
                self.say(at, f"There is no shipped text {at.value}. It can be one of: {', '.join(sorted(self.library))}.")
                return {"en": at.value}
            self.named[at.value] = self.library[at.value]
            return self.library[at.value]
        parts = at.value if isinstance(at.value, dict) else {"en": at}
        if "en" not in parts:
            self.say(at, f"{what} needs an English text, en.")
        return {language: self._long(one, what) for language, one in parts.items()}

    def _long(self, at: Marked, what: str) -> str:
        if not isinstance(at.value, str) or not at.value.strip() or len(at.value) > MOST_LETTERS:
            self.say(at, f"{what} must be a text of 1 to {MOST_LETTERS} characters.")
            return ""
        return at.value


def refuse(file: str, problems: Iterable[Problem]) -> None:
    """Raise PackBroken with the first problem, all of them in its data, if there is any."""
    found = sorted(problems)
    if found:
        told = [told_problem(one) for one in found]
        raise PackBroken(file=file, line=found[0].line, reason=found[0].reason, problems=told)


def told_problem(one: Problem) -> dict[str, Any]:
    """A problem as the API tells it."""
    return {"line": one.line, "reason": one.reason, "code": one.code, "data": dict(one.data)}
