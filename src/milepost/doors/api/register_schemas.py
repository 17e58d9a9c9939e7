"""What registers look like on their way in and out."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from milepost.doors.api.ids import Id
from milepost.doors.api.sheet_schemas import ColumnOut, Key, SheetHead

Condition = Annotated[
    list[Any],
    Field(
        min_length=2,
        max_length=3,
        description="Key, operator, value. Operators: is, is_not, any_of, none_of, contains, begins, <, <=, >, >=, between, empty, "
        "not_empty, has, has_not, me, today, before, after, within. Days are 2026-03-02, today, +7d or -1m; `me` is you.",
    ),
]
KindName = Annotated[str, Field(max_length=40, pattern="^[a-z][a-z0-9_]*$")]
Sort = tuple[Key, Literal["asc", "desc"]]
Act = Literal["edit", "insert", "delete", "columns", "comment"]
Tone = Literal["red", "amber", "green", "blue", "grey", "strong", "dim"]


class RowsWanted(Schema):
    """Which rows: those for which all conditions hold and in which the words stand."""

    filter: Annotated[list[Condition], Field(max_length=50)] = Field(default_factory=list)
    search: Annotated[str, Field(max_length=200)] = ""


class WindowIn(RowsWanted):
    """Which rows, in which order, and which part of them. Without filter, search, sort and group: the tree, nothing below `closed`."""

    sort: Annotated[list[Sort], Field(max_length=10)] = Field(default_factory=list)
    group: Key | None = None
    closed: Annotated[list[Id], Field(max_length=20_000)] = Field(default_factory=list)
    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0
    limit: Annotated[int, Field(ge=0, le=1000)] = 200
    as_of: Annotated[str, Field(max_length=40, description="The rows as they were at the end of this day, or at this moment.")] | None = (
        None
    )


class WindowRow(Schema):
    """A row. `above` names the rows that it stands below, where it is shown out of its tree; `tones` is by column key, or `row`."""

    id: int
    sheet_id: int
    parent_id: int | None
    depth: int
    has_children: bool
    cells: dict[str, Any]
    comments: int
    files: int
    above: list[str] | None = None
    tones: dict[str, Tone] | None = None
    marks: dict[str, dict[str, str]] | None = Field(None, description="What cells lack: column key to a sentence by language.")
    node_id: int | None = None
    node_name: str | None = None


class ColumnTotal(Schema):
    """What a column comes to over all rows that were asked for, also those not in the window."""

    count: int
    sum: float | None = None
    average: float | None = None
    min: Any = None
    max: Any = None


class RowGroup(Schema):
    """The rows with one value in the column that groups: so many from `start` on; null is the empty value.

    `totals` are there for up to 200 groups.
    """

    value: Any
    start: int
    count: int
    totals: dict[str, ColumnTotal] | None = None


class LinkedRowOut(Schema):
    """A linked row, by its title and where it is; `deleted` where it is in the bin."""

    name: str
    node_name: str
    deleted: bool


class WindowOut(Schema):
    """A part of a register. `seq` rises with every change; `seqs` are those of the sheets of the rows, for `base_seq` of an edit."""

    seq: int
    seqs: dict[str, int]
    total: int
    offset: int
    rows: list[WindowRow]
    groups: list[RowGroup]
    totals: dict[str, ColumnTotal]
    names: dict[str, str] = Field(description="The people in the rows, by id.")
    links: dict[str, LinkedRowOut | None] = Field(description="The linked rows, by `sheet:row`; null for one that is not shared with you.")


class WayStep(Schema):
    """A node on the way from the root."""

    id: int
    name: str
    kind: str


class RegisterNode(WayStep):
    """Where the register is, with the way to it, from the root to itself; `currency` is that of amounts without one of their own."""

    currency: str

    path: list[WayStep]


class ViewOut(Schema):
    """A view: of the declaration (`id` null) or saved; `config` has filter, sort, group, columns and show, as they were saved."""

    id: int | None
    key: str | None
    name: str
    titles: dict[str, str] | None
    shared: bool
    mine: bool
    may_change: bool
    sheet_id: int | None
    kind: str
    node_id: int | None
    config: dict[str, Any]


class FormatOut(Schema):
    """Where all conditions hold, the cell of `column` (null: the row) has the tone."""

    when: list[list[Any]]
    column: str | None
    tone: Tone


class RegisterHead(SheetHead):
    """A register without its rows; otherwise as `get_sheet` answers."""

    node: RegisterNode
    views: list[ViewOut]
    formats: list[FormatOut]
    may: list[Act]
    rows: int
    kind_title: str
    kind_titles: dict[str, str]
    retired: list[ColumnOut] = Field(description="Columns of people's own that are not shown any more.")
    kind_columns: bool = Field(description="Whether you may change columns of all registers of the kind.")


class SheetOfKind(Schema):
    """A sheet whose rows are in the register, and what you may do with them."""

    id: int
    name: str
    node_id: int
    node_name: str
    may: list[Act]


class KindHead(Schema):
    """The register across all sheets of a kind at and below a node (null: everywhere), without its rows.

    `may` is what you may do in one of its sheets at least.
    """

    kind: str
    kind_title: str
    kind_titles: dict[str, str]
    node: RegisterNode | None
    seq: int
    columns: list[ColumnOut]
    views: list[ViewOut]
    formats: list[FormatOut]
    may: list[Act]
    rows: int
    sheets: list[SheetOfKind]
    retired: list[ColumnOut]
    kind_columns: bool


class PlacesAsked(Schema):
    """At and below which node, and which letters stand in the name of the place."""

    node: Id | None = Field(None, description="Only at this node and below it.")
    q: str = Field("", max_length=100, description="Letters of the place's name.")


class PlaceForRow(Schema):
    """A place where you may add a row of a kind: to its register, or to one that you may make there (`sheet_id` null)."""

    node_id: int
    node_name: str
    sheet_id: int | None
    sheet_name: str | None


class PlacesForRow(Schema):
    """The first places by name; those with a register come first."""

    items: list[PlaceForRow]


class TotalsIn(RowsWanted):
    """Which columns over which rows: those named, or all that the filter and the search choose."""

    keys: Annotated[list[Key], Field(min_length=1, max_length=200)]
    rows: Annotated[list[Id], Field(max_length=50_000)] | None = None


class TotalsOut(Schema):
    """How many rows there are, and what their columns come to."""

    count: int
    totals: dict[str, ColumnTotal]
