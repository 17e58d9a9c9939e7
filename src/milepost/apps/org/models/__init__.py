"""The tables of people, groups, nodes, roles, grants and invitations."""

from milepost.apps.org.models.grant import Grant, Role
from milepost.apps.org.models.group import Group, Membership
from milepost.apps.org.models.invite import Invite, PasswordLink, Promise
from milepost.apps.org.models.node import Node
from milepost.apps.org.models.organisation import Organisation
from milepost.apps.org.models.person import Person
from milepost.apps.org.models.token import Token

__all__ = ["Grant", "Group", "Invite", "Membership", "Node", "Organisation", "PasswordLink", "Person", "Promise", "Role", "Token"]
