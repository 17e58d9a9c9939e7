"""The tables of the app."""

from milepost.apps.method.models.document import Document, DocumentState
from milepost.apps.method.models.finding import Finding, Lease, Linted, LintRun, LintState
from milepost.apps.method.models.pack import Adoption, Origin, Pack, PackVersion, ProjectMethod, VersionState
from milepost.apps.method.models.waiver import Waiver

__all__ = [
    "Adoption",
    "Document",
    "DocumentState",
    "Finding",
    "Lease",
    "LintRun",
    "LintState",
    "Linted",
    "Origin",
    "Pack",
    "PackVersion",
    "ProjectMethod",
    "VersionState",
    "Waiver",
]
