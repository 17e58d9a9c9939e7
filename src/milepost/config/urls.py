"""Which address leads to which door."""

from __future__ import annotations

from django.urls import include, path, re_path

from milepost.doors.api.errors import no_such_address
from milepost.doors.api.main import api
from milepost.doors.api.page import page
from milepost.doors.api.vouched import came_back

urlpatterns = [
    path("api/v1/", api.urls),
    # Addresses and telephone numbers are changed by actions of our own, under rights of our own; nobody signs up.
    # A forgotten password is set by a link of ours, and who comes from another place is matched by their address alone.
    re_path(
        r"^_allauth/\w+/v1/(?:account/(?:email|phone|providers)|auth/(?:signup|email|phone|provider/(?:token|signup)|password))",
        no_such_address,
    ),
    path("_allauth/", include("allauth.headless.urls")),
    path("sign-in/<str:provider_id>/callback", came_back, name="openid_connect_callback"),
    re_path(r"^(?!api/|_allauth/|events).*$", page),
]

handler400 = "milepost.doors.api.errors.unreadable"
handler404 = "milepost.doors.api.errors.no_such_address"
handler500 = "milepost.doors.api.errors.broken"
