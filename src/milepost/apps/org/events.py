"""The events of the organisation's tree, its people and its rights."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

ORGANISATION_CREATED = event_kind("organisation.created", "The organisation {name} was created.")
NODE_CREATED = event_kind("node.created", "{name} was created.")
NODE_RENAMED = event_kind("node.renamed", "{before} was renamed to {after}.")
NODE_MOVED = event_kind("node.moved", "{name} was moved.")
STATUS_STATED = event_kind("status.stated", "The status was stated as {colour}.")
ROLE_GRANTED = event_kind("role.granted", "The role {role} was granted.")
ROLE_REVOKED = event_kind("role.revoked", "The role {role} was revoked.")
PERSON_CREATED = event_kind("person.created", "A person was created.")
PASSWORD_SET = event_kind("person.password_set", "A password was set.")
TOKEN_CREATED = event_kind("token.created", "An access token was created.")
TOKEN_REVOKED = event_kind("token.revoked", "An access token was revoked.")
SIGNED_IN = event_kind("person.signed_in", "A person signed in.")
