"""Reading requests: JSON in UTF-8, without the one character that no database of ours can keep."""

from __future__ import annotations

import json
from typing import Any, cast

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser
from ninja.types import DictStrAny

from milepost.kernel.errors import MilepostError

_NUL = "\x00"


class NulCharacter(MilepostError):
    """The request holds the character U+0000, which cannot be kept."""

    code = "request.nul"
    status = 422


class CarefulParser(Parser):
    """Refuses what PostgreSQL would refuse later, so that both databases answer alike."""

    def parse_body(self, request: HttpRequest) -> DictStrAny:
        """The body as JSON. Raises NulCharacter, and ValueError for what is not JSON."""
        found = json.loads(request.body)
        if b"\\u0000" in request.body and _has_nul(found):
            raise NulCharacter
        return cast("DictStrAny", found)

    def parse_querydict(self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest) -> DictStrAny:
        """The query by name. Raises NulCharacter."""
        if any(_NUL in str(value) for _, values in data.lists() for value in values):
            raise NulCharacter
        return super().parse_querydict(data, list_fields, request)


def _has_nul(value: Any) -> bool:
    if isinstance(value, str):
        return _NUL in value
    if isinstance(value, dict):
        return any(_NUL in key or _has_nul(one) for key, one in value.items())
    return isinstance(value, list) and any(_has_nul(one) for one in value)
