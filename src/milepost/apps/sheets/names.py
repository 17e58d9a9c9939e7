"""Names that people give to sheets and columns."""

from __future__ import annotations

from milepost.kernel.errors import Invalid

MOST_LETTERS = 100


def plain_words(text: str, field: str) -> str:
    """The text in one line, without letters that cannot be seen. Raises Invalid where nothing is left, or more than 100 characters."""
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if not words or len(words) > MOST_LETTERS:
        raise Invalid(field=field, reason=f"it needs between 1 and {MOST_LETTERS} characters")
    return words
