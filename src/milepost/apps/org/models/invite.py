"""Links that let somebody in: an invitation to join, and a link to set a password. Only the SHA-256 of their secrets is kept."""

from __future__ import annotations

from django.db import models

from milepost.apps.trail.fields import IdField


class Invite(models.Model):
    """Somebody with this address may become a person here, until `expires_at`; afterwards it stays as a record of what was sent."""

    id = IdField()
    email = models.EmailField()
    name = models.CharField(max_length=200, blank=True, default="")
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey("org.Person", on_delete=models.SET_NULL, null=True, related_name="invites")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey("org.Person", on_delete=models.SET_NULL, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """Found by address; one that is open to an address."""

        constraints = (
            models.UniqueConstraint(
                fields=["email"], condition=models.Q(accepted_at__isnull=True, revoked_at__isnull=True), name="one_open_invite"
            ),
        )

    def __str__(self) -> str:
        return self.email


class Promise(models.Model):
    """What an invitation will give to who accepts it: a role at a node, or a place in a group; each given by somebody."""

    id = IdField()
    invite = models.ForeignKey("org.Invite", on_delete=models.CASCADE, related_name="promises")
    node = models.ForeignKey("org.Node", on_delete=models.CASCADE, null=True, related_name="+")
    role = models.ForeignKey("org.Role", on_delete=models.CASCADE, null=True, related_name="+")
    group = models.ForeignKey("org.Group", on_delete=models.CASCADE, null=True, related_name="+")
    given_by = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Either a role at a node or a group, each once."""

        constraints = (
            models.UniqueConstraint(fields=["invite", "node", "role"], name="role_promised_once"),
            models.UniqueConstraint(fields=["invite", "group"], name="group_promised_once"),
            models.CheckConstraint(
                condition=models.Q(node__isnull=False, role__isnull=False, group__isnull=True)
                | models.Q(node__isnull=True, role__isnull=True, group__isnull=False),
                name="promise_of_one",
            ),
        )

    def __str__(self) -> str:
        return f"{self.invite_id}: {self.group_id or self.role_id}"


class PasswordLink(models.Model):
    """A person may set a password by this link, once, until `expires_at`; `made_by` is nobody where they asked for it themselves."""

    id = IdField()
    person = models.ForeignKey("org.Person", on_delete=models.CASCADE, related_name="password_links")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey("org.Person", on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person_id} until {self.expires_at}"
