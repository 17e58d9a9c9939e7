"""Whether everything is where it belongs: what the database itself says, and what must hold between our tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from milepost.apps.safekeeping.connecting import one_moment
from milepost.apps.safekeeping.placing import attached, lost
from milepost.apps.sheets.linking.recomputed import stale_cells
from milepost.apps.sheets.models import Sheet

_RULES = {
    "sheet.log": (
        "The sheet {0} is at change {1}, but its log has {2} changes, the last of them {3}.",
        """
        SELECT s.id, s.seq, count(c.seq), coalesce(max(c.seq), 0) FROM sheets_sheet s LEFT JOIN sheets_change c ON c.sheet_id = s.id
        GROUP BY s.id, s.seq HAVING count(c.seq) <> s.seq OR coalesce(max(c.seq), 0) <> s.seq
        """,
    ),
    "row.parent": (
        "The row {1} of the sheet {0} stands below the row {2}, which is not there.",
        """
        SELECT r.sheet_id, r.row_id, r.parent_id FROM sheets_row r
        LEFT JOIN sheets_row p ON p.sheet_id = r.sheet_id AND p.row_id = r.parent_id AND p.deleted_seq IS NULL
        WHERE r.deleted_seq IS NULL AND r.parent_id IS NOT NULL AND p.row_id IS NULL
        """,
    ),
    "row.ahead": (
        "The row {1} of the sheet {0} was written by change {2}, but the sheet is at {3}.",
        "SELECT s.id, r.row_id, r.seq, s.seq FROM sheets_row r JOIN sheets_sheet s ON s.id = r.sheet_id WHERE r.seq > s.seq",
    ),
    "node.path": (
        "The node {0} does not stand below its parent {1}.",
        """
        SELECT c.id, p.id FROM org_node c JOIN org_node p ON p.id = c.parent_id
        WHERE substr(c.path, 1, length(p.path)) <> p.path OR length(c.path) <= length(p.path)
        """,
    ),
    "plan.figures": (
        "The figures of the plan {0} are of change {1}, but the plan is at {2}.",
        "SELECT s.id, f.seq, s.seq FROM planning_planfigures f JOIN sheets_sheet s ON s.id = f.sheet_id WHERE f.seq > s.seq",
    ),
}
_MOST = 100


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: the rule, and a sentence that says where."""

    rule: str
    text: str


def findings(*, recompute: bool, files: bool) -> Iterator[Finding]:
    """All that is wrong, as it is found; at most a hundred of a rule.

    `recompute` also computes every sheet anew and compares what is stored; `files` reads every attached file.
    """
    with one_moment() as connection:
        yield from _of_the_database(connection)
        for digest in lost(connection)[:_MOST]:
            yield Finding("file.missing", f"The content {digest} of an attached file is not in the data folder.")
        for rule, (sentence, query) in _RULES.items():
            with connection.cursor() as cursor:
                cursor.execute(query)
                for row in cursor.fetchmany(_MOST):
                    yield Finding(rule, sentence.format(*row))
    if recompute:
        yield from _recomputed()
    if files:
        yield from _damaged_files()


def _of_the_database(connection: BaseDatabaseWrapper) -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for (said,) in cursor.execute("PRAGMA integrity_check").fetchmany(_MOST):
            if said != "ok":
                yield Finding("database.file", f"The database file is damaged: {said}.")
        for table, row, parent, _ in cursor.execute("PRAGMA foreign_key_check").fetchmany(_MOST):
            yield Finding("database.reference", f"The row {row} of {table} refers to a row of {parent} that is not there.")


def _recomputed() -> Iterator[Finding]:
    for sheet in Sheet.objects.order_by("id").iterator(chunk_size=100):
        stale = stale_cells(sheet)
        if stale:
            row, key = stale[0]
            yield Finding(
                "sheet.computed", f"The sheet {sheet.pk} has {len(stale)} computed cells that are old, the first {key} of the row {row}."
            )


def _damaged_files() -> Iterator[Finding]:
    for path in attached():
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != path.name:
                yield Finding("file.damaged", f"The file {path} is not what was attached.")
