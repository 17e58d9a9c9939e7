"""Ids as they come in: whole numbers between 1 and 2**53 - 1."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Id = Annotated[int, Field(ge=1, le=2**53 - 1)]
