"""Cells that a spreadsheet would take for a formula: shown as text, and read back as they were."""

from __future__ import annotations

import re

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?%?")


def is_dangerous(text: str) -> bool:
    """Whether a spreadsheet may run this: it begins with = + - @ (also in full width), a tab or the end of a line, and is no plain
    number."""
    return text.startswith(_DANGEROUS) and not _NUMBER.fullmatch(text)


def escaped(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet may run it."""
    return f"'{text}" if is_dangerous(text) else text


def unescaped(text: str) -> str:
    """What `escaped` was given."""
    return text[1:] if text.startswith("'") and is_dangerous(text[1:]) else text
