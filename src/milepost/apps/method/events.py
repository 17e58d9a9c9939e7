"""The events of methods."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

WAIVER_ASKED = event_kind("waiver.asked", "A waiver for {key} was asked for.")
WAIVER_GRANTED = event_kind("waiver.granted", "A waiver for {key} was granted until {until}.")
WAIVER_REFUSED = event_kind("waiver.refused", "A waiver for {key} was refused.")
