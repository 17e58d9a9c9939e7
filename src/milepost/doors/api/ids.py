"""Ids as they come in: whole numbers between 1 and 2**53 - 1; a role is named by its key."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

Id = Annotated[int, Field(ge=1, le=2**53 - 1)]
RoleKey = Annotated[str, Field(max_length=40, pattern="^[a-z0-9_]+$")]
