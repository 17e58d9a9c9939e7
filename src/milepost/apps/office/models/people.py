"""Who does what in an office: roles, responsibilities by process, and who reports to whom."""

from __future__ import annotations

from django.db import models

from milepost.apps.office.catalogue import Letter, OfficeRoleKey
from milepost.apps.office.models.office import Office
from milepost.apps.trail.fields import IdField


class OfficeRole(models.Model):
    """Somebody's role in an office; without `until` they have it now."""

    id = IdField()
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="roles")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=OfficeRoleKey.choices)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        """Held once at a time."""

        constraints = (
            models.UniqueConstraint(fields=["office", "person", "role"], condition=models.Q(until=None), name="office_role_once"),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"


class Responsibility(models.Model):
    """A letter of the RACI matrix of an office: what a role is to a process."""

    id = IdField()
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="responsibilities")
    process = models.CharField(max_length=60)
    role = models.CharField(max_length=30, choices=OfficeRoleKey.choices)
    letter = models.CharField(max_length=1, choices=Letter.choices)

    class Meta:
        """A letter stands once in a field of the matrix."""

        constraints = (models.UniqueConstraint(fields=["office", "process", "role", "letter"], name="raci_letter_once"),)

    def __str__(self) -> str:
        return f"{self.process} {self.role} {self.letter}"


class ReportsTo(models.Model):
    """The reporting line of somebody who has to do with an office; it forms no circle."""

    id = IdField()
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="+")
    to = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        """One line at a time."""

        constraints = (models.UniqueConstraint(fields=["office", "person"], condition=models.Q(until=None), name="reports_to_one"),)

    def __str__(self) -> str:
        return f"{self.person_id} to {self.to_id}"
