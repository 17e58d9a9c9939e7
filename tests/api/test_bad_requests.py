"""Requests made up from openapi.json, good and bad: none is answered with a fault of ours, each as the description says."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck, settings
from tests.api.held import described
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions.create_sheet import create_sheet
from milepost.engines.sheet import NewRow

schema = schemathesis.openapi.from_dict(json.loads(json.dumps(described())))
ROW = 11


@pytest.fixture
def alice(as_: Any, cast: Cast) -> tuple[Client, dict[str, int]]:
    """Alice's browser, and things that there are, which made-up ids would never hit."""
    rows = (NewRow(ROW, None, {"name": "Dig"}),)
    plan = create_sheet(actor_id=cast.alice.pk, node_id=cast.project.pk, kind="plan", name="Plan", rows=rows, at=NOW)
    real = {"sheet_id": plan.sheet_id, "node_id": cast.project.pk, "project_id": cast.project.pk, "row_id": ROW, "person_id": cast.bob.pk}
    browser = as_(cast.alice)
    browser.raise_request_exception = False
    return browser, real


@schema.parametrize()
@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_request_breaks_the_server(case: schemathesis.Case, alice: tuple[Client, dict[str, int]]) -> None:
    browser, real = alice
    for name, value in case.path_parameters.items():
        if name in real and isinstance(value, int) and value % 4:  # three of four times something that is there
            case.path_parameters[name] = real[name]
    body, kind = _body(case)
    query = urlencode(case.query or {}, doseq=True)
    answer = browser.generic(case.method, case.formatted_path, body, kind, query_string=query)
    assert answer.status_code < 500, answer.content


def _body(case: schemathesis.Case) -> tuple[bytes, str]:
    if isinstance(case.body, bytes):
        return case.body, case.media_type or "application/octet-stream"
    if isinstance(case.body, (dict, list, str, int, float, bool)) or case.body is None:
        return json.dumps(case.body).encode(), "application/json"
    return b"", "application/json"
