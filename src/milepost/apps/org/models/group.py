"""Groups of people, which hold roles together."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Group(models.Model):
    """Some people under one name; what is granted to the group, each of its members holds."""

    id = IdField()
    name = models.CharField(max_length=100, unique=True)
    about = models.CharField(max_length=400, blank=True, default="")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person is in a group."""

    id = IdField()
    person = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="memberships")
    group = models.ForeignKey("org.Group", on_delete=models.CASCADE, related_name="memberships")
    added_by = models.ForeignKey("org.Person", on_delete=models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        """Once in a group; one index answers "in which groups is this person"."""

        constraints = (models.UniqueConstraint(fields=["person", "group"], name="member_once"),)

    def __str__(self) -> str:
        return f"{self.person_id} in {self.group_id}"
