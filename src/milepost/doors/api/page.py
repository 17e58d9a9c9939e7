"""The one page of the browser client: every address that no other door answers belongs to its router."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import ensure_csrf_cookie

_NOT_BUILT = "The browser client is not built. Run `python hatch_build.py` in the source folder. The API is at /api/v1."


@ensure_csrf_cookie
def page(request: HttpRequest) -> HttpResponse:
    """index.html of the built client, or a sentence that says how to build it; a missing file of it is a plain 404."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponse("This address only answers GET.", status=405, content_type="text/plain")
    if "." in request.path.rsplit("/", 1)[-1]:
        return HttpResponse("There is no such file.", status=404, content_type="text/plain")
    index = settings.MILEPOST_WEB / "index.html"
    if not index.is_file():
        return HttpResponse(_NOT_BUILT, status=503, content_type="text/plain; charset=utf-8")
    answer = HttpResponse(index.read_bytes(), content_type="text/html; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer
