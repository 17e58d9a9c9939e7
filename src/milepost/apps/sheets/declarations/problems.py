"""Collecting all that is wrong with a declaration, each with its line, so that its author mends it in one go."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from milepost.apps.sheets.declarations.model import Texts
from milepost.formats.marked_yaml import Marked
from milepost.kernel.errors import MilepostError

MOST_LETTERS = 400
_MOST_NAMED = 12


class DeclarationBroken(MilepostError):
    """{file}, line {line}: {reason}"""

    code = "kind.broken"
    status = 422


class Problems:
    """What was found wrong, as (line, sentence); readers below it give a usable value and go on."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[tuple[int, str]] = []

    def say(self, at: Marked | int, reason: str) -> None:
        """Note what is wrong at a value or a line."""
        self.found.append((at if isinstance(at, int) else at.line, reason))

    def refuse(self) -> None:
        """Raise DeclarationBroken with the first problem, all of them in its data, if there is any."""
        if self.found:
            (line, reason), *_ = sorted(self.found)
            told = [{"line": line, "reason": reason} for line, reason in sorted(self.found)]
            raise DeclarationBroken(file=self.file, line=line, reason=reason, problems=told)

    def mapping(self, at: Marked, what: str, known: Iterable[str], needed: Iterable[str] = ()) -> dict[str, Marked]:
        """The mapping at a place, without keys that are not known."""
        if not isinstance(at.value, dict):
            self.say(at, f"{what} must be a mapping.")
            return {}
        allowed = list(known)
        for key, value in at.value.items():
            if key not in allowed:
                self.say(value, f"{what} knows no {key}. It knows: {', '.join(allowed)}.")
        for key in needed:
            if key not in at.value:
                self.say(at, f"{what} needs {key}.")
        return {key: value for key, value in at.value.items() if key in allowed}

    def items(self, at: Marked | None, what: str) -> list[Marked]:
        """The list at a place; nothing is an empty one."""
        if at is None:
            return []
        if not isinstance(at.value, list):
            self.say(at, f"{what} must be a list.")
            return []
        return at.value

    def word(self, at: Marked, what: str, among: Iterable[str] | None = None) -> str:
        """The text at a place, one of `among` where that is given."""
        word = at.value if isinstance(at.value, str) else str(at.value) if isinstance(at.value, int) else ""
        if not word or len(word) > MOST_LETTERS:
            self.say(at, f"{what} must be a word.")
        elif among is not None and word not in (allowed := list(among)):
            self.say(at, f"{what} cannot be {word}. It can be one of: {_some(word, allowed)}.")
        return word

    def words(self, at: Marked | None, what: str, among: Iterable[str] | None = None) -> tuple[str, ...]:
        """The texts of a list."""
        allowed = None if among is None else list(among)
        return tuple(self.word(one, what, allowed) for one in self.items(at, what))

    def texts(self, at: Marked | None, what: str, default: str = "") -> Texts:
        """A text by language: a plain one is English, a mapping must have `en`."""
        if at is None:
            return {"en": default}
        if isinstance(at.value, dict):
            texts = {language: self.word(one, what) for language, one in at.value.items()}
            if "en" not in texts:
                self.say(at, f"{what} needs an English text, en.")
            return {"en": default, **texts}
        return {"en": self.word(at, what)}


def _some(word: str, allowed: list[str]) -> str:
    """What a word can be, the nearest first where there are many."""
    if len(allowed) <= _MOST_NAMED:
        return ", ".join(allowed)
    near = get_close_matches(word, allowed, n=3, cutoff=0.5)
    return ", ".join([*near, *(one for one in allowed if one not in near)][:_MOST_NAMED]) + f" and {len(allowed) - _MOST_NAMED} more"
