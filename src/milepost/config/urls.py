"""Which address leads to which door."""

from __future__ import annotations

from django.urls import include, path, re_path

from milepost.doors.api.main import api
from milepost.doors.api.page import page

urlpatterns = [
    path("api/v1/", api.urls),
    path("_allauth/", include("allauth.headless.urls")),
    re_path(r"^(?!api/|_allauth/|events).*$", page),
]

handler400 = "milepost.doors.api.errors.unreadable"
handler404 = "milepost.doors.api.errors.no_such_address"
handler500 = "milepost.doors.api.errors.broken"
