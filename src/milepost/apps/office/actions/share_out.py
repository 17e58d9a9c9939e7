"""Who is responsible, accountable, consulted and informed in each process of an office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from milepost.apps.office.access import office_to_change
from milepost.apps.office.actions.found_office import chosen
from milepost.apps.office.catalogue import Letter, OfficeRoleKey
from milepost.apps.office.events import RACI_CHANGED
from milepost.apps.office.models import Responsibility
from milepost.apps.office.raci import refuse_unsound
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid

MOST_PROCESSES = 60
_MOST_LETTERS = 60


@transaction.atomic
def share_out(*, actor_id: int, office_id: int, process: str, letters: Mapping[str, str], at: datetime) -> None:
    """Set the letters of each role in a process, such as `{"director": "A", "analyst": "R"}`; a role may have several. None at all
    takes the process out of the matrix.

    Raises NotFound, NotAllowed, OfficeClosed, RaciUnsound, Invalid.
    """
    office = office_to_change(actor_id, office_id)
    name = " ".join(process.split())
    if not 1 <= len(name) <= _MOST_LETTERS:
        raise Invalid(field="process", reason=f"it needs 1 to {_MOST_LETTERS} characters")
    given = {chosen(OfficeRoleKey, role, "role"): sorted(set(its)) for role, its in letters.items() if its}
    for its in given.values():
        for letter in its:
            chosen(Letter, letter, "letters")
    if given:
        refuse_unsound(given)
    rows = Responsibility.objects.filter(office=office)
    if len(set(rows.values_list("process", flat=True)) | {name}) > MOST_PROCESSES:
        raise Invalid(field="process", reason=f"an office has at most {MOST_PROCESSES} processes")
    rows.filter(process=name).delete()
    new = [Responsibility(office=office, process=name, role=role, letter=letter) for role, its in given.items() for letter in its]
    Responsibility.objects.bulk_create(new)
    data = {"office": office_id, "process": name, "letters": {role: "".join(its) for role, its in given.items()}}
    record(RACI_CHANGED, actor_id=actor_id, at=at, node_id=office.node_id, data=data)
