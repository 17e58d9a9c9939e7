"""Reading people, nodes and rights, for somebody or for the server itself."""

from milepost.apps.org.queries.installation import OrganisationRow, demo_day, organisation, organisation_or_default
from milepost.apps.org.queries.people import PersonRow, bearer, person, person_id

__all__ = ["OrganisationRow", "PersonRow", "bearer", "demo_day", "organisation", "organisation_or_default", "person", "person_id"]
