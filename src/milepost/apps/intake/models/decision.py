"""What was decided on a request: written once, never changed, only followed by another decision."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Decision(models.Model):
    """`what` is an act of `intake.states`, `state` how the request stands after it, `seen` the change of the row that it was made on.

    `amount` and `currency` are what was approved, where it was about money. `data`: `into` of a merger, `until` of a deferral,
    `node` of a start.
    """

    id = IdField()
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+")
    row_id = models.BigIntegerField()
    number = models.IntegerField()
    seen = models.BigIntegerField()
    what = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    reason = models.TextField(blank=True, default="")
    amount = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    currency = models.CharField(max_length=3, blank=True, default="")
    project = models.ForeignKey("org.Node", on_delete=models.SET_NULL, null=True, related_name="+")
    data = models.JSONField(default=dict)
    by = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        """A number once for each request: two who decide at once are told apart by it."""

        constraints = (models.UniqueConstraint(fields=["sheet", "row_id", "number"], name="decision_number_once"),)

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.row_id} {self.what}"
