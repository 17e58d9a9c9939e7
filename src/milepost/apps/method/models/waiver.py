"""A waiver: somebody need not keep something for a while, because whoever has the authority says so."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Waiver(models.Model):
    """`key` is the policy or the artefact that shall not be asked of the project; `wanted_until` the last day that was asked for.

    Decided once: `decision` is granted or refused, with who, when and why; a granted one holds to the end of the day `until`.
    """

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(max_length=80)
    reason = models.TextField()
    wanted_until = models.DateField()
    asked_by = models.BigIntegerField()
    asked_at = models.DateTimeField()
    decision = models.CharField(max_length=10, blank=True, default="")
    decided_by = models.BigIntegerField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_reason = models.TextField(blank=True, default="")
    until = models.DateField(null=True)

    class Meta:
        """Read by project; one open request for each thing that is asked."""

        constraints = (models.UniqueConstraint(fields=["node", "key"], condition=models.Q(decision=""), name="waiver_asked_once"),)
        indexes = (models.Index(fields=["node", "key"], name="waiver_by_node"),)

    def __str__(self) -> str:
        return f"{self.node_id} {self.key} {self.decision or 'asked'}"
