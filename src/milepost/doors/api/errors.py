"""Errors as problem+json (RFC 9457): a type, a title, a status, a code for programs, a sentence for people, and data."""

from __future__ import annotations

import logging
from typing import Any

from django.db import DataError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

from milepost.kernel.disk import NO_ROOM
from milepost.kernel.errors import MilepostError, NotFound

_log = logging.getLogger("milepost.api")
_TITLES = {
    400: "Bad request",
    401: "Sign in first",
    403: "Not allowed",
    404: "Not found",
    405: "Method not allowed",
    409: "Conflict",
    413: "Too large",
    415: "Unsupported media type",
    422: "Does not fit",
    429: "Too many requests",
    507: "Insufficient storage",
}


class Problem(Schema):
    """What every answer of status 400 and above looks like."""

    type: str = Field(description="urn:milepost:error: and the code.")
    title: str
    status: int
    code: str
    detail: str = Field(description="The sentence for people, in English.")
    data: dict[str, Any] = Field(description="What the sentence speaks of, for a translation by code.")


class SignInFirst(MilepostError):
    """You are not signed in. Sign in, or send a valid token in the header Authorization."""

    code = "not_signed_in"
    status = 401


class BadForm(MilepostError):
    """The request does not fit: {problems}."""

    code = "request.invalid"
    status = 422


class UnreadableBody(MilepostError):
    """The body of the request cannot be read: send JSON in UTF-8."""

    code = "request.unreadable"
    status = 400


class Unstorable(MilepostError):
    """A value in the request is too large, or of a form that cannot be kept. Nothing was changed."""

    code = "request.unstorable"
    status = 422


class DiskFull(MilepostError):
    """The server's disk is full, so this was not stored; nothing was changed. Keep the page open, and tell whoever runs Milepost."""

    code = "disk.full"
    status = 507


class ForeignForm(MilepostError):
    """The request has no valid X-CSRFToken header. Reload the page and try again."""

    code = "csrf"
    status = 403


class Broken(MilepostError):
    """Something on our side went wrong; nothing was changed. The server's log says more."""

    code = "internal"
    status = 500


def problem(error: MilepostError) -> JsonResponse:
    """The answer for an error."""
    body = {
        "type": f"urn:milepost:error:{error.code}",
        "title": _TITLES.get(error.status, "Error"),
        "status": error.status,
        "code": error.code,
        "detail": error.sentence,
        "data": error.data,
    }
    return JsonResponse(body, status=error.status, content_type="application/problem+json", json_dumps_params={"default": str})


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's own refusal, in our words."""
    return problem(ForeignForm())


def no_such_address(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's own answer for an address that leads nowhere, in our words."""
    return problem(NotFound(what="address"))


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's own answer for a request that is none, in our words."""
    return problem(UnreadableBody())


def broken(request: HttpRequest) -> HttpResponse:
    """Django's own answer for a fault of ours, in our words."""
    return problem(Broken())


def handle_errors(api: NinjaAPI) -> None:
    """Teach the API to answer every error with a problem."""
    api.add_exception_handler(MilepostError, _known)
    api.add_exception_handler(ValidationError, _does_not_fit)
    api.add_exception_handler(HttpError, _of_the_framework)
    api.add_exception_handler(Http404, lambda request, error: problem(NotFound(what="address")))
    api.add_exception_handler(DataError, lambda request, error: problem(Unstorable()))
    api.add_exception_handler(OperationalError, _of_the_database)
    api.add_exception_handler(OSError, _of_the_disk)
    api.add_exception_handler(Exception, _unexpected)


def _known(request: HttpRequest, error: MilepostError | type[MilepostError]) -> HttpResponse:
    assert isinstance(error, MilepostError)
    return problem(error)


def _does_not_fit(request: HttpRequest, error: Any) -> HttpResponse:
    findings = [{"where": ".".join(str(part) for part in one["loc"]), "message": one["msg"]} for one in error.errors]
    words = "; ".join(f"{one['where']}: {one['message']}" for one in findings)
    found = BadForm(problems=words)
    found.data["findings"] = findings
    return problem(found)


def _of_the_framework(request: HttpRequest, error: Any) -> HttpResponse:
    if isinstance(error.__cause__, MilepostError):  # raised while the body was read
        return problem(error.__cause__)
    if error.status_code == 401:
        return problem(SignInFirst())
    if error.status_code == 403:
        return problem(ForeignForm())
    return problem(UnreadableBody())


def _of_the_database(request: HttpRequest, error: Any) -> HttpResponse:
    # SQLite says the second where the system lets a file grow no further; PostgreSQL has a class of its own.
    full = any(words in str(error) for words in ("disk is full", "disk I/O error")) or type(error.__cause__).__name__ == "DiskFull"
    return _no_room(request, error) if full else _unexpected(request, error)


def _of_the_disk(request: HttpRequest, error: Any) -> HttpResponse:
    return _no_room(request, error) if error.errno in NO_ROOM else _unexpected(request, error)


def _no_room(request: HttpRequest, error: Any) -> HttpResponse:
    _log.error("%s %s was not stored, for want of room: %s", request.method, request.path, error)
    return problem(DiskFull())


def _unexpected(request: HttpRequest, error: Any) -> HttpResponse:
    _log.exception("%s %s failed", request.method, request.path, exc_info=error)
    return problem(Broken())
