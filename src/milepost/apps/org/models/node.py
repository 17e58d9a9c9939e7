"""The tree that says where: everything belongs to a node, and a right held at a node holds below it."""

from __future__ import annotations

from django.db import models

from milepost.apps.org.models.scoped import ScopedManager
from milepost.apps.org.paths import MOST_LEVELS, WIDTH
from milepost.apps.trail.fields import IdField, PathField


class NodeKind(models.TextChoices):
    """What a node is."""

    ORGANISATION = "organisation", "Organisation"
    UNIT = "unit", "Unit"
    PORTFOLIO = "portfolio", "Portfolio"
    PROGRAMME = "programme", "Programme"
    PROJECT = "project", "Project"
    FOLDER = "folder", "Folder"


class Node(models.Model):
    """`path` names all ancestors (see `org.paths`); `stated_status` is what the manager says: G, A, R or nothing.

    A deleted node keeps its row, and so do all below it: `deleted_root` is the node whose deletion took it along.
    """

    id = IdField()
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    path = PathField(max_length=WIDTH * MOST_LEVELS + 1, unique=True)
    kind = models.CharField(max_length=20, choices=NodeKind.choices)
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=60, blank=True, default="")
    position = models.IntegerField(default=0)
    manager = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    sponsor = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    stated_status = models.CharField(max_length=1, null=True)
    stated_reason = models.TextField(blank=True, default="")
    stated_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    deleted_by = models.BigIntegerField(null=True)
    deleted_root = models.BigIntegerField(null=True)

    objects = ScopedManager["Node"]()

    class Meta:
        """Read by place in the tree, and by kind below a place."""

        indexes = (
            models.Index(fields=["parent", "position", "name"], name="node_by_parent"),
            models.Index(fields=["kind", "path"], name="node_by_kind"),
            models.Index(fields=["deleted_root"], condition=~models.Q(deleted_root=None), name="node_in_bin"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(stated_status__in=["G", "A", "R"]) | models.Q(stated_status=None), name="stated_g_a_r"
            ),
        )

    def __str__(self) -> str:
        return self.name
