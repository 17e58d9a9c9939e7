"""Values that are text."""

from __future__ import annotations

import re
from typing import Any

from milepost.apps.sheets.values.surroundings import DoesNotFit, Surroundings
from milepost.engines.sheet import Cell, Column

_ADDRESS = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(\.[\w-]+)+([/?#]\S*)?")
_MOST_LETTERS = 2_000


def read_text(column: Column, value: Any, around: Surroundings) -> Cell:
    """Text as it is; a number as its text. Raises DoesNotFit."""
    if isinstance(value, (dict, list)):
        raise DoesNotFit("This is not text.")
    return value if isinstance(value, str) else str(value)


def read_url(column: Column, value: Any, around: Surroundings) -> Cell:
    """A web or mail address; `www.example.org` becomes `https://www.example.org`. Raises DoesNotFit for any other scheme."""
    words = value.strip() if isinstance(value, str) else ""
    if len(words) <= _MOST_LETTERS:
        if _ADDRESS.fullmatch(words):
            return words
        if _BARE.fullmatch(words):
            return f"https://{words}"
    raise DoesNotFit("This is not a web address: write for example https://example.org/page.")


def read_list(column: Column, value: Any, around: Surroundings) -> Cell:
    """A list, or text that the kind of the sheet will read. Raises DoesNotFit."""
    if not isinstance(value, (list, str)):
        raise DoesNotFit("This is not a list.")
    return value or None
