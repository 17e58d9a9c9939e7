"""Roles, and who holds which at which node."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Role(models.Model):
    """A named set of capability bits."""

    key = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(max_length=100)
    capabilities = models.BigIntegerField()

    def __str__(self) -> str:
        return self.name


class Grant(models.Model):
    """A person holds a role at a node and at all below it."""

    id = IdField()
    person = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="grants")
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="grants")
    role = models.ForeignKey("org.Role", on_delete=models.PROTECT, related_name="+")
    granted_at = models.DateTimeField()

    class Meta:
        """One grant of a role to a person at a node; one index answers "what does this person hold"."""

        constraints = (models.UniqueConstraint(fields=["person", "node", "role"], name="grant_once"),)

    def __str__(self) -> str:
        return f"{self.person_id} {self.role_id} at {self.node_id}"
