"""The API's description as OpenAPI: what Ninja reads from the signatures, with what holds for every operation."""

from __future__ import annotations

import json
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from milepost.doors.api.errors import Problem

_PROBLEM = "#/components/schemas/Problem"
_METHODS = ("get", "post", "put", "patch", "delete")


class DescribedAPI(NinjaAPI):
    """A NinjaAPI whose every operation says that it may answer with a problem."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None) -> OpenAPISchema:
        """The description, with the problem as the answer to whatever goes wrong."""
        document = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        document["components"]["schemas"]["Problem"] = Problem.json_schema()
        answer = {"description": "What went wrong", "content": {"application/problem+json": {"schema": {"$ref": _PROBLEM}}}}
        for operations in document["paths"].values():
            for method in _METHODS:
                if method in operations:
                    operations[method]["responses"]["default"] = answer
        return document


def openapi_text(api: NinjaAPI) -> str:
    """The description as text that is the same for the same API: sorted, indented, one line feed at the end."""
    document = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))  # status codes become text, as in the file
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
