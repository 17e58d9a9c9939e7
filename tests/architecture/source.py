"""The project's own files as the house rules see them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "milepost"
CLIENT = ROOT / "web" / "src"


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root, its number of lines, its syntax tree."""

    path: str
    lines: int
    tree: ast.Module

    def functions(self) -> Iterator[tuple[str, int]]:
        """Each function as `file:line name` with the lines of its body, the docstring left out."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0]
                start = first.end_lineno if ast.get_docstring(node) else first.lineno - 1
                yield f"{self.path}:{node.lineno} {node.name}", (node.end_lineno or 0) - (start or 0)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package but migrations."""
    return tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts)


def _read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    return Module(str(path.relative_to(ROOT)), text.count("\n") + 1, ast.parse(text))


@cache
def client_files() -> tuple[tuple[str, int], ...]:
    """Every TypeScript file of the browser client with its lines; generated ones are left out."""
    files = (path for pattern in ("*.ts", "*.tsx") for path in CLIENT.rglob(pattern))
    kept = (path for path in files if path.name != "schema.d.ts" and "locales" not in path.parts)
    return tuple(sorted((str(path.relative_to(ROOT)), path.read_text(encoding="utf-8").count("\n") + 1) for path in kept))
