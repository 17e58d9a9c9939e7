"""Packs, their versions, and where they hold."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Origin(models.TextChoices):
    """Where a pack comes from."""

    SHIPPED = "shipped", "Shipped"
    OWN = "own", "Own"


class VersionState(models.TextChoices):
    """How a version stands: only a released one can be adopted; a withdrawn one stays where it holds."""

    DRAFT = "draft", "Draft"
    RELEASED = "released", "Released"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Pack(models.Model):
    """A method under a key that never changes. A shipped one belongs to nobody, an own one to the office's node."""

    id = IdField()
    key = models.CharField(max_length=40, unique=True)
    title = models.JSONField(default=dict)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, null=True, related_name="+")
    copied_from = models.CharField(max_length=40, blank=True, default="")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key


class PackVersion(models.Model):
    """A version as its YAML source. `texts` are the shipped texts that it names, as they were then, so that it never says something else.

    A draft may have holes; a released version never changes. `digest` is the SHA-256 of text and texts.
    """

    id = IdField()
    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="versions", db_index=False)
    number = models.IntegerField()
    digest = models.CharField(max_length=64)
    text = models.TextField()
    texts = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=VersionState.choices)
    note = models.TextField(blank=True, default="")
    by = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        """Numbered within the pack; one draft at a time."""

        constraints = (
            models.UniqueConstraint(fields=["pack", "number"], name="pack_version_number"),
            models.UniqueConstraint(fields=["pack"], condition=models.Q(state="draft"), name="pack_one_draft"),
        )

    def __str__(self) -> str:
        return f"{self.pack_id} {self.number}"


class Adoption(models.Model):
    """From `at` on a version holds at a node and below, until `ended_at` (empty: still); the nearest one above a project holds for it."""

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+", db_index=False)
    version = models.ForeignKey(PackVersion, on_delete=models.RESTRICT, related_name="+")
    note = models.TextField(blank=True, default="")
    by = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """One holds at a node at a time."""

        constraints = (models.UniqueConstraint(fields=["node"], condition=models.Q(ended_at=None), name="adoption_one_a_node"),)
        indexes = (models.Index(fields=["node", "at"], name="adoption_by_node"),)

    def __str__(self) -> str:
        return f"{self.version_id} at {self.node_id}"


class ProjectMethod(models.Model):
    """What a project says of its method: size, industry, what it leaves out or adds (key, do, reason, by), and the version that it is
    kept at while those around it went on (empty: the one that holds)."""

    node = models.OneToOneField("org.Node", on_delete=models.CASCADE, primary_key=True, related_name="+")
    size = models.CharField(max_length=1)
    size_reason = models.TextField(blank=True, default="")
    industry = models.CharField(max_length=40, blank=True, default="")
    tailoring = models.JSONField(default=list)
    held_version = models.ForeignKey(PackVersion, on_delete=models.RESTRICT, null=True, related_name="+")
    by = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.node_id} {self.size}"
