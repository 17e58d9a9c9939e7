"""The app practice."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """The method in daily use: what is expected of whom, questions to the office, handbook, training, and how well it is kept."""

    name = "milepost.apps.practice"
    label = "practice"
