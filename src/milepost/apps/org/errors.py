"""What can go wrong with people, nodes and rights."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class AddressTaken(MilepostError):
    """Somebody with the address {email} is already here."""

    code = "person.address_taken"
    status = 409


class AlreadyFounded(MilepostError):
    """This installation already serves the organisation {name}."""

    code = "organisation.exists"
    status = 409


class BelowItself(MilepostError):
    """{name} cannot be moved below itself."""

    code = "node.below_itself"
    status = 422


class TooDeep(MilepostError):
    """The tree has at most {levels} levels."""

    code = "node.too_deep"
    status = 422


class BadPlace(MilepostError):
    """A {kind} cannot lie below a {parent}."""

    code = "node.bad_place"
    status = 422


class UnknownRole(MilepostError):
    """There is no role {role}."""

    code = "role.unknown"
    status = 422


class MoreThanOwn(MilepostError):
    """You cannot grant or revoke the role {role} here, because it allows more than yours."""

    code = "role.more_than_own"
    status = 403


class LastOwner(MilepostError):
    """The organisation would be left without an owner. Make somebody else owner first."""

    code = "role.last_owner"
    status = 409


class WeakPassword(MilepostError):
    """This password is too easy to guess: {reasons}"""

    code = "person.weak_password"
    status = 422
