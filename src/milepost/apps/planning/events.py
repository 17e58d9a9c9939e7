"""The events of plans."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

PLAN_CREATED = event_kind("plan.created", "The plan {name} was created with {tasks} tasks.")
BASELINE_SET = event_kind("plan.baseline_set", "The baseline {name} was set.")
ACTUALS_POSTED = event_kind("plan.actuals_posted", "{count} entries of cost and hours were booked.")
