"""The events of offices."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

OFFICE_FOUNDED = event_kind("office.founded", "The office {name} was founded.")
OFFICE_CHANGED = event_kind("office.changed", "The office {name} was changed.")
OFFICE_CLOSED = event_kind("office.closed", "The office {name} was closed.")
GOAL_SET = event_kind("goal.set", "A goal was set: {text}.")
GOAL_CHANGED = event_kind("goal.changed", "A goal was changed: {text}.")
GOAL_DROPPED = event_kind("goal.dropped", "A goal was dropped: {text}.")
FUNCTION_TAKEN_ON = event_kind("office.function_taken_on", "The office took on {function}.")
FUNCTION_GIVEN_UP = event_kind("office.function_given_up", "The office gave up {function}.")
OFFICE_ROLE_GIVEN = event_kind("office.role_given", "Somebody became {role} of an office.")
OFFICE_ROLE_ENDED = event_kind("office.role_ended", "Somebody is no longer {role} of an office.")
REPORTS_CHANGED = event_kind("office.reports_changed", "A reporting line was changed.")
RACI_CHANGED = event_kind("office.raci_changed", "The responsibilities in {process} were changed.")
AUTHORITY_GIVEN = event_kind("authority.given", "Authority was given: {decision}.")
AUTHORITY_ENDED = event_kind("authority.ended", "Authority was ended: {decision}.")
AUTHORITY_REFUSED = event_kind("authority.refused", "Somebody tried to decide without the authority: {decision}.")
PARTNER_NAMED = event_kind("partner.named", "A partner was named beside the project's manager.")
PARTNER_ENDED = event_kind("partner.ended", "The project has no partner any more.")
CHECK_IN_SET = event_kind("check_in.set", "A check-in was set for {due}.")
CHECK_IN_DROPPED = event_kind("check_in.dropped", "The check-in of {due} was dropped.")
CHECK_IN_HELD = event_kind("check_in.held", "The check-in of {due} was held.")
CHECK_IN_ANSWERED = event_kind("check_in.answered", "The notes of the check-in of {due} were answered.")
PROJECT_ASSIGNED = event_kind("project.assigned", "The project was assigned to a manager of the bench.")
PROJECT_HANDED_OVER = event_kind("project.handed_over", "The project's manager handed it over.")
SETUP_BEGUN = event_kind("setup.begun", "The set-up of an office was begun.")
SETUP_DONE = event_kind("setup.done", "The set-up of an office was finished.")
SETUP_DROPPED = event_kind("setup.dropped", "The set-up of an office was dropped.")
