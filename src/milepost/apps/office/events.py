"""The events of offices."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

AUTHORITY_REFUSED = event_kind("authority.refused", "Somebody tried to decide without the authority: {decision}.")
