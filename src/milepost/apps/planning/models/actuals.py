"""What was spent on a plan: hours and cost by task and period."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Actuals(models.Model):
    """Minutes and cost (minor units of the plan's currency) of one task, or of the plan as a whole, in one period.

    Moments are the plan's wall clock. A correction is a row of its own, with a minus.
    """

    id = IdField()
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+", db_index=False)
    row_id = models.BigIntegerField(null=True)
    first = models.DateField()
    last = models.DateField()
    minutes = models.BigIntegerField(default=0)
    cost = models.BigIntegerField(default=0)
    actor_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        """Summed up by plan to a date."""

        indexes = (models.Index(fields=["sheet", "last"], name="actuals_to_date"),)

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.row_id} {self.first} to {self.last}"
