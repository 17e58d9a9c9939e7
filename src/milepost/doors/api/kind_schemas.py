"""What kinds of registers look like on their way in and out."""

from __future__ import annotations

from typing import Annotated

from ninja import Schema
from pydantic import Field

from milepost.doors.api.register_schemas import FormatOut, ViewOut
from milepost.doors.api.sheet_schemas import ColumnOut

Texts = dict[str, str]


class KindOut(Schema):
    """A kind of register; `title`, `one` (what a row is called) and `about` are English, their plurals hold all languages.

    `at` are the kinds of nodes where it may stand, none: all. `may` is the capability that an act asks for beyond edit.
    """

    kind: str
    title: str
    titles: Texts
    one: str
    ones: Texts
    about: str
    abouts: Texts
    at: list[str]
    columns: list[ColumnOut]
    views: list[ViewOut]
    formats: list[FormatOut]
    may: Texts


class RegisterOut(Schema):
    """A register of a node: what it is called, what its kind is called, and how many rows it has."""

    id: int
    kind: str
    name: str
    title: str
    titles: Texts
    rows: int


class RegistersOut(Schema):
    """The registers of a node, oldest first, and the kinds of which you may make one there."""

    items: list[RegisterOut]
    may_make: list[str]


class RegisterIn(Schema):
    """Which kind of register, and its name."""

    kind: Annotated[str, Field(min_length=1, max_length=40)]
    name: Annotated[str, Field(max_length=200)] = ""


class MadeOut(Schema):
    """The id of what was made."""

    id: int
