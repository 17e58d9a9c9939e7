"""The app of events: everyone writes it, it knows no one."""

from django.apps import AppConfig


class TrailConfig(AppConfig):
    """What happened, as rows."""

    name = "milepost.apps.trail"
    label = "trail"
    default_auto_field = "django.db.models.BigAutoField"
