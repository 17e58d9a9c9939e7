"""A list that comes in, in parts: how far it is, so that it goes on where it was when its server or its browser stopped."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class ListState(models.TextChoices):
    """How an import stands."""

    RUNNING = "running", "Running"
    DONE = "done", "Done"
    UNDONE = "undone", "Taken back"


class ListImport(models.Model):
    """`upload_id` and `sha256` name the file, `options` how it is understood, `what` whether doubtful rows come along.

    `done` of `total` rows are behind it; `counts` says what became of them. `made` keeps what was made on the way: the sheet, and the
    keys of new columns. `changes` are the numbers of the changes of the sheet, one for each part. `changed_at` is the real
    moment at which somebody last began to go on with it.
    """

    id = IdField()
    owner = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="+")
    upload_id = models.BigIntegerField()
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+", db_index=False)
    sheet_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=40)
    options = models.JSONField(default=dict)
    what = models.CharField(max_length=10)
    state = models.CharField(max_length=10, choices=ListState.choices, default=ListState.RUNNING)
    total = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    counts = models.JSONField(default=dict)
    made = models.JSONField(default=dict)
    changes = models.JSONField(default=list)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        """Found by its owner."""

        indexes = (models.Index(fields=["owner", "state", "created_at"], name="list_import_by_owner"),)

    def __str__(self) -> str:
        return self.name
