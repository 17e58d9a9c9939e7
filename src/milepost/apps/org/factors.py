"""Who must have a second factor because of a role that they hold, and who still owes it."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from milepost.apps.org.errors import SecondFactorNeeded
from milepost.apps.org.models import Grant, Membership, Role


def has_factor(person_id: int) -> bool:
    """Whether somebody set up an authenticator app; recovery codes alone are none."""
    return bool(Authenticator.objects.filter(user_id=person_id, type=Authenticator.Type.TOTP).exists())


def holds(person_id: int, role_keys: list[str]) -> str | None:
    """The first of these roles that a person holds anywhere, themselves or through a group; None where they hold none."""
    granted = Grant.objects.filter(role_id__in=role_keys).order_by("role_id").values_list("role_id", flat=True)
    groups = Membership.objects.filter(person_id=person_id).values("group_id")
    return granted.filter(person_id=person_id).first() or granted.filter(group_id__in=groups).first()


def role_that_asks(person_id: int) -> Role | None:
    """A role of the person that asks for a second factor; None for everybody as long as no role does, by one small query."""
    asking = {role.pk: role for role in Role.objects.filter(second_factor=True)}
    return asking.get(holds(person_id, sorted(asking)) or "") if asking else None


def owes_factor(person_id: int) -> Role | None:
    """The role for which a person still has to set up a second factor."""
    role = role_that_asks(person_id)
    return None if role is None or has_factor(person_id) else role


def require_factor(person_id: int) -> None:
    """Raise SecondFactorNeeded for who has to set one up first."""
    role = owes_factor(person_id)
    if role is not None:
        raise SecondFactorNeeded(role=role.pk, name=role.name)


def without_factor() -> dict[str, int]:
    """By role how many active people hold it and have no second factor; a role that nobody so holds is left out."""
    factored = Authenticator.objects.filter(type=Authenticator.Type.TOTP).values("user_id")
    own = Grant.objects.filter(person__is_active=True).exclude(person_id__in=factored).values_list("role_id", "person_id")
    inside = Membership.objects.filter(person__is_active=True).exclude(person_id__in=factored).exclude(group__grants=None)
    found: dict[str, int] = {}
    for role, _person in {*own, *inside.values_list("group__grants__role_id", "person_id")}:
        found[role] = found.get(role, 0) + 1
    return found
