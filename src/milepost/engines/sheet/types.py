"""The types that a column may have, and what its options may say."""

from __future__ import annotations

from collections.abc import Mapping

OF_ALL = frozenset({"required", "default", "unique", "hidden", "primary", "compute", "was"})
"""Options that a column of any type may have."""

TYPES: Mapping[str, frozenset[str]] = {
    "text": frozenset({"lines"}),
    "number": frozenset({"decimals", "min", "max"}),
    "money": frozenset({"currency", "min", "max"}),
    "percent": frozenset({"decimals", "min", "max"}),
    "date": frozenset(),
    "datetime": frozenset(),
    "duration": frozenset(),
    "person": frozenset(),
    "people": frozenset(),
    "choice": frozenset({"choices"}),
    "choices": frozenset({"choices"}),
    "check": frozenset(),
    "symbol": frozenset({"set"}),
    "link": frozenset({"to", "several"}),
    "file": frozenset(),
    "url": frozenset(),
    "auto": frozenset({"prefix"}),
    "created_by": frozenset(),
    "created_at": frozenset(),
    "changed_by": frozenset(),
    "changed_at": frozenset(),
}
"""Type to the options that are its own."""

STAMPS = frozenset({"created_by", "created_at", "changed_by", "changed_at"})
"""Types that the write path fills with who and when."""
GIVEN = STAMPS | {"auto"}
"""Types that nobody types into."""
NUMERIC = frozenset({"number", "money", "percent", "duration", "auto", "choice", "choices", "symbol", "check"})
"""Types that computing reads as a number."""
TONES = ("red", "amber", "green", "blue", "grey", "strong", "dim")
"""How a formatted cell may look."""
OPERATORS: Mapping[str, int] = {
    **dict.fromkeys(("is", "is_not", "contains", "begins", "<", "<=", ">", ">=", "has", "has_not", "before", "after", "within"), 1),
    **dict.fromkeys(("any_of", "none_of", "between"), 1),
    **dict.fromkeys(("empty", "not_empty", "me", "today"), 0),
}
"""The operators of a condition, and how many values follow each."""
