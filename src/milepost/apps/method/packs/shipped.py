"""The packs that Milepost brings, and those that an operator puts into `<data dir>/packs/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from milepost.apps.method.packs.problems import PackBroken, Problem, refuse
from milepost.apps.method.packs.reading import ReadPack, read_pack

_HERE = Path(__file__).parent
OWN = "packs"


@lru_cache(maxsize=1)
def shipped() -> dict[str, tuple[str, ReadPack]]:
    """The source and the pack of each shipped file, by key. Raises PackBroken, which no released Milepost does: a test reads them all."""
    found = {}
    for path in sorted(_HERE.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        found[path.stem] = (text, read_pack(text, path.name))
    return found


def own_files(data_dir: Path) -> Iterator[Path]:
    """The operator's own files, by name."""
    yield from sorted((data_dir / OWN).glob("*.yaml"))


def read_file(path: Path) -> tuple[str, ReadPack]:
    """The source and the pack of a file. Raises PackBroken, also where it cannot be opened, is no UTF-8, or is called otherwise."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        refuse(path.name, [Problem(1, f"The file cannot be read: {error}.")])
        raise
    read = read_pack(text, path.name)
    if read.pack.key != path.stem:
        reason = f"The file of the pack {read.pack.key} must be called {read.pack.key}.yaml."
        raise PackBroken(file=path.name, line=1, reason=reason, problems=[{"line": 1, "reason": reason, "code": "", "data": {}}])
    return text, read
