"""Who is named in a row: an index of the cells that name people, so that what is in somebody's name is found without a look at all rows."""

from __future__ import annotations

from django.db import models


class RowNamed(models.Model):
    """`who` is the id of a person, or in a cell of assignments (`resource`) that of a resource of the sheet. `done`: the row says so."""

    id = models.BigAutoField(primary_key=True)
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+", db_index=False)
    row_id = models.BigIntegerField()
    key = models.CharField(max_length=40)
    who = models.BigIntegerField()
    resource = models.BooleanField(default=False)
    done = models.BooleanField(default=False)

    class Meta:
        """Asked by person and by the resources of a sheet; written anew by row."""

        indexes = (
            models.Index(fields=["who", "done"], condition=models.Q(resource=False), name="row_named_person"),
            models.Index(fields=["sheet", "who"], condition=models.Q(resource=True), name="row_named_resource"),
            models.Index(fields=["sheet", "row_id"], name="row_named_by_row"),
        )

    def __str__(self) -> str:
        return f"{self.who} in {self.sheet_id}/{self.row_id}"
