"""Everything that expects something of somebody, in one list: a new source is one more line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from milepost.apps.practice.expecting.check_ins import check_ins
from milepost.apps.practice.expecting.decisions import decisions
from milepost.apps.practice.expecting.findings import findings
from milepost.apps.practice.expecting.mentions import mentions
from milepost.apps.practice.expecting.questions import questions
from milepost.apps.practice.expecting.statuses import statuses
from milepost.apps.practice.expecting.tasks import tasks_and_rows
from milepost.apps.practice.expecting.training import training
from milepost.apps.practice.expecting.words import Asker, Expectation

Source = Callable[[Asker], Iterable[Expectation]]

SOURCES: tuple[Source, ...] = (tasks_and_rows, statuses, findings, check_ins, decisions, questions, training, mentions)
