"""Tables of the app."""

from milepost.apps.intake.models.decision import Decision
from milepost.apps.intake.models.form import Asked, Form
from milepost.apps.intake.models.judging import Case, Comparison, Criteria, Scoring

__all__ = ["Asked", "Case", "Comparison", "Criteria", "Decision", "Form", "Scoring"]
