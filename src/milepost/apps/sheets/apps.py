"""The app of sheets."""

from django.apps import AppConfig

from milepost.apps.sheets.blank import Blank
from milepost.apps.sheets.kinds import register


class SheetsConfig(AppConfig):
    """Sheets, columns, rows, changes, kinds and uploads."""

    name = "milepost.apps.sheets"
    label = "sheets"

    def ready(self) -> None:
        """Make the kind that has no columns of its own known."""
        register(Blank())
