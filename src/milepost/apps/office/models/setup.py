"""A run through the set-up assistant, which may be left and gone on with."""

from __future__ import annotations

from django.db import models

from milepost.apps.office.catalogue import Wish
from milepost.apps.office.models.office import Office
from milepost.apps.trail.fields import IdField


class Setup(models.Model):
    """The answers so far, by step, and the step that comes next; nothing of them is in force before `done_at`."""

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.CASCADE, null=True, related_name="+")
    wish = models.CharField(max_length=10, choices=Wish.choices)
    answers = models.JSONField(default=dict)
    step = models.CharField(max_length=20)
    begun_by = models.BigIntegerField()
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.wish} at {self.node_id}"
