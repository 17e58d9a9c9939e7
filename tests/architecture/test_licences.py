"""What is shipped is permissive, or LGPL or MPL unmodified; docs/licences.md lists each package."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution
from importlib.metadata import requires as requirements

from packaging.requirements import Requirement

from tests.architecture.source import ROOT

PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Zlib|0BSD|Unlicense|MPL|Mozilla|LGPL|Lesser General|HPND", re.IGNORECASE
)
# Packages whose metadata says nothing: read in their source.
UNSTATED = {"pysqlite3": "Zlib"}
LISTED = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")


def licence_of(package: Distribution) -> str:
    """What the package says of itself, shortest statement first."""
    meta = package.metadata
    named = [c.split(" :: ")[-1] for c in meta.get_all("Classifier") or [] if c.startswith("License ::")]
    return meta.get("License-Expression") or ", ".join(named) or (meta.get("License") or "").split("\n")[0]


def shipped() -> dict[str, str]:
    """Every package that an installed Milepost brings along, with its licence."""
    found: dict[str, str] = {}
    queue = [Requirement(line) for line in requirements("milepost") or []]
    while queue:
        wanted = queue.pop()
        name = wanted.name.lower().replace("_", "-")
        applies = wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in wanted.extras or {""})
        if name in found or (wanted.marker is not None and "extra" in str(wanted.marker) and not applies) or not applies:
            continue
        package = distribution(name)
        found[name] = UNSTATED.get(name) or licence_of(package)
        queue += [_with_extras(line, wanted.extras) for line in package.requires or []]
    return found


def _with_extras(line: str, extras: set[str]) -> Requirement:
    requirement = Requirement(line)
    if requirement.marker is not None and any(requirement.marker.evaluate({"extra": extra}) for extra in extras or {""}):
        requirement.marker = None
    return requirement


def test_everything_shipped_may_be_shipped() -> None:
    odd = {name: licence for name, licence in shipped().items() if not PERMISSIVE.search(licence)}
    assert not odd, f"Look at these licences: {odd}"


def test_everything_shipped_is_listed() -> None:
    missing = [f"| {name} | {licence} |" for name, licence in sorted(shipped().items()) if f"| {name} |" not in LISTED]
    assert not missing, "Add to docs/licences.md:\n" + "\n".join(missing)
