"""What people say about a row, and whom they mention."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Comment(models.Model):
    """`text` is plain, with mentions as `@[name](person id)`. A deleted comment stays until the bin is emptied."""

    id = IdField()
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+", db_index=False)
    row_id = models.BigIntegerField()
    author_id = models.BigIntegerField()
    text = models.TextField()
    at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        """Read by row; those in the bin by their author."""

        indexes = (
            models.Index(fields=["sheet", "row_id", "at"], name="comment_by_row"),
            models.Index(fields=["author_id", "deleted_at"], condition=~models.Q(deleted_at=None), name="comment_in_bin"),
        )

    def __str__(self) -> str:
        return f"{self.author_id} on {self.sheet_id}/{self.row_id}"


class Mention(models.Model):
    """A comment speaks to a person; `read_at` is empty until they have seen it."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="+", db_index=False)
    read_at = models.DateTimeField(null=True)

    class Meta:
        """Once in a comment; read by person, the unread ones first."""

        constraints = (models.UniqueConstraint(fields=["comment", "person"], name="mention_once"),)
        indexes = (models.Index(fields=["person", "read_at"], name="mention_by_person"),)

    def __str__(self) -> str:
        return f"{self.person_id} in {self.comment_id}"
