"""Who may decide what, where, and up to which amount."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Authority(models.Model):
    """A decision that a role or a person may take at a node and below, up to an amount or any. Never changed: another follows it."""

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    decision = models.CharField(max_length=40)
    role = models.CharField(max_length=30, blank=True, default="")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    up_to = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    currency = models.CharField(max_length=3, blank=True, default="")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    given_by = models.BigIntegerField(null=True)

    class Meta:
        """Asked by place and decision; to a role or to a person, not to both."""

        indexes = (models.Index(fields=["node", "decision"], condition=models.Q(until=None), name="authority_by_node"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(role="", person__isnull=False) | (~models.Q(role="") & models.Q(person=None)), name="authority_to_one"
            ),
        )

    def __str__(self) -> str:
        return f"{self.decision} {self.role or self.person_id}"
