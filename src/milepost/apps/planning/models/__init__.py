"""The tables of plans beside their rows; written by the actions and the kind of this app only."""

from milepost.apps.planning.models.actuals import Actuals
from milepost.apps.planning.models.baseline import Baseline
from milepost.apps.planning.models.figures import PlanFigures

__all__ = ["Actuals", "Baseline", "PlanFigures"]
