"""Which declared kinds there are, and which declaration of each is in force.

Files say what is wanted: the shipped ones, and the office's own in `<data dir>/kinds/`. Live sheets stand at what `KindVersion` keeps.
Where the two differ, the kept one is in force until `milepost kind apply`; a difference that touches no cell (texts, views, formats,
new columns that start empty) needs no migration and is in force at once. So a changed file never leaves a sheet that cannot be read.
"""

from __future__ import annotations

from pathlib import Path

from milepost.apps.sheets.declarations import Declaration, DeclarationBroken, read_declaration
from milepost.apps.sheets.declarations.difference import touches_cells
from milepost.apps.sheets.kinds.declared import DeclaredKind
from milepost.apps.sheets.models import KindVersion
from milepost.engines.sheet.circles import circle_from

SHIPPED = Path(__file__).parents[1] / "declarations"
OWN = "kinds"

_wanted: dict[str, DeclaredKind] = {}
_kept: dict[str, DeclaredKind | None] = {}
_settled: dict[tuple[str, str], DeclaredKind] = {}
broken: list[DeclarationBroken] = []
"""Own files that could not be read; a system check tells of them."""


def declare(declaration: Declaration) -> DeclaredKind:
    """Make a declaration the one that is wanted of its kind; the later one wins."""
    kind = DeclaredKind(declaration)
    _wanted[declaration.kind] = kind
    _settled.clear()
    return kind


def forget(name: str) -> None:
    """Take a kind back out, for tests and for a file that is gone."""
    _wanted.pop(name, None)
    _settled.clear()


def load_shipped() -> None:
    """Declare the kinds that Milepost brings. Raises DeclarationBroken."""
    for path in sorted(SHIPPED.glob("*.yaml")):
        declare(read_declaration(path.read_text(encoding="utf-8"), path.name))


def load_own(data_dir: Path) -> None:
    """Declare the office's own kinds; those that cannot be read are noted in `broken` and left out."""
    broken.clear()
    for path in sorted((data_dir / OWN).glob("*.yaml")):
        before = _wanted.get(path.stem)
        try:
            _refuse_circle(path, declare(read_file(path)).declaration)
        except DeclarationBroken as error:
            broken.append(error)
            if before is not None:
                declare(before.declaration)
            else:
                forget(path.stem)


def _refuse_circle(path: Path, declaration: Declaration) -> None:
    kinds = {name: {column.key: column for column in kind.columns} for name, kind in _wanted.items()}
    for column in declaration.columns:
        circle = circle_from(kinds, declaration.kind, column.key)
        if circle:
            reason = f"The column {column.key} is computed from itself: {', '.join(f'{kind}.{key}' for kind, key in circle)}."
            raise DeclarationBroken(file=path.name, line=1, reason=reason, problems=[{"line": 1, "reason": reason}])


def read_file(path: Path) -> Declaration:
    """The declaration in a file. Raises DeclarationBroken, also where the file is no UTF-8 or cannot be opened."""
    try:
        return read_declaration(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        reason = f"The file cannot be read: {error}."
        raise DeclarationBroken(file=path.name, line=1, reason=reason, problems=[{"line": 1, "reason": reason}]) from None


def find(name: str) -> DeclaredKind | None:
    """The kind in force; None where neither a file nor a live sheet knows it. One query."""
    version = KindVersion.objects.filter(kind=name).values_list("digest", "declaration").first()
    return in_force(name, *version) if version else _wanted.get(name)


def in_force(name: str, digest: str, text: str) -> DeclaredKind | None:
    """The kind in force where live sheets stand at this declaration."""
    wanted = _wanted.get(name)
    if wanted is not None and wanted.declaration.digest == digest:
        return wanted
    if (name, digest) not in _settled:
        kept = kept_kind(name, digest, text)
        settled = wanted if kept is None or (wanted and not touches_cells(kept.declaration, wanted.declaration)) else kept
        if settled is None:
            return None
        _settled[name, digest] = settled
    return _settled[name, digest]


def kept_kind(name: str, digest: str, text: str) -> DeclaredKind | None:
    """The kind as live sheets know it; None where this version of Milepost cannot read that any more."""
    if digest not in _kept:
        try:
            _kept[digest] = DeclaredKind(read_declaration(text, f"{name}.yaml"))
        except DeclarationBroken:
            _kept[digest] = None
    return _kept[digest]


def wanted() -> dict[str, Declaration]:
    """What the files say, by kind."""
    return {name: kind.declaration for name, kind in _wanted.items()}


def wanted_kind(name: str) -> DeclaredKind | None:
    """The kind as its file declares it; None without one."""
    return _wanted.get(name)


def all_kinds() -> dict[str, DeclaredKind]:
    """Every kind by name as it is in force, in the order of their titles. One query."""
    kept = KindVersion.objects.values_list("kind", "digest", "declaration")
    found: dict[str, DeclaredKind | None] = {**_wanted, **{name: in_force(name, digest, text) for name, digest, text in kept}}
    there = {name: kind for name, kind in found.items() if kind is not None}
    return dict(sorted(there.items(), key=lambda item: item[1].declaration.title["en"].casefold()))
