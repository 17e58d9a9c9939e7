"""The tables of people, nodes, roles and grants."""

from milepost.apps.org.models.grant import Grant, Role
from milepost.apps.org.models.node import Node
from milepost.apps.org.models.organisation import Organisation
from milepost.apps.org.models.person import Person
from milepost.apps.org.models.token import Token

__all__ = ["Grant", "Node", "Organisation", "Person", "Role", "Token"]
