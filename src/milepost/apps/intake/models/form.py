"""Forms by which somebody asks, and who asked by them."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Form(models.Model):
    """`fields` is a list of {key, title, help, required}: columns of the register `sheet` in which its answers become rows.

    Everybody of the organisation may ask by an open form. A `public` one is open to who has its link, which `token` makes unguessable.
    """

    id = IdField()
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=200)
    intro = models.TextField(blank=True, default="")
    fields = models.JSONField(default=list)
    public = models.BooleanField(default=False)
    open = models.BooleanField(default=True)
    token = models.CharField(max_length=64, unique=True)
    by = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        """Listed by the register that they write into."""

        indexes = (models.Index(fields=["sheet", "title"], name="form_by_sheet"),)

    def __str__(self) -> str:
        return self.title


class Asked(models.Model):
    """Who asked for a row by a form: a person, or somebody from outside by the name and address that they gave. Written once."""

    pk = models.CompositePrimaryKey("sheet_id", "row_id")
    sheet = models.ForeignKey("sheets.Sheet", on_delete=models.CASCADE, related_name="+", db_index=False)
    row_id = models.BigIntegerField()
    form = models.ForeignKey(Form, on_delete=models.SET_NULL, null=True, related_name="+")
    person_id = models.BigIntegerField(null=True)
    name = models.CharField(max_length=200, blank=True, default="")
    address = models.CharField(max_length=254, blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        """Counted by form and time, found by who asked."""

        indexes = (
            models.Index(fields=["form", "at"], name="asked_by_form"),
            models.Index(fields=["person_id"], condition=~models.Q(person_id=None), name="asked_by_person"),
        )

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.row_id}"
