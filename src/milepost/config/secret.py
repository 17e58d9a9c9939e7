"""The secret key: given by the operator, or made once and kept in the data folder for its owner's eyes only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_FILE = "secret-key"


def secret_key(given: str, data_dir: Path) -> str:
    """The key to sign with. Where none is given and none is kept, a fresh one that lasts as long as this process."""
    kept = data_dir / _FILE
    if given:
        return given
    if kept.is_file():
        return kept.read_text("ascii").strip()
    return secrets.token_urlsafe(50)


def keep_secret_key(given: str, data_dir: Path) -> None:
    """Make the data folder and, where no key is given or kept, a key in it that only its owner can read."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = data_dir / _FILE
    if given or kept.exists():
        return
    with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))
