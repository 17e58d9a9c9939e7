"""Answers of the API are for the one who asked: no cache on the way, and no browser, keeps them."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def keep_nothing(answer: Answer) -> Answer:
    """Mark every answer below /api/ as not to be stored: after sign-out, "back" shows nothing of it."""

    def marked(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return marked
