"""An office, the goals of the organisation at a place, and the functions by which the office serves them."""

from __future__ import annotations

from django.db import models

from milepost.apps.office.catalogue import Horizon, OfficeType, Place
from milepost.apps.trail.fields import IdField


class Office(models.Model):
    """Responsible for its node and all below, down to the next office. `hub` is the office that it reports to. A closed one is kept."""

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    type = models.CharField(max_length=20, choices=OfficeType.choices)
    place = models.CharField(max_length=20, choices=Place.choices)
    charter = models.TextField(blank=True, default="")
    hub = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="spokes")
    founded_at = models.DateTimeField()
    founded_by = models.BigIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_reason = models.TextField(blank=True, default="")

    class Meta:
        """One living office at a node."""

        constraints = (models.UniqueConstraint(fields=["node"], condition=models.Q(closed_at=None), name="office_once"),)

    def __str__(self) -> str:
        return self.name


class Goal(models.Model):
    """A goal of the organisation at a place; it may be the row of a register of objectives. A dropped one is kept for what named it.

    `aims` are what it wants of projects (`proposing.words.AIMS`), from which the set-up assistant proposes.
    """

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    horizon = models.CharField(max_length=10, choices=Horizon.choices)
    text = models.CharField(max_length=400)
    measure = models.CharField(max_length=400, blank=True, default="")
    due = models.DateField(null=True)
    aims = models.JSONField(default=list)
    objective_sheet = models.BigIntegerField(null=True)
    objective_row = models.BigIntegerField(null=True)
    made_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.text


class OfficeFunction(models.Model):
    """What an office does, and the goal that it does it for."""

    id = IdField()
    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="functions")
    key = models.CharField(max_length=40)
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="+")
    about = models.TextField(blank=True, default="")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        """An office does a thing once at a time."""

        constraints = (models.UniqueConstraint(fields=["office", "key"], condition=models.Q(until=None), name="office_function_once"),)

    def __str__(self) -> str:
        return f"{self.office_id} {self.key}"
