"""What columns that people add look like on their way in."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from milepost.doors.api.sheet_schemas import CallIn, Key

Words = Annotated[str, Field(max_length=100)]
Texts = dict[Annotated[str, Field(max_length=10)], Annotated[str, Field(max_length=400)]]


class ChoiceIn(Schema):
    """A choice: what cells hold, what it is called, how it looks, and the number that computing reads."""

    value: Words
    label: Texts | Words | None = None
    tone: Literal["red", "amber", "green", "blue", "grey", "strong", "dim"] | None = None
    weight: float | None = None


class WishesIn(Schema):
    """What may be said of a column beside its title and type; each type knows some of it."""

    choices: Annotated[list[Words | ChoiceIn], Field(max_length=500)] | None = None
    width: Annotated[int, Field(ge=40, le=800)] | None = None
    required: bool | None = None
    unique: bool | None = None
    hidden: bool | None = None
    default: Any = None
    decimals: Annotated[int, Field(ge=0, le=10)] | None = None
    min: float | None = None
    max: float | None = None
    currency: Annotated[str, Field(min_length=3, max_length=3)] | None = None
    set: Literal["status", "priority", "progress", "flag"] | None = None
    to: Annotated[str, Field(max_length=40, description="The kind of register whose rows a link names.")] | None = None
    several: bool | None = None
    lines: Literal["one", "many"] | None = None
    prefix: Annotated[str, Field(min_length=1, max_length=10)] | None = None
    compute: Annotated[dict[str, Any], Field(max_length=3)] | None = None

    def wishes(self) -> dict[str, Any]:
        """What was said, in the form of a declaration."""
        told = self.model_dump(include=set(WishesIn.model_fields), exclude_unset=True)
        if told.get("choices") is not None:
            left_out = [one if isinstance(one, str) else {k: v for k, v in one.items() if v is not None} for one in told["choices"]]
            told["choices"] = left_out
        return told


class ColumnIn(CallIn, WishesIn):
    """A column of the users' own, of any type."""

    title: Annotated[str, Field(max_length=200)]
    type: Annotated[str, Field(max_length=20, description="text, number, money, percent, date, person, choice, link and others")]


class ColumnChange(CallIn, WishesIn):
    """What shall be other about a column; `after` is the key of the own column to stand behind, empty for the first place."""

    title: Annotated[str, Field(max_length=200)] | None = None
    type: Annotated[str, Field(max_length=20)] | None = None
    after: Annotated[str, Field(max_length=40)] | None = None
    retired: bool | None = None


class ColumnMade(Schema):
    """The key of a column."""

    key: Key


class ColumnPreview(Schema):
    """How many cells of a column would fit after a change and how many would not; `samples` are some of those, as they stand now."""

    fits: int
    misfits: int
    samples: list[Any]
