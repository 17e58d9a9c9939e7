"""Writing what can be searched for, in the transaction that changes it."""

from __future__ import annotations

from collections.abc import Iterable

from milepost.apps.sheets.models import Comment, File, SearchText, Sheet
from milepost.apps.sheets.search.words import is_worded, words_of
from milepost.apps.sheets.writing.naming import note_sheet
from milepost.apps.sheets.writing.store import read_model
from milepost.engines.sheet import Dirty
from milepost.engines.sheet import Sheet as Model

ROW, COMMENT, FILE = "row", "comment", "file"
_BATCH = 1000


def index_rows(sheet_id: int, model: Model, dirty: Dirty) -> None:
    """Take up rows that are new or whose words changed, and leave out those that are gone; moved dates cost nothing here."""
    worded = {column.key for column in model.columns.values() if is_worded(column)}
    changed = {row for row, keys in dirty.cells.items() if not worded.isdisjoint(keys)} - dirty.inserted
    _forget_rows(sheet_id, changed | dirty.removed)
    _take_up(sheet_id, model, changed | dirty.inserted)


def index_sheet(sheet: Sheet) -> int:
    """Take up a whole sheet anew, with what was said and attached at its rows and who is named in them; how many texts there are."""
    SearchText.objects.filter(sheet_id=sheet.pk).delete()
    model = read_model(sheet)
    _take_up(sheet.pk, model, model.rows)
    note_sheet(sheet, model)
    for comment in Comment.objects.filter(sheet_id=sheet.pk, deleted_at=None):
        index_comment(comment)
    for file in File.objects.filter(sheet_id=sheet.pk, deleted_at=None):
        index_file(file)
    return SearchText.objects.filter(sheet_id=sheet.pk).count()


def index_comment(comment: Comment) -> None:
    """Take up what was said, in its present words."""
    forget(COMMENT, comment.sheet_id, comment.row_id, comment.pk)
    SearchText.objects.create(sheet_id=comment.sheet_id, row_id=comment.row_id, what=COMMENT, ref=comment.pk, title="", body=comment.text)


def index_file(file: File) -> None:
    """Take up a file by its name."""
    forget(FILE, file.sheet_id, file.row_id, file.pk)
    SearchText.objects.create(sheet_id=file.sheet_id, row_id=file.row_id, what=FILE, ref=file.pk, title=file.name)


def forget(what: str, sheet_id: int, row_id: int | None, ref: int) -> None:
    """Leave out a comment or a file."""
    SearchText.objects.filter(sheet_id=sheet_id, row_id=row_id, what=what, ref=ref).delete()


def _forget_rows(sheet_id: int, rows: Iterable[int]) -> None:
    for part in _parts(rows):
        SearchText.objects.filter(sheet_id=sheet_id, row_id__in=part, what=ROW).delete()


def _take_up(sheet_id: int, model: Model, rows: Iterable[int]) -> None:
    columns = tuple(model.columns.values())
    for part in _parts(rows):
        texts = ((row, *words_of(columns, model.rows[row].cells)) for row in part)
        SearchText.objects.bulk_create(
            SearchText(sheet_id=sheet_id, row_id=row, what=ROW, title=title, body=body) for row, title, body in texts if title or body
        )


def _parts(rows: Iterable[int]) -> Iterable[list[int]]:
    found = list(rows)
    return (found[first : first + _BATCH] for first in range(0, len(found), _BATCH))
