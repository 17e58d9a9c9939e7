"""What people ask their office, and what it answers."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Question(models.Model):
    """Asked from a `page` (its address within Milepost), about a place, a sheet and a row where there was one, under the version of the
    method that held there. `words` is what it and its answers can be found by. `answered_at` is empty while it waits; `seen_at` until
    the asker has looked at the answer."""

    id = IdField()
    office = models.ForeignKey("office.Office", on_delete=models.CASCADE, related_name="+", db_index=False)
    asker = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    node = models.ForeignKey("org.Node", on_delete=models.SET_NULL, null=True, related_name="+")
    sheet_id = models.BigIntegerField(null=True)
    row_id = models.BigIntegerField(null=True)
    page = models.CharField(max_length=500)
    page_title = models.CharField(max_length=300, blank=True, default="")
    pack_version = models.BigIntegerField(null=True)
    text = models.TextField()
    words = models.TextField()
    at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    class Meta:
        """Read by office, those that wait first."""

        indexes = (models.Index(fields=["office", "answered_at", "at"], name="question_by_office"),)

    def __str__(self) -> str:
        return self.text[:80]


class Answer(models.Model):
    """Said to a question by the office, or by the asker who asks on. `faq`: it stands in the handbook of the office."""

    id = IdField()
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    by = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    from_office = models.BooleanField(default=True)
    faq = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.text[:80]
