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


class RoleBuiltIn(MilepostError):
    """The role {name} is one that every installation has, and stays as it is. Make a role of your own beside it."""

    code = "role.built_in"
    status = 409


class RoleInUse(MilepostError):
    """The role {name} is still held or promised {count} times. Give those people another role first."""

    code = "role.in_use"
    status = 409


class RoleBeyondOwn(MilepostError):
    """You cannot change a role that allows what you may not do yourself in the whole organisation: {words}."""

    code = "role.beyond_own"
    status = 403


class NameTaken(MilepostError):
    """There is a {what} named {name} already."""

    code = "name.taken"
    status = 409


class GroupHoldsMore(MilepostError):
    """The group {group} may do more than you somewhere, so you cannot change who is in it."""

    code = "group.more_than_own"
    status = 403


class PersonHoldsMore(MilepostError):
    """{name} may do more than you somewhere, so you cannot manage their account."""

    code = "person.more_than_own"
    status = 403


class NotHere(MilepostError):
    """{name} has left. Bring them back before you give them anything."""

    code = "person.left"
    status = 409


class SecondFactorNeeded(MilepostError):
    """Your role {name} asks for a second factor at sign-in, and you have none. Set one up; until then nothing else is open to you."""

    code = "second_factor.needed"
    status = 403


class OwnFactorFirst(MilepostError):
    """You hold the role {name} yourself and have no second factor. Set up your own first, else you shut yourself out."""

    code = "second_factor.own_first"
    status = 409


class AddressUnverified(MilepostError):
    """The place that vouches for you does not say that your mail address is verified."""

    code = "sign_in.unverified"
    status = 403


class NotExpected(MilepostError):
    """Nobody here has the address {email}, and it was not invited. Ask whoever runs Milepost for an invitation."""

    code = "sign_in.not_expected"
    status = 403


class StillHere(MilepostError):
    """{name} has not left, so there is nothing to bring back."""

    code = "person.still_here"
    status = 409


class InviteNotValid(MilepostError):
    """This invitation does not hold, or not any more. Ask whoever sent it for a new one."""

    code = "invite.not_valid"
    status = 404


class InvitePromisesMore(MilepostError):
    """The invitation of {email} promises more than you hold yourself, so you cannot renew its link."""

    code = "invite.more_than_own"
    status = 403


class LinkNotValid(MilepostError):
    """This link does not hold, or not any more: it works once, for a day. Ask for a new one."""

    code = "password_link.not_valid"
    status = 404


class NoMail(MilepostError):
    """No mail leaves from here, because no mail server was set up. Copy the link and send it yourself."""

    code = "mail.not_set_up"
    status = 409


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


class RootStays(MilepostError):
    """{name} holds everything else and cannot be deleted."""

    code = "node.root_stays"
    status = 422


class AboveInBin(MilepostError):
    """{name}, where this belongs, is in the bin too. Restore that first."""

    code = "bin.above_in_bin"
    status = 409
