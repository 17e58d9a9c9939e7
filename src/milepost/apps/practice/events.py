"""The events of questions and training."""

from __future__ import annotations

from milepost.apps.trail.kinds import event_kind

QUESTION_ASKED = event_kind("question.asked", "The office was asked something.")
QUESTION_ANSWERED = event_kind("question.answered", "A question was answered.")
QUESTION_ASKED_ON = event_kind("question.asked_on", "Somebody asked on.")
QUESTION_SETTLED = event_kind("question.settled", "A question was marked as answered or as open.")
FAQ_CHANGED = event_kind("faq.changed", "An answer was taken into the handbook, or out of it.")
COURSE_DUE_SET = event_kind("course.due_set", "A course was made due for a role.")
COURSE_TAKEN = event_kind("course.taken", "A course was taken.")
