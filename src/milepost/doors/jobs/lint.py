"""The linter in the background: runs that were asked for, the run of each night, and projects in which something happened."""

from __future__ import annotations

from milepost.apps.method.actions.run_lint import begin_nightly_run, lint_what_changed, work_on_runs
from milepost.doors.clock import now


def runs() -> bool:
    """The next batch of a run."""
    return work_on_runs(at=now())


def night() -> bool:
    """With the first moment of a day the run over everything."""
    return begin_nightly_run(at=now())


class Following:
    """Follows the trail, from the moment at which it began."""

    def __init__(self) -> None:
        self._last = 0

    def __call__(self) -> bool:
        """Look again at projects in which something happened."""
        before, self._last = self._last, lint_what_changed(self._last, at=now())
        return self._last != before
