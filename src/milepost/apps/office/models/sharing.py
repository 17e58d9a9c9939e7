"""How an office shares projects: partners and check-ins of a controlling one, assignments of a directive one."""

from __future__ import annotations

from django.db import models

from milepost.apps.office.models.office import Office
from milepost.apps.trail.fields import IdField


class Partner(models.Model):
    """Somebody of a controlling office beside the manager of a project; both are answerable for its status."""

    id = IdField()
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="+")
    project = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        """One partner at a time."""

        constraints = (models.UniqueConstraint(fields=["project"], condition=models.Q(until=None), name="partner_one"),)

    def __str__(self) -> str:
        return f"{self.person_id} beside {self.project_id}"


class CheckIn(models.Model):
    """A meeting of manager and partner. One holds it and writes the notes; `answered_by`, the other, agrees or says why not."""

    id = IdField()
    project = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    due = models.DateField()
    set_by = models.BigIntegerField(null=True)
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    notes = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    agreed = models.BooleanField(null=True)
    answer = models.TextField(blank=True, default="")

    class Meta:
        """One a day; those to come are found by their date."""

        constraints = (models.UniqueConstraint(fields=["project", "due"], name="check_in_once_a_day"),)
        indexes = (models.Index(fields=["due"], condition=models.Q(held_at=None), name="check_in_open"),)

    def __str__(self) -> str:
        return f"{self.project_id} {self.due}"


class Assignment(models.Model):
    """A project manager of a directive office's bench who runs a project; `handed_over` is the note to whoever came after."""

    id = IdField()
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="+")
    project = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    handed_over = models.TextField(blank=True, default="")
    assigned_by = models.BigIntegerField(null=True)

    class Meta:
        """One at a time."""

        constraints = (models.UniqueConstraint(fields=["project"], condition=models.Q(until=None), name="assignment_one"),)

    def __str__(self) -> str:
        return f"{self.person_id} runs {self.project_id}"
