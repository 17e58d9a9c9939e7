"""A sheet, the columns that its users added, and its rows."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class LiveSheets(models.Manager["Sheet"]):
    """Sheets that are not in the bin: what everybody but the bin asks."""

    def get_queryset(self) -> models.QuerySet[Sheet]:
        """Without the deleted ones."""
        return super().get_queryset().filter(deleted_at=None)


class Sheet(models.Model):
    """`seq` is the number of its last change, without gaps; `zone` is the time zone that its wall-clock dates are of.

    `counters` holds for each column of automatic numbers the last one given out, by key.

    A deleted sheet keeps all that it has; only `with_deleted` finds it.
    """

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.PROTECT, related_name="sheets")
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    seq = models.BigIntegerField(default=0)
    settings = models.JSONField(default=dict)
    counters = models.JSONField(default=dict)
    zone = models.CharField(max_length=60, default="UTC")
    created_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.BigIntegerField(null=True)

    objects = LiveSheets()
    with_deleted = models.Manager["Sheet"]()

    class Meta:
        """Found by its node."""

        indexes = (
            models.Index(fields=["node", "kind"], name="sheet_by_node"),
            models.Index(fields=["deleted_at"], condition=~models.Q(deleted_at=None), name="sheet_in_bin"),
        )

    def __str__(self) -> str:
        return self.name


class Column(models.Model):
    """A column that users added; those of the sheet's kind stand in its declaration. `key` never changes.

    A retired one keeps its values and is not shown.
    """

    id = IdField()
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="columns")
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=100)
    type = models.CharField(max_length=20)
    role = models.CharField(max_length=40, blank=True, default="")
    position = models.IntegerField()
    width = models.IntegerField(default=120)
    options = models.JSONField(default=dict)
    computed = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        """A key names one column of its sheet."""

        constraints = (models.UniqueConstraint(fields=["sheet", "key"], name="column_key_once"),)

    def __str__(self) -> str:
        return self.title


class Row(models.Model):
    """`position` sorts a row among its siblings (`engines.sheet.order`); `cells` is keyed by column key.

    A deleted row stays, with the change that deleted it, so that a late edit can be told who did. Nothing has a foreign key to a row.
    """

    pk = models.CompositePrimaryKey("sheet_id", "row_id")
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="rows", db_index=False)
    row_id = models.BigIntegerField()
    parent_id = models.BigIntegerField(null=True)
    position = models.TextField()
    cells = models.JSONField(default=dict)
    seq = models.BigIntegerField()
    deleted_seq = models.BigIntegerField(null=True)

    class Meta:
        """The deleted ones of a sheet are found without a look at the others."""

        indexes = (models.Index(fields=["sheet", "deleted_seq"], condition=~models.Q(deleted_seq=None), name="row_in_bin"),)

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.row_id}"
