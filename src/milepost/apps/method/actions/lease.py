"""Which process does some work in the background: one at a time, and another one soon after it died."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from milepost.apps.method.models import Lease

BACKGROUND = "background"
"""The lease of whoever works on runs and follows the trail."""
LASTS = timedelta(seconds=30)


def hold(name: str, *, holder: str, clock: datetime) -> bool:
    """Take the lease, or take it for longer: True where `holder` has it for the next half minute, False where somebody else has it.

    `clock` is the machine's own time, which a demo does not move. Whoever works calls it again before each step.
    """
    until = clock + LASTS
    free = Lease.objects.filter(Q(holder=holder) | Q(until__lt=clock), name=name)
    if free.update(holder=holder, until=until):
        return True
    if Lease.objects.filter(name=name).exists():
        return False
    try:
        with transaction.atomic():
            Lease.objects.create(name=name, holder=holder, until=until)
    except IntegrityError:  # somebody was quicker
        return False
    return True


def let_go(name: str, *, holder: str) -> None:
    """Give the lease back, so that nobody has to wait for its end. Does nothing where it is somebody else's."""
    Lease.objects.filter(name=name, holder=holder).delete()
