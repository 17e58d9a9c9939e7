"""Roles, and who holds which at which node."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Role(models.Model):
    """A named set of capability bits; those that every installation has are `built_in` and never change.

    `second_factor`: whoever holds it must have one.
    """

    key = models.CharField(max_length=40, primary_key=True)
    name = models.CharField(max_length=100)
    about = models.CharField(max_length=400, blank=True, default="")
    capabilities = models.BigIntegerField()
    built_in = models.BooleanField(default=False)
    second_factor = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Grant(models.Model):
    """A person, or a group of people, holds a role at a node and at all below it; `granted_by` is nobody where the system gave it."""

    id = IdField()
    person = models.ForeignKey("org.Person", on_delete=models.CASCADE, null=True, related_name="grants")
    group = models.ForeignKey("org.Group", on_delete=models.CASCADE, null=True, related_name="grants")
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="grants")
    role = models.ForeignKey("org.Role", on_delete=models.PROTECT, related_name="grants")
    granted_by = models.ForeignKey("org.Person", on_delete=models.SET_NULL, null=True, related_name="+")
    granted_at = models.DateTimeField()

    class Meta:
        """One grant of a role to a person or a group at a node; one index each answers what a person, what a group holds."""

        constraints = (
            models.UniqueConstraint(fields=["person", "node", "role"], name="grant_once"),
            models.UniqueConstraint(fields=["group", "node", "role"], name="group_grant_once"),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, group__isnull=True) | models.Q(person__isnull=True, group__isnull=False),
                name="grant_to_one",
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id or self.group_id} {self.role_id} at {self.node_id}"
