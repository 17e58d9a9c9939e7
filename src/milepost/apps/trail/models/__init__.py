"""The table of events."""

from milepost.apps.trail.models.event import Event

__all__ = ["Event"]
