"""What live sheets know of their kinds: the office's own columns, and the declaration that they were last migrated to."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class KindColumn(models.Model):
    """A column that the office added to a kind: it stands in every sheet of it. A retired one keeps its values and is not shown."""

    id = IdField()
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=100)
    type = models.CharField(max_length=20)
    role = models.CharField(max_length=40, blank=True, default="")
    options = models.JSONField(default=dict)
    width = models.IntegerField(default=120)
    position = models.IntegerField()
    computed = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        """A key names one column of its kind."""

        constraints = (models.UniqueConstraint(fields=["kind", "key"], name="kind_column_once"),)

    def __str__(self) -> str:
        return f"{self.kind}/{self.title}"


class KindVersion(models.Model):
    """The declaration, as its source text, that the sheets of a kind stand at. A file that says something else waits to be applied."""

    kind = models.CharField(max_length=40, primary_key=True)
    digest = models.CharField(max_length=64)
    declaration = models.TextField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.digest[:12]}"
