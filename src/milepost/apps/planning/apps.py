"""The app of planning."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """Registered under its own label."""

    name = "milepost.apps.planning"
    label = "planning"
