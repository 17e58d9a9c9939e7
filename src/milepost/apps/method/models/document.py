"""Documents that a project writes from the templates of its pack."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class DocumentState(models.TextChoices):
    """How a document stands."""

    DRAFT = "draft", "Draft"
    FINAL = "final", "Final"


class Document(models.Model):
    """A version of a document; the highest `number` of an artefact is the document as it is. None is ever changed, the next one follows."""

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+", db_index=False)
    artefact = models.CharField(max_length=40)
    number = models.IntegerField()
    text = models.TextField()
    state = models.CharField(max_length=10, choices=DocumentState.choices)
    by = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        """Numbered within the artefact of a project."""

        constraints = (models.UniqueConstraint(fields=["node", "artefact", "number"], name="document_number"),)

    def __str__(self) -> str:
        return f"{self.node_id} {self.artefact} {self.number}"
