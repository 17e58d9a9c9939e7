"""What goes in and out with lists."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

ListType = Literal["text", "number", "money", "percent", "date", "datetime", "check", "choice", "person", "url", "duration"]
_Word = Annotated[str, Field(max_length=200)]
_Column = Annotated[str, Field(pattern=r"^\d{1,4}$")]
_Index = Annotated[int, Field(ge=-1, le=1000)]


class ColumnWishIn(Schema):
    """A corrected column: `to` is a key of the kind, `+` a new column, empty left out, `@unit`, `@portfolio` or `@programme` a place.

    `values` says what words of the column mean: whole cells, or single ones of several choices or people. An empty text empties.
    """

    to: Annotated[str | None, Field(max_length=40)] = None
    type: ListType | None = None
    order: Literal["dmy", "mdy"] | None = None
    decimal: Literal[".", ","] | None = None
    values: Annotated[dict[_Word, _Word], Field(max_length=500)] = Field(default_factory=dict)


class MakeIn(Schema):
    """What may be made where it is missing; `people_at` is the domain that completes names to addresses."""

    nodes: bool = True
    columns: bool = True
    people: bool = False
    people_at: Annotated[str, Field(max_length=200)] = ""


class ListOptions(Schema):
    """What was corrected; what is left out is guessed.

    `header` is the line of the titles (0: none), `key` and `reports` are indices of columns (-1: none), `clear` empties cells that are
    empty in the list, `name` is that of a new register.
    """

    table: Annotated[int | None, Field(ge=0, le=1000)] = None
    header: Annotated[int | None, Field(ge=0, le=1_048_576)] = None
    columns: Annotated[dict[Annotated[str, Field(pattern=r"^\d{1,4}$")], ColumnWishIn], Field(max_length=1000)] = Field(
        default_factory=dict
    )
    key: _Index | None = None
    reports: _Index | None = None
    hierarchy: Literal["none", "indent", "outline", "level", "parent"] | None = None
    hierarchy_column: Annotated[int | None, Field(ge=0, le=1000)] = None
    make: MakeIn = Field(default_factory=MakeIn)
    clear: bool = False
    name: Annotated[str, Field(max_length=200)] = ""

    def told(self) -> dict[str, Any]:
        """As it is kept beside the upload: what was said, without what was not."""
        return self.dict(exclude_none=True, exclude_defaults=True)


class TableOut(Schema):
    """A sheet of the workbook that holds something."""

    name: str
    rows: int
    hidden: bool


class WordOut(Schema):
    """A word of a column of choices or people: how often it stands there, and the choice or the id of the person that it means.

    `to` is null where it is not known what it means, and empty where it means an empty cell; `said` says that `values` says so.
    """

    word: str
    count: int
    to: str | None
    said: bool


class ListColumnOut(Schema):
    """A column of the list: where it goes, what is in it, how many of its cells do not fit.

    `words` are those of a column that fills choices or people, two hundred at most, the unknown ones first.
    `order_open` and `decimal_open` count cells that could be read otherwise, where nothing in the list decides.
    """

    index: int
    source: str
    guess: str
    to: str
    type: str
    filled: int
    failed: int
    samples: list[str]
    problems: int
    order: Literal["dmy", "mdy"]
    order_open: int
    decimal: Literal[".", ","]
    decimal_open: int
    currency: str
    choices: list[str]
    words: list[WordOut]


class TargetChoice(Schema):
    """A choice of a column, and what it is called by language."""

    value: str
    titles: dict[str, str]


class TargetOut(Schema):
    """A column that a list may fill, with its choices where it has some."""

    key: str
    title: str
    titles: dict[str, str]
    type: str
    required: bool
    choices: list[TargetChoice]


class HierarchyOut(Schema):
    """How the list says which row stands below which; without a column it is the outline of the workbook."""

    by: Literal["indent", "outline", "level", "parent"]
    column: int | None


class RowCounts(Schema):
    """What becomes of the rows (of the projects, where they are projects; `reports` then counts the reports on them)."""

    total: int
    new: int
    changed: int
    same: int
    skipped: int
    doubtful: int
    reports: int


class BothCounts(Schema):
    """The counts if all rows come in that can, and if only those without a doubt do."""

    all: RowCounts
    right: RowCounts


class MadeNode(Schema):
    """A unit, portfolio or programme that would be made."""

    kind: str
    name: str


class MadePerson(Schema):
    """Somebody who would be made."""

    name: str
    email: str


class MadeColumn(Schema):
    """A column that would be added."""

    title: str
    type: str


class Makes(Schema):
    """What would be made, 200 of each at most."""

    nodes: list[MadeNode]
    people: list[MadePerson]
    columns: list[MadeColumn]


class ListFinding(Schema):
    """Something to look at: `row` is a line of the file. Translate by `code` and `data`."""

    code: str
    severity: Literal["error", "warning", "advice"]
    message: str
    row: int | None
    column: str | None
    data: dict[str, Any]


class SampleRow(Schema):
    """One of the first rows, as it stands in the file."""

    row: int
    cells: list[str]


class ListReport(Schema):
    """What a dry run found. `report_id` and `upload_id` are named by the import."""

    upload_id: int
    report_id: int
    sha256: str
    name: str
    node_id: int
    sheet_id: int | None
    kind: str
    options: dict[str, Any]
    form: str
    table: int
    tables: list[TableOut]
    header: int
    columns: list[ListColumnOut]
    targets: list[TargetOut]
    key: int | None
    reports: int | None
    hierarchy: HierarchyOut | None
    rows: BothCounts
    makes: Makes
    findings: list[ListFinding]
    findings_left_out: int
    sample: list[SampleRow]
