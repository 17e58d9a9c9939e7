"""The tables of offices; written by the actions of this app only."""

from milepost.apps.office.models.assessment import Assessment, AssessmentAnswer
from milepost.apps.office.models.authority import Authority
from milepost.apps.office.models.office import Goal, Office, OfficeFunction
from milepost.apps.office.models.people import OfficeRole, ReportsTo, Responsibility
from milepost.apps.office.models.setup import Setup
from milepost.apps.office.models.sharing import Assignment, CheckIn, Partner

__all__ = [
    "Assessment",
    "AssessmentAnswer",
    "Assignment",
    "Authority",
    "CheckIn",
    "Goal",
    "Office",
    "OfficeFunction",
    "OfficeRole",
    "Partner",
    "ReportsTo",
    "Responsibility",
    "Setup",
]
