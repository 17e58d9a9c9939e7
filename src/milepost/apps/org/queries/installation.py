"""The organisation of this installation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from milepost.apps.org.models import Organisation


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """The organisation; `demo_day` is the day at which a demo's clock stands, else None."""

    name: str
    zone: str
    currency: str
    demo_day: date | None


_DEFAULT = OrganisationRow(name="", zone="UTC", currency="EUR", demo_day=None)


def organisation() -> OrganisationRow | None:
    """The organisation, or None before it was founded."""
    row = Organisation.objects.values_list("name", "zone", "currency", "demo_day").first()
    return OrganisationRow(*row) if row else None


def organisation_or_default() -> OrganisationRow:
    """The organisation; before it was founded one without a name that lives by UTC and counts in euros."""
    return organisation() or _DEFAULT


def demo_day() -> date | None:
    """The day at which a demo's clock stands still; None in a real organisation."""
    return Organisation.objects.values_list("demo_day", flat=True).first()
