"""What became of a file: what came in, what was changed, what Milepost does not use. Nothing is lost in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

# A file with the same fault in every row says so a hundred times, then counts.
MOST_OF_A_KIND = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that was read otherwise than it was written: `code` for programs, `where` in the file, `message` for people."""

    code: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """`taken` counts what came in by kind, `dropped` counts the elements that Milepost does not use, as `Task/HideBar`.

    What is dropped on import is kept word for word in the PlanFile, and written back by `write`.
    """

    taken: Mapping[str, int] = field(default_factory=dict)
    changed: tuple[Finding, ...] = ()
    dropped: Mapping[str, int] = field(default_factory=dict)


class Log:
    """Collects a report while a file is read."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []
        self._of_a_kind: Counter[str] = Counter()
        self._dropped: Counter[str] = Counter()

    def change(self, code: str, where: str, message: str) -> None:
        """Note a change; beyond the bound of its kind it is only counted."""
        self._of_a_kind[code] += 1
        if self._of_a_kind[code] <= MOST_OF_A_KIND:
            self._findings.append(Finding(code, where, message))

    def drop(self, path: str) -> None:
        """Note an element that Milepost does not use."""
        self._dropped[path] += 1

    def report(self, taken: Mapping[str, int]) -> Report:
        """The report, with one finding more for each kind that went beyond its bound."""
        more = [
            Finding(code, "elsewhere", f"{count - MOST_OF_A_KIND} more of the same kind.")
            for code, count in self._of_a_kind.items()
            if count > MOST_OF_A_KIND
        ]
        return Report(dict(taken), (*self._findings, *more), dict(sorted(self._dropped.items())))
