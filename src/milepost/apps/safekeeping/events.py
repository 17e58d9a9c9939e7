"""What happens to an installation as a whole."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

RESTORED = event_kind("installation.restored", "The backup of {made_at} was restored.")
