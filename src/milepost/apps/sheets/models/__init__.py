"""The tables of sheets; written by the actions of this app only."""

from milepost.apps.sheets.models.change import CellHistory, Change, ChangeKind
from milepost.apps.sheets.models.comment import Comment, Mention
from milepost.apps.sheets.models.file import File
from milepost.apps.sheets.models.kind import KindColumn, KindVersion
from milepost.apps.sheets.models.link import Refresh, RowLink
from milepost.apps.sheets.models.list_import import ListImport, ListState
from milepost.apps.sheets.models.row_named import RowNamed
from milepost.apps.sheets.models.search_text import SearchText
from milepost.apps.sheets.models.sheet import Column, Row, Sheet
from milepost.apps.sheets.models.upload import Upload
from milepost.apps.sheets.models.view import View

__all__ = [
    "CellHistory",
    "Change",
    "ChangeKind",
    "Column",
    "Comment",
    "File",
    "KindColumn",
    "KindVersion",
    "ListImport",
    "ListState",
    "Mention",
    "Refresh",
    "Row",
    "RowLink",
    "RowNamed",
    "SearchText",
    "Sheet",
    "Upload",
    "View",
]
