"""A file that somebody uploaded, kept for a day."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Upload(models.Model):
    """`path` is the file's name in the folder of uploads; `report` is what a dry run said about it."""

    id = IdField()
    owner = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    path = models.CharField(max_length=64)
    report = models.JSONField(null=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.name
