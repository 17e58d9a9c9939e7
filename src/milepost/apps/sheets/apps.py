"""The app of sheets."""

from importlib import import_module
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings

from milepost.apps.org.leaving import register_holdings
from milepost.apps.sheets.kinds.kind import find_by, follow


class SheetsConfig(AppConfig):
    """Sheets, columns, rows, changes, kinds and uploads."""

    name = "milepost.apps.sheets"
    label = "sheets"

    def ready(self) -> None:
        """Make the declared kinds known, the shipped ones, then the office's own, and what is handed over when somebody leaves."""
        registry = import_module("milepost.apps.sheets.kinds.registry")
        registry.load_shipped()
        registry.load_own(Path(settings.MILEPOST_DATA_DIR))
        find_by(registry.find)
        profiles = import_module("milepost.apps.sheets.profiles")
        import_module("milepost.apps.org.profiles").keep_profiles_by(profiles.Profiles())
        follow(profiles.PROFILE, profiles.follow_profile)
        register_holdings(import_module("milepost.apps.sheets.in_name").Rows())
