"""Which rows name which rows of other registers, and which of them wait to be computed again."""

from __future__ import annotations

from django.db import models

from milepost.apps.sheets.models.sheet import Sheet


class RowLink(models.Model):
    """The cell `key` of a row names another row. Kept with the cell in one transaction; the target may be gone by now."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="+", db_index=False)
    row_id = models.BigIntegerField()
    key = models.CharField(max_length=40)
    to_sheet = models.BigIntegerField()
    to_row = models.BigIntegerField()

    class Meta:
        """Read from both ends."""

        constraints = (models.UniqueConstraint(fields=["sheet", "row_id", "key", "to_sheet", "to_row"], name="row_link_once"),)
        indexes = (models.Index(fields=["to_sheet", "to_row"], name="row_link_by_target"),)

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.row_id}/{self.key} to {self.to_sheet}/{self.to_row}"


class Refresh(models.Model):
    """The roll-ups of this row read rows of another sheet that changed; it waits to be computed again."""

    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="+", db_index=False)
    row_id = models.BigIntegerField()

    class Meta:
        """A row waits once."""

        constraints = (models.UniqueConstraint(fields=["sheet", "row_id"], name="refresh_once"),)

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.row_id}"
