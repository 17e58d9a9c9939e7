"""What happened to a sheet: its changes, and the history of its cells."""

from __future__ import annotations

from django.db import models

from milepost.apps.sheets.models.sheet import Sheet


class ChangeKind(models.TextChoices):
    """What a change was."""

    CREATE = "create", "Created"
    EDIT = "edit", "Edited"
    UNDO = "undo", "Undone"
    REDO = "redo", "Redone"
    COLUMNS = "columns", "Columns changed"
    NAME = "name", "Renamed"
    COMPUTED = "computed", "Computed again"


class Change(models.Model):
    """One change: `ops` in exact form, `undo` their inverses, `effect` what browsers and other processes need.

    `effect` is null where it would be too large: its readers load the sheet again. `report` is what the writer was told.
    `as_of` is the moment that the change speaks of, where that is not the one at which it was written: a report that came later.
    `of` is the change that an undo took back, or the undo that a redo took back; `taken_back` says that this happened to it.
    """

    pk = models.CompositePrimaryKey("sheet_id", "seq")
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="changes", db_index=False)
    seq = models.BigIntegerField()
    actor_id = models.BigIntegerField(null=True)
    client_op_id = models.CharField(max_length=64, null=True)
    at = models.DateTimeField()
    as_of = models.DateTimeField(null=True)
    kind = models.CharField(max_length=10, choices=ChangeKind.choices)
    ops = models.JSONField(default=list)
    undo = models.JSONField(default=list)
    effect = models.JSONField(null=True)
    report = models.JSONField(default=dict)
    of = models.BigIntegerField(null=True)
    taken_back = models.BooleanField(default=False)

    class Meta:
        """A repeated call finds its change by `client_op_id`; undo finds the last one of its person."""

        constraints = (models.UniqueConstraint(fields=["sheet", "actor_id", "client_op_id"], name="client_op_once"),)
        indexes = (models.Index(fields=["sheet", "actor_id", "seq"], name="change_by_actor"),)

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.seq}"


class CellHistory(models.Model):
    """One edit of one cell by a person; computed values have none. `actor_id` and `at` repeat the change's, to be read alone."""

    pk = models.CompositePrimaryKey("sheet_id", "row_id", "key", "seq")
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="+", db_index=False)
    row_id = models.BigIntegerField()
    key = models.CharField(max_length=40)
    seq = models.BigIntegerField()
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)
    actor_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        """Also read as "what was edited since"."""

        indexes = (models.Index(fields=["sheet", "seq"], name="history_by_seq"),)

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.row_id}/{self.key}/{self.seq}"
