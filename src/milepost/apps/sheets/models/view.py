"""A saved way to look at a register."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class LiveViews(models.Manager["View"]):
    """Views that are not in the bin."""

    def get_queryset(self) -> models.QuerySet[View]:
        """Without the deleted ones."""
        return super().get_queryset().filter(deleted_at=None)


class View(models.Model):
    """Of one sheet, or of all sheets of a kind at and below a node (without a node: everywhere). Without an owner it is everybody's.

    `config` has filter, sort, group, search, columns, widths, freeze and show, as the browser understands them.
    """

    id = IdField()
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=40)
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    owner = models.ForeignKey("org.Person", on_delete=models.CASCADE, null=True, related_name="+")
    name = models.CharField(max_length=100)
    config = models.JSONField(default=dict)
    position = models.IntegerField(default=0)
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.BigIntegerField(null=True)

    objects = LiveViews()
    with_deleted = models.Manager["View"]()

    class Meta:
        """Found by the sheet, or by the kind."""

        indexes = (
            models.Index(fields=["sheet", "position"], name="view_by_sheet"),
            models.Index(fields=["kind", "node", "position"], name="view_by_kind"),
        )

    @property
    def shared(self) -> bool:
        """Whether it is everybody's."""
        return self.owner_id is None

    @property
    def of_sheet(self) -> bool:
        """Whether it is of one sheet alone."""
        return self.sheet_id is not None

    def __str__(self) -> str:
        return self.name
