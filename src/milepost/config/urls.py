"""Which address leads to which door."""

from __future__ import annotations

from django.urls import include, path, re_path

from milepost.doors.api.errors import no_such_address
from milepost.doors.api.main import api
from milepost.doors.api.page import page

urlpatterns = [
    path("api/v1/", api.urls),
    # Addresses and telephone numbers are changed by actions of our own, under rights of our own; nobody signs up.
    # A forgotten password is set anew by `milepost person password`: a mail with a key waits for the page that it would lead to.
    re_path(r"^_allauth/\w+/v1/(?:account/(?:email|phone)|auth/(?:signup|email|phone|provider|password))", no_such_address),
    path("_allauth/", include("allauth.headless.urls")),
    re_path(r"^(?!api/|_allauth/|events).*$", page),
]

handler400 = "milepost.doors.api.errors.unreadable"
handler404 = "milepost.doors.api.errors.no_such_address"
handler500 = "milepost.doors.api.errors.broken"
