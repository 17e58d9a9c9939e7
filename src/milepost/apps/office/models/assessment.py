"""How mature a place is in its own words: assessments, and what each assessor answered."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Assessment(models.Model):
    """`number` counts within a node. While it is open people answer; finished it keeps its `profile` and is never changed.

    `profile` is what `office.maturity.kept` writes: cells and claims as they came out, and the questions that were asked.
    """

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+")
    number = models.IntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    profile = models.JSONField(default=dict)

    class Meta:
        """Numbered within its node, of which one at most is open."""

        constraints = (
            models.UniqueConstraint(fields=["node", "number"], name="assessment_number_once"),
            models.UniqueConstraint(fields=["node"], condition=models.Q(finished_at=None), name="assessment_open_once"),
        )

    def __str__(self) -> str:
        return f"{self.node_id} no. {self.number}"


class AssessmentAnswer(models.Model):
    """What one person answered to one question: a level from 1 to 5, None where they have only noted something, and their evidence."""

    id = IdField()
    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=80)
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    level = models.SmallIntegerField(null=True)
    evidence = models.TextField(blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        """One answer a person and question."""

        constraints = (models.UniqueConstraint(fields=["assessment", "question", "person"], name="assessment_answer_once"),)

    def __str__(self) -> str:
        return f"{self.question}: {self.level}"
