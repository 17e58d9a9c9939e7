"""What the linter found, what it looked at last, and its runs."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Finding(models.Model):
    """A project does not keep something that its method asks for, from `first_seen` until `gone_at` (empty: still).

    `key` is the policy or the artefact that asks; `policy` the policy that says how severe it is, where there is one. `data` is what
    the sentence for the reader is made from, `fix` what can be done about it (see `rules.words`). A waiver never touches it.
    """

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+", db_index=False)
    rule = models.CharField(max_length=40)
    key = models.CharField(max_length=80)
    policy = models.CharField(max_length=80, blank=True, default="")
    severity = models.CharField(max_length=10)
    data = models.JSONField(default=dict)
    fix = models.JSONField(null=True)
    first_seen = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)

    class Meta:
        """One open finding for each rule and what asks; those that went are kept, so that adherence can be told over time."""

        constraints = (models.UniqueConstraint(fields=["node", "rule", "key"], condition=models.Q(gone_at=None), name="finding_open_once"),)
        indexes = (models.Index(fields=["node", "gone_at"], name="finding_by_node"),)

    def __str__(self) -> str:
        return f"{self.node_id} {self.rule} {self.key}"


class Linted(models.Model):
    """When a project was last held against its method, on which day of the organisation, and which event of the trail was the last then.

    `asked` is how many things its method asked of it: 0 where nothing holds there, or where it is over or on hold.
    """

    node = models.OneToOneField("org.Node", on_delete=models.CASCADE, primary_key=True, related_name="+")
    at = models.DateTimeField()
    day = models.DateField()
    upto = models.BigIntegerField()
    asked = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.node_id} at {self.at}"


class LintState(models.TextChoices):
    """How a run stands."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"


class LintRun(models.Model):
    """All projects at and below a node are held against their methods, in batches; `last_path` is the last project that is behind it.

    Each batch writes its findings and this row in one transaction, so that a run goes on where it was, whoever goes on with it.
    `day` is set for the run of a night, of which there is one a day.
    """

    id = IdField()
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, related_name="+", db_index=False)
    asked_by = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField()
    day = models.DateField(null=True, unique=True)
    state = models.CharField(max_length=10, choices=LintState.choices, default=LintState.WAITING)
    total = models.IntegerField(default=0)
    done = models.IntegerField(default=0)
    last_path = models.TextField(blank=True, default="")
    appeared = models.IntegerField(default=0)
    went = models.IntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """Worked off in order, found by place."""

        indexes = (
            models.Index(fields=["state", "asked_at"], name="lint_run_by_state"),
            models.Index(fields=["node", "asked_at"], name="lint_run_by_node"),
        )

    def __str__(self) -> str:
        return f"{self.node_id} {self.state} {self.done}/{self.total}"


class Lease(models.Model):
    """Which process does some work in the background, and until when it may be taken for alive (the machine's clock)."""

    name = models.CharField(max_length=40, primary_key=True)
    holder = models.CharField(max_length=60)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}: {self.holder}"
