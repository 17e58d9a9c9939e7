"""The app of plans."""

from django.apps import AppConfig
from django.utils.module_loading import import_string

from milepost.apps.org.leaving import register_holdings
from milepost.apps.sheets.kinds.kind import register


class PlanningConfig(AppConfig):
    """Plans as sheets: schedule, baselines, actuals, figures."""

    name = "milepost.apps.planning"
    label = "planning"

    def ready(self) -> None:
        """Make the kind plan known to the sheets, and what is handed over of plans when somebody leaves."""
        register(import_string("milepost.apps.planning.kinds.PlanKind")())  # by name: its models cannot be imported before this moment
        register_holdings(import_string("milepost.apps.planning.in_name.Assignments")())
