"""The app intake."""

from importlib import import_module

from django.apps import AppConfig

from milepost.apps.sheets.kinds.kind import follow


class IntakeConfig(AppConfig):
    """The door by which a project comes: request forms, triage, business case, scoring, approval, and the start of what was approved."""

    name = "milepost.apps.intake"
    label = "intake"

    def ready(self) -> None:
        """Hold the register of requests to what was decided."""
        follow("requests", import_module("milepost.apps.intake.following").follow_requests)
