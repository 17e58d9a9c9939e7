"""Bearer tokens, by which programs act for a person."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Token(models.Model):
    """Only the SHA-256 of a token is kept; `scopes` narrow what its bearer may do of what the person may.

    `last_used_at` is true to the hour.
    """

    id = IdField()
    person = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
