"""The app office."""

from django.apps import AppConfig


class OfficesConfig(AppConfig):
    """Offices of project management: what they are for, of which type, with whom, what they may decide, and how mature they are."""

    name = "milepost.apps.office"
    label = "office"
