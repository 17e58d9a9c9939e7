"""One list on its way to one place: read, understood, planned and held against what is there, without writing anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from milepost.apps.org.access import node_for, require, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.paths import prefixes
from milepost.apps.org.queries.people import person
from milepost.apps.sheets.access import sheet_and_rights
from milepost.apps.sheets.actions.create_register import may_stand
from milepost.apps.sheets.actions.uploads import upload_content
from milepost.apps.sheets.errors import KindNotHere
from milepost.apps.sheets.kinds.acts import asked_of
from milepost.apps.sheets.kinds.declared import declaration_of
from milepost.apps.sheets.kinds.kind import KindUnknown, kind_named
from milepost.apps.sheets.lists.compare import Outcome, compare
from milepost.apps.sheets.lists.existing import Known, projects_below, rows_of_sheet
from milepost.apps.sheets.lists.findings import Finding, finding
from milepost.apps.sheets.lists.guess.columns import Style
from milepost.apps.sheets.lists.opening import opened_book
from milepost.apps.sheets.lists.options import Options, options_from_json
from milepost.apps.sheets.lists.people import People
from milepost.apps.sheets.lists.places import Places
from milepost.apps.sheets.lists.planned import PlannedRow, planned_rows
from milepost.apps.sheets.lists.reports import History, histories
from milepost.apps.sheets.lists.understanding import PROJECT, Ground, Understood, understand
from milepost.apps.sheets.models import Sheet, Upload
from milepost.apps.sheets.profiles import STATED, keys_by_role
from milepost.apps.sheets.row_names import primary_key
from milepost.apps.sheets.values import Surroundings, fit
from milepost.apps.sheets.writing.store import columns_of, columns_of_kind
from milepost.engines.sheet import Cell, Column
from milepost.formats.tabular import Book


@dataclass(frozen=True, slots=True)
class Target:
    """Where a list goes: a register that is there, or a new one of a kind at a node; for projects, below the node."""

    node: Node
    kind: str
    sheet: Sheet | None
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is known of an import before anything is written."""

    target: Target
    book: Book
    options: Options
    understood: Understood
    rows: list[PlannedRow]
    findings: list[Finding]
    people: People
    places: Places | None
    known: Mapping[str, Known]

    @property
    def key(self) -> str | None:
        """The key of the cell that tells the rows apart."""
        return key_of(self.understood)

    @property
    def name_key(self) -> str:
        """The key of the cell that names a row."""
        return primary_key(self.target.columns)

    def outcomes(self, *, only_right: bool) -> list[Outcome]:
        """What becomes of each row; the rows themselves are as they were planned."""
        return compare(self.rows, self.known, tree=self.understood.hierarchy is not None, only_right=only_right)

    def histories(self, *, only_right: bool) -> list[History]:
        """What becomes of each project."""
        return histories(self.rows, self.known, only_right=only_right)


def target_of(actor_id: int, *, node_id: int | None, sheet_id: int | None, kind: str) -> Target:
    """Where a list goes. Raises NotFound, NotAllowed, KindUnknown and KindNotHere."""
    if sheet_id is not None:
        sheet, bits = sheet_and_rights(actor_id, sheet_id)
        require(bits, Capability.EDIT)
        return Target(sheet.node, sheet.kind, sheet, columns_of(sheet))
    node = node_for(actor_id, node_id or 0, Capability.CREATE)
    declaration = declaration_of(kind_named(kind))
    if declaration is None:
        raise KindUnknown(kind=kind)
    if kind != PROJECT and not may_stand(declaration, node.kind):
        raise KindNotHere(title=declaration.title["en"], node=node.kind)
    return Target(node, kind, None, columns_of_kind(kind))


def plan_list(actor_id: int, upload_id: int, target: Target, told: Mapping[str, Any], real_at: datetime) -> tuple[Upload, Plan]:
    """Everything up to the writing. Raises NotFound for the upload, and what the reader of the file refuses."""
    upload, data = upload_content(actor_id=actor_id, upload_id=upload_id, at=real_at)
    return upload, planned(actor_id, opened_book(data, upload.sha256), target, options_from_json(told))


def planned(actor_id: int, book: Book, target: Target, options: Options) -> Plan:
    """The plan of a book that was read."""
    options = _allowed(actor_id, target, options)
    people = People(actor_id, options.make)
    ground = Ground(target.kind, target.columns, people.known, _style_of(actor_id))
    understood = understand(book, ground, options)
    around = Surroundings(person=people.find, day_first=True)

    def fits(column: Column, value: Cell) -> Cell:
        return fit(column, value, around)

    rows, findings = planned_rows(understood, fits, clear=options.clear)
    places = Places(actor_id, target.node) if ground.projects else None
    known = _known(actor_id, target, understood)
    if places is not None:
        findings += _without_more_rights(actor_id, target, rows, known)
        _refuse_places(rows, places, known, options, findings)
    return Plan(target, book, options, understood, rows, findings, people, places, known)


def key_of(understood: Understood) -> str | None:
    """The key of the cell that tells the rows apart, where the list has one and it is kept."""
    column = None if understood.key is None else understood.columns[understood.key].column
    return None if column is None else column.key


def _allowed(actor_id: int, target: Target, options: Options) -> Options:
    """Without the right to add columns here the list brings none."""
    asked = asked_of(kind_named(target.kind)).get("columns", Capability.EDIT)
    needed = Capability.SETTINGS if target.kind == PROJECT else asked
    path = prefixes(target.node.path)[0] if needed == Capability.SETTINGS else target.node.path
    allowed = options.make.columns and scope_of(actor_id, needed).allows(path)
    return replace(options, make=replace(options.make, columns=allowed))


def _known(actor_id: int, target: Target, understood: Understood) -> dict[str, Known]:
    key = key_of(understood)
    if key is None:
        return {}
    if target.sheet is not None:
        return rows_of_sheet(target.sheet.pk, key)
    return projects_below(actor_id, target.node.path, key) if target.kind == PROJECT else {}


def _without_more_rights(actor_id: int, target: Target, rows: list[PlannedRow], known: Mapping[str, Known]) -> list[Finding]:
    """A status is stated, and a project renamed, only by who may: what the list says of these is left out for others."""
    bits = scope_of(actor_id).bits_at(target.node.path)
    keys = keys_by_role(target.columns)
    stated = {keys[role] for role in STATED if role in keys}
    found: list[Finding] = []
    if not bits & Capability.STATE and any(not stated.isdisjoint(row.cells) for row in rows):
        titles = [column.title for column in target.columns if column.key in stated and any(column.key in row.cells for row in rows)]
        found.append(finding("status_not_allowed", count=len(titles), value=", ".join(titles)))
        for row in rows:
            row.cells = {key: value for key, value in row.cells.items() if key not in stated}
    if not bits & Capability.ARRANGE and "name" in keys:
        for row in rows:
            if row.key in known:
                row.cells.pop(keys["name"], None)
    return found


def _refuse_places(rows: list[PlannedRow], places: Places, known: Mapping[str, Known], options: Options, findings: list[Finding]) -> None:
    """A row that is there stays where it lies; a new one needs a place in which its person may create."""
    for row in rows:
        there = known.get(row.key) if row.key is not None else None
        if row.skip or there is not None:
            if there is not None and not there.editable and not row.skip:
                row.skip = "not_allowed"
                findings.append(finding("not_allowed", row=row.line, value=str(row.key)))
            continue
        place = places.find(row.places)
        if place.refused:
            row.skip = "place_not_allowed"
            findings.append(finding("place_not_allowed", row=row.line, value=place.refused))
        elif place.missing and not options.make.nodes:
            row.skip = "place_missing"
            kind, name = place.missing[0]
            findings.append(finding("place_missing", row=row.line, value=name, kind=kind))


def _style_of(actor_id: int) -> Style:
    """How the reader's language writes days and numbers, for lists that do not tell."""
    me = person(actor_id)
    locale = me.locale if me else "en"
    return Style("mdy" if locale == "en-US" else "dmy", "," if locale.startswith(("de", "fr", "es", "it", "nl", "pl", "pt")) else ".")
