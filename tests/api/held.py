"""Holds an answer of the API against its description."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from milepost.doors.api.document import openapi_text
from milepost.doors.api.main import api


@cache
def described() -> dict[str, Any]:
    """The description of the API as it is now; another test holds openapi.json against it."""
    return json.loads(openapi_text(api))


@cache
def _routes() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    found = []
    for path, operations in described()["paths"].items():
        pattern = re.sub(r"\{\w+\}", "[^/]+", path)
        found.append((re.compile(pattern), operations))
    return sorted(found, key=lambda route: route[0].pattern.count("[^/]+"))


def hold(method: str, path: str, answer: Any) -> None:
    """Raise AssertionError where an answer is not what the description says."""
    operation = next((ops[method.lower()] for pattern, ops in _routes() if pattern.fullmatch(path) and method.lower() in ops), None)
    if operation is None:
        assert answer.status_code in (404, 405), f"{method} {path} is not described in openapi.json"
        return
    status = str(answer.status_code)
    assert status in operation["responses"] or answer.status_code >= 400, (
        f"{method} {path} answers {status}, which openapi.json does not know"
    )
    content = operation["responses"].get(status, operation["responses"]["default"]).get("content", {})
    if not content:
        assert not answer.content, f"{method} {path} answers {status} with a body, which openapi.json does not know"
        return
    kind = answer["Content-Type"].split(";")[0]
    assert kind in content, f"{method} {path} answers {status} as {kind}, openapi.json says {list(content)}"
    if kind.endswith("json") and not answer.streaming:
        _validator(json.dumps(content[kind]["schema"], sort_keys=True)).validate(json.loads(answer.content))


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator({**json.loads(schema), "components": described()["components"]}, format_checker=FormatChecker())
