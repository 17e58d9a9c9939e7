"""A file that is attached to a row; its bytes lie beside the database, named by their digest."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class File(models.Model):
    """`sha256` names the content (see `sheets.contents`), which several files may share. A deleted file stays until the bin is emptied."""

    id = IdField()
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+", db_index=False)
    row_id = models.BigIntegerField(null=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    by = models.BigIntegerField()
    at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.BigIntegerField(null=True)

    class Meta:
        """Read by row."""

        indexes = (
            models.Index(fields=["sheet", "row_id", "at"], name="file_by_row"),
            models.Index(fields=["deleted_at"], condition=~models.Q(deleted_at=None), name="file_in_bin"),
        )

    def __str__(self) -> str:
        return self.name
