"""A baseline: a plan as it was agreed, frozen."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Baseline(models.Model):
    """`rows` is the snapshot of `bridge.baselined`; it never changes. Which baseline counts is the setting `baseline` of the sheet.

    `sheet` is empty only inside the transaction that creates both.
    """

    id = IdField()
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, null=True, related_name="+")
    number = models.IntegerField()
    name = models.CharField(max_length=200)
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    rows = models.JSONField(default=dict)

    class Meta:
        """Numbered within its plan."""

        constraints = (models.UniqueConstraint(fields=["sheet", "number"], name="baseline_number_once"),)

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
