"""A person: somebody who can be named, and who may sign in where a password is set."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from milepost.apps.trail.fields import IdField


class People(BaseUserManager["Person"]):
    """Finds people by address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person with this address, in any case. Raises Person.DoesNotExist."""
        return self.get(email=(username or "").lower())


class Person(AbstractBaseUser):
    """Addresses are kept in lower case; `locale` is a language tag, `zone` an IANA time zone.

    Who left (`left_at`) is not active, but keeps their name wherever they did something. A raised `session_round` ends all their sessions.
    `mention_mails`: they want a mail when somebody mentions them.
    """

    id = IdField()
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    locale = models.CharField(max_length=20, default="en")
    zone = models.CharField(max_length=60, default="UTC")
    is_active = models.BooleanField(default=True)
    left_at = models.DateTimeField(null=True)
    session_round = models.PositiveIntegerField(default=0)
    mention_mails = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        """Listed by name."""

        indexes = (models.Index(fields=["name"], name="person_by_name"),)

    def __str__(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session is bound to: the password, and after the first time that all sessions were ended the number of times."""
        rounds = f":{self.session_round}" if self.session_round else ""
        return salted_hmac("milepost.session", self.password + rounds, secret=secret, algorithm="sha256").hexdigest()
