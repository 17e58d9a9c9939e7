"""How often one place may knock at the doors that are open to everybody. Each process counts for itself."""

from __future__ import annotations

import hashlib

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from milepost.kernel.errors import MilepostError

MINUTE, HOUR = 60, 3600


class TooMany(MilepostError):
    """Too many requests came from your place. Wait a minute and try again."""

    code = "request.too_many"
    status = 429


def slow_down(request: HttpRequest, door: str, *, most: int = 60) -> None:
    """Count a request from this place, and raise TooMany beyond so many a minute."""
    place = get_adapter(request).get_client_ip(request)
    if not within(f"{door}:{place}", most, MINUTE):
        raise TooMany


def within(what: str, most: int, seconds: int) -> bool:
    """Count this, and say whether it came at most so often since its first time in so many seconds."""
    key = "milepost.limit." + hashlib.sha256(what.encode()).hexdigest()
    if cache.add(key, 1, seconds):
        return True
    try:
        return bool(cache.incr(key) <= most)
    except ValueError:  # its time ended between the two lines
        return True
