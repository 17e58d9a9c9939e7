"""An event: one thing that happened, never changed afterwards."""

from __future__ import annotations

from django.db import models


class Event(models.Model):
    """What happened, who did it, where, and when.

    Ids grow, but on PostgreSQL a smaller id may become visible after a larger one: read with `trail.queries`, never with
    a bare `id > n`. It has no foreign keys, so that it outlives all that it speaks of.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=60)
    node_id = models.BigIntegerField(null=True)
    sheet_id = models.BigIntegerField(null=True)
    seq = models.BigIntegerField(null=True)
    data = models.JSONField(default=dict)

    class Meta:
        """Read by place and by sheet."""

        indexes = (
            models.Index(fields=["node_id", "id"], name="event_by_node"),
            models.Index(fields=["sheet_id", "seq"], name="event_by_sheet"),
        )

    def __str__(self) -> str:
        return f"{self.id} {self.kind}"
