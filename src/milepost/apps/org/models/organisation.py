"""The organisation that this installation serves: one row."""

from __future__ import annotations

from django.db import models


class Organisation(models.Model):
    """`demo_day`, where set, is the day at which the clock of this organisation stands still."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=200)
    zone = models.CharField(max_length=60, default="UTC")
    currency = models.CharField(max_length=3, default="EUR")
    demo_day = models.DateField(null=True)

    class Meta:
        """There is one organisation to an installation."""

        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="one_organisation"),)

    def __str__(self) -> str:
        return self.name
