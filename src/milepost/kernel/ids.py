"""Public ids: random, 53 bits, a JSON number everywhere, and no count to guess."""

from __future__ import annotations

import secrets

_BITS = 53


def new_id() -> int:
    """A fresh public id between 1 and 2**53 - 1."""
    return secrets.randbelow(2**_BITS - 1) + 1
