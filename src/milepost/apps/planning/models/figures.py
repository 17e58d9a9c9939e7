"""The figures of each plan: one row, written in the transaction of the edit that changed them."""

from __future__ import annotations

from django.db import models


class PlanFigures(models.Model):
    """What a portfolio shows of a plan without reading its rows; amounts are as of `measured_at`, the plan's status date.

    Moments without a zone are the plan's wall clock, kept as text. Amounts are minor units (unit cost) or seconds (work, duration); None
    is n/a and `detail` says why. Indices are exact, as `numerator/denominator`. What depends on today is computed when read.

    `detail`: `missing` {name: [code, sentence]}, `milestone` (the next open one, or null), `late` and `dear` [[row, name], ...].
    """

    sheet = models.OneToOneField("sheets.Sheet", on_delete=models.CASCADE, primary_key=True, related_name="+")
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    seq = models.BigIntegerField()
    updated_at = models.DateTimeField()
    start = models.CharField(max_length=19)
    finish = models.CharField(max_length=19)
    baseline_start = models.CharField(max_length=19, blank=True, default="")
    baseline_finish = models.CharField(max_length=19, blank=True, default="")
    slip_seconds = models.BigIntegerField(null=True)
    day_seconds = models.IntegerField(default=28800)
    measured_at = models.CharField(max_length=19)
    progress_at = models.CharField(max_length=19, blank=True, default="")
    tasks = models.IntegerField(default=0)
    milestones = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    late = models.IntegerField(default=0)
    critical = models.IntegerField(default=0)
    percent_complete = models.FloatField(default=0)
    planned_percent = models.FloatField(null=True)
    unit = models.CharField(max_length=10)
    currency = models.CharField(max_length=3)
    bac = models.BigIntegerField(null=True)
    pv = models.BigIntegerField(null=True)
    ev = models.BigIntegerField(null=True)
    ac = models.BigIntegerField(null=True)
    es_seconds = models.FloatField(null=True)
    spi_t = models.CharField(max_length=80, blank=True, default="")
    spi = models.CharField(max_length=80, blank=True, default="")
    cpi = models.CharField(max_length=80, blank=True, default="")
    detail = models.JSONField(default=dict)

    class Meta:
        """Found by the project that the plan belongs to."""

        indexes = (models.Index(fields=["node"], name="figures_by_node"),)

    def __str__(self) -> str:
        return f"{self.sheet_id} at {self.seq}"
