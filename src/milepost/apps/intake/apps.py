"""The app intake."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """The door by which a project comes: request forms, triage, business case, scoring, approval, and the start of what was approved."""

    name = "milepost.apps.intake"
    label = "intake"
