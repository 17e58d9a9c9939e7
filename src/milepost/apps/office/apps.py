"""The app office."""

from django.apps import AppConfig
from django.utils.module_loading import import_string


class OfficesConfig(AppConfig):
    """Offices of project management: what they are for, of which type, with whom, what they may decide, and how mature they are."""

    name = "milepost.apps.office"
    label = "office"

    def ready(self) -> None:
        """Let the plans of a directive office be changed by its own people only."""
        import_string("milepost.apps.sheets.guards.register_guard")(import_string("milepost.apps.office.owning.guard_plan"))
