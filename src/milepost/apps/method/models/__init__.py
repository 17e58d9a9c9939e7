"""The tables of the app."""

from milepost.apps.method.models.finding import Finding, Lease, Linted, LintRun, LintState
from milepost.apps.method.models.waiver import Waiver

__all__ = ["Finding", "Lease", "LintRun", "LintState", "Linted", "Waiver"]
