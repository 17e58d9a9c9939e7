"""What can be searched for: the words of rows, comments and files."""

from __future__ import annotations

from django.db import models


class SearchText(models.Model):
    """The words of a row, or of a comment or a file at it (`ref` is its id then). `title` counts more than `body`.

    Beside this table stands an index of words of the database's own kind, which follows it by itself: an FTS5 table with triggers on
    SQLite, a generated column on PostgreSQL.
    """

    id = models.BigAutoField(primary_key=True)
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+", db_index=False)
    row_id = models.BigIntegerField(null=True)
    what = models.CharField(max_length=8)
    ref = models.BigIntegerField(null=True)
    title = models.TextField()
    body = models.TextField(blank=True, default="")

    class Meta:
        """Written anew by row."""

        indexes = (models.Index(fields=["sheet", "row_id"], name="search_by_row"),)

    def __str__(self) -> str:
        return self.title
