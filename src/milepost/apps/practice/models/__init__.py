"""The tables of the app; written by its actions only."""

from milepost.apps.practice.models.course import Completion, CourseDue
from milepost.apps.practice.models.question import Answer, Question

__all__ = ["Answer", "Completion", "CourseDue", "Question"]
