"""Reading a declaration: YAML in, a frozen `Declaration` out, or all that is wrong with it by line."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from pathlib import PurePath

from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.declarations.columns import KEY, read_columns
from milepost.apps.sheets.declarations.model import Check, Condition, Declaration, Format, View
from milepost.apps.sheets.declarations.problems import DeclarationBroken, Problems
from milepost.engines.sheet import Column
from milepost.engines.sheet.compute import CHILDREN, RollUp, computing_of, in_order
from milepost.engines.sheet.errors import ComputeBroken
from milepost.engines.sheet.types import OPERATORS, TONES
from milepost.formats.marked_yaml import Marked, NotYaml, read_yaml

PARTS = ("kind", "title", "one", "about", "at", "columns", "formats", "views", "may", "checks", "read_by")
NODE_KINDS = ("organisation", "unit", "portfolio", "programme", "project", "folder")
ACTS = ("edit", "insert", "delete", "columns")


def read_declaration(text: str, file: str) -> Declaration:
    """The declaration that a file's text is; `file` is its name, whose stem must be the kind. Raises DeclarationBroken."""
    try:
        at = read_yaml(text, file)
    except NotYaml as error:
        problem = {"line": error.data["line"], "reason": f"{error.data['reason']}."}
        raise DeclarationBroken(file=file, **problem, problems=[problem]) from None
    said = Problems(file)
    told = said.mapping(at, "A declaration", PARTS, ("kind", "title", "columns"))
    columns, lines = read_columns(said, told.get("columns"))
    _refuse_without_primary(said, at, columns)
    _refuse_bad_computing(said, columns, lines)
    kind = _kind(said, told.get("kind"), file)
    title = said.texts(told.get("title"), "title", kind)
    found = Declaration(
        kind=kind,
        title=title,
        one=said.texts(told.get("one"), "one", "row"),
        about=said.texts(told.get("about"), "about"),
        columns=tuple(columns.values()),
        at=said.words(told.get("at"), "at", NODE_KINDS),
        formats=tuple(_format(said, one, columns) for one in said.items(told.get("formats"), "formats")),
        views=_views(said, told.get("views"), columns),
        checks=tuple(_check(said, one, columns) for one in said.items(told.get("checks"), "checks")),
        may=_may(said, told.get("may")),
        read_by=said.words(told.get("read_by"), "read_by"),
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )
    said.refuse()
    return found


def _kind(said: Problems, at: Marked | None, file: str) -> str:
    if at is None:
        return ""
    kind = said.word(at, "kind")
    if not KEY.fullmatch(kind):
        said.say(at, f"The kind {kind} must be small letters, digits and _, beginning with a letter, 40 at most.")
    elif PurePath(file).stem != kind:
        said.say(at, f"The file of the kind {kind} must be called {kind}.yaml.")
    return kind


def _refuse_without_primary(said: Problems, at: Marked, columns: Mapping[str, Column]) -> None:
    if columns and not any(column.options.get("primary") for column in columns.values()):
        said.say(at, "No column is primary. Mark the one that names a row with primary: true.")


def _refuse_bad_computing(said: Problems, columns: Mapping[str, Column], lines: Mapping[str, int]) -> None:
    try:
        in_order(columns)
        computings = [computing_of(column) for column in columns.values()]
    except ComputeBroken as error:
        said.say(lines.get(str(error.data["key"]), 1), error.sentence)
        return
    for one in computings:
        if isinstance(one, RollUp) and one.over != CHILDREN and columns[one.over].type != "link":
            said.say(lines[one.key], f"{one.over} is no link column: a roll-up goes over children or over a link column.")


def _format(said: Problems, at: Marked, columns: Collection[str]) -> Format:
    told = said.mapping(at, "A format", ("when", "column", "tone"), ("when", "tone"))
    column = said.word(told["column"], "column", columns) if "column" in told else None
    return Format(_conditions(said, told.get("when"), columns), column, said.word(told["tone"], "tone", TONES) if "tone" in told else "")


def _check(said: Problems, at: Marked, columns: Collection[str]) -> Check:
    told = said.mapping(at, "A check", ("when", "column", "say"), ("when", "column", "say"))
    column = said.word(told["column"], "column", columns) if "column" in told else ""
    return Check(_conditions(said, told.get("when"), columns), column, said.texts(told.get("say"), "say"))


def _conditions(said: Problems, at: Marked | None, columns: Collection[str]) -> tuple[Condition, ...]:
    return tuple(_condition(said, one, columns) for one in said.items(at, "Conditions"))


def _condition(said: Problems, at: Marked, columns: Collection[str]) -> Condition:
    parts = said.items(at, "A condition")
    if len(parts) < 2:
        said.say(at, "A condition is [column, operator] or [column, operator, value].")
        return ()
    key, operator = said.word(parts[0], "column", columns), said.word(parts[1], "operator", OPERATORS)
    if operator in OPERATORS and len(parts) - 2 != OPERATORS[operator]:
        said.say(at, f"The operator {operator} takes {OPERATORS[operator] or 'no'} value.")
    return (key, operator, *(part.plain for part in parts[2:]))


def _views(said: Problems, at: Marked | None, columns: Collection[str]) -> tuple[View, ...]:
    views = tuple(_view(said, one, columns) for one in said.items(at, "views"))
    keys = [view.key for view in views]
    if at is not None and len(set(keys)) != len(keys):
        said.say(at, "Two views have the same key.")
    return views


def _view(said: Problems, at: Marked, columns: Collection[str]) -> View:
    told = said.mapping(at, "A view", ("key", "title", "filter", "sort", "group", "columns", "show"), ("key", "title"))
    key = said.word(told["key"], "key") if "key" in told else ""
    return View(
        key,
        said.texts(told.get("title"), "title", key),
        _conditions(said, told.get("filter"), columns),
        tuple(_sort(said, one, columns) for one in said.items(told.get("sort"), "sort")),
        said.word(told["group"], "group", columns) if "group" in told else None,
        said.words(told.get("columns"), "columns", columns),
        said.word(told["show"], "show", ("grid", "cards")) if "show" in told else "grid",
    )


def _sort(said: Problems, at: Marked, columns: Collection[str]) -> tuple[str, str]:
    parts = said.items(at, "A sort")
    if len(parts) != 2:
        said.say(at, "A sort is [column, asc] or [column, desc].")
        return ("", "asc")
    return said.word(parts[0], "column", columns), said.word(parts[1], "direction", ("asc", "desc"))


def _may(said: Problems, at: Marked | None) -> dict[str, str]:
    if at is None:
        return {}
    words = [one.word for one in Capability]
    return {act: said.word(one, "may", words) for act, one in said.mapping(at, "may", ACTS).items()}
