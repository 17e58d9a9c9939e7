"""The events of requests."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

REQUEST_ASKED = event_kind("request.asked", "A request was made by a form: {name}.")
REQUEST_DECIDED = event_kind("request.decided", "On the request {name} was decided: {what}.")
REQUEST_REFUSED = event_kind("request.refused", "A decision on a request was refused: {what}, {code}.")
CASE_SAVED = event_kind("request.case_saved", "The business case of {name} was saved.")
REQUEST_SCORED = event_kind("request.scored", "The request {name} was scored: {score}.")
CRITERIA_SET = event_kind("request.criteria_set", "How requests are scored was changed.")
FORM_CHANGED = event_kind("form.changed", "The request form {name} was changed.")
