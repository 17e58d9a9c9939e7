"""The events of assessments."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

BEGUN = event_kind("assessment.begun", "Assessment {number} of maturity was begun.")
ANSWERED = event_kind("assessment.answered", "Somebody answered {question} in assessment {number}.")
FINISHED = event_kind("assessment.finished", "Assessment {number} of maturity was finished.")
DISCARDED = event_kind("assessment.discarded", "Assessment {number} of maturity was discarded.")
IMPROVEMENTS_PLANNED = event_kind("assessment.improvements_planned", "{count} improvements were planned from assessment {number}.")
