"""The app method."""

from django.apps import AppConfig


class MethodConfig(AppConfig):
    """The method of an office: packs and their versions, what holds where, findings of the linter, waivers."""

    name = "milepost.apps.method"
    label = "method"
