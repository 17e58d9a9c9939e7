"""What a request is worth: its business case, the criteria of a place, the scores by them, and comparisons of criteria in pairs."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Case(models.Model):
    """A business case as it was saved under a number; the greatest holds. `flows` is [{cost, income}] by year, year 0 first.

    Amounts are texts of decimals in `currency`; `rate` is percent a year.
    """

    id = IdField()
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+")
    row_id = models.BigIntegerField()
    number = models.IntegerField()
    currency = models.CharField(max_length=3)
    rate = models.DecimalField(max_digits=8, decimal_places=4)
    flows = models.JSONField(default=list)
    note = models.TextField(blank=True, default="")
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        """A number once for each request."""

        constraints = (models.UniqueConstraint(fields=["sheet", "row_id", "number"], name="case_number_once"),)

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.row_id} {self.number}"


class Criteria(models.Model):
    """How requests are scored at a node and below, as set under a number; the greatest holds, the nearest node at or above too.

    `method` is weighted, wsjf or rice; `items` is [{key, title, weight, low, high, less, source}] for weighted: source typed or fit.
    """

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    method = models.CharField(max_length=10)
    items = models.JSONField(default=list)
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        """A number once for each node."""

        constraints = (models.UniqueConstraint(fields=["node", "number"], name="criteria_number_once"),)

    def __str__(self) -> str:
        return f"{self.node_id} {self.method} {self.number}"


class Scoring(models.Model):
    """One scoring of a request: what was said by criterion, what came of it, by which criteria. Written once; the last one holds."""

    id = IdField()
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+")
    row_id = models.BigIntegerField()
    number = models.IntegerField()
    method = models.CharField(max_length=10)
    values = models.JSONField(default=dict)
    items = models.JSONField(default=list)
    parts = models.JSONField(default=list)
    score = models.FloatField()
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        """A number once for each request."""

        constraints = (models.UniqueConstraint(fields=["sheet", "row_id", "number"], name="scoring_number_once"),)

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.row_id} {self.score}"


class Comparison(models.Model):
    """Criteria of a node compared in pairs: `judgements` [[i, j, a]] of `keys`, the weights that follow, and how consistent they are."""

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    keys = models.JSONField(default=list)
    judgements = models.JSONField(default=list)
    weights = models.JSONField(default=list)
    ratio = models.FloatField()
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        """The last one of a node is read."""

        indexes = (models.Index(fields=["node", "at"], name="comparison_by_node"),)

    def __str__(self) -> str:
        return f"{self.node_id} {self.ratio}"
