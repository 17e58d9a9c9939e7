"""The API's description as OpenAPI: what Ninja reads from the signatures, with what holds for every operation."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from milepost.doors.api.errors import Problem

_PROBLEM = "#/components/schemas/Problem"
_METHODS = ("get", "post", "put", "patch", "delete")
_PARAMETERS = {
    "node_id": "A node of the tree; a project is one.",
    "sheet_id": "A sheet; a project names that of its plan as `sheet_id`.",
    "row_id": "A row of the sheet.",
    "person_id": "A person.",
    "token_id": "One of your tokens, by its id.",
    "role": "The key of a role: owner, manager, editor, contributor, viewer, guest, or one of your own.",
    "group_id": "A group of people.",
    "invite_id": "An invitation.",
    "token": "The secret part of the link.",
    "node": "The node to look at and below; without it everything that you may see.",
    "day": "The day from which on to compare; without it the first report of each project.",
    "as_of": "A day that lies back, such as 2026-03-02; without it now.",
    "since": "The `seq` of the last change that you know.",
    "before": "The `seq` of the last change that you got.",
    "row": "A row of the sheet.",
    "most": "How many of the last steps; without it all of them.",
    "key": "The key of a column.",
    "kind": "A kind of register, such as raid.",
    "view_id": "A saved view.",
    "comment_id": "A comment.",
    "file_id": "A file of a row.",
    "import_id": "An import of a list, that you began.",
    "project_id": "A project: a node of the tree.",
    "finding_id": "A finding of the linter.",
    "run_id": "A run of the linter.",
    "waiver_id": "A waiver.",
    "assessment_id": "An assessment of maturity.",
    "question": "The key of a question of maturity, such as project.risk.",
    "month": "One of the last twelve months, such as 2026-03.",
    "form_id": "A request form.",
    "office_id": "An office.",
    "goal_id": "A goal of the organisation at a place.",
    "setup_id": "A set-up of an office.",
    "check_in_id": "A check-in of a project's manager and its partner.",
    "authority_id": "Authority that was given.",
    "process": "A process that responsibilities are shared out in, such as status.",
    "function": "Something that an office does, such as method.",
    "office_role": "A role in an office, such as analyst.",
    "question_id": "A question that an office was asked.",
    "answer_id": "What an office answered to a question.",
    "decision": "What is decided, such as request.approve.",
    "amount": "How much money the decision is about; without it none.",
    "currency": "The currency of the amount, such as EUR.",
    "pack": "The key of a pack of a method, such as controlling.",
    "part": "A part of a pack: phases, gates, artefacts, policies, procedures, roles or courses.",
    "item": "The key of an item of that part.",
    "version": "The number of a version; without it the last released one.",
    "version_id": "A version of a pack.",
    "number": "The number of a version.",
    "artefact": "The key of an artefact of the project's method, such as charter.",
    "preview": "Show an image in its place, instead of downloading it.",
}


class DescribedAPI(NinjaAPI):
    """A NinjaAPI whose every operation is headed by its name in words, and says that it may answer with a problem."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None) -> OpenAPISchema:
        """The description, with readable headings, and the problem as the answer to whatever goes wrong."""
        document = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        document["components"]["schemas"]["Problem"] = Problem.json_schema()
        answer = {"description": "What went wrong", "content": {"application/problem+json": {"schema": {"$ref": _PROBLEM}}}}
        for operations in document["paths"].values():
            for method in _METHODS:
                if method in operations:
                    operation = operations[method]
                    operation["summary"] = operation["operationId"].replace("_", " ").capitalize()
                    operation["responses"]["default"] = answer
                    _describe_parameters(operation.get("parameters", ()))
        return document


def _describe_parameters(parameters: Iterable[dict[str, Any]]) -> None:
    """What the framework loses: it keeps descriptions of the parameters that stand in a schema, but not of single ones."""
    for parameter in parameters:
        if "description" not in parameter and "description" not in parameter["schema"]:
            parameter["description"] = _PARAMETERS[parameter["name"]]


def openapi_text(api: NinjaAPI) -> str:
    """The description as text that is the same for the same API: sorted, indented, one line feed at the end."""
    document = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))  # status codes become text, as in the file
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
