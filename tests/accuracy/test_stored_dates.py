"""What share of real plans' dates Milepost reproduces: never less than what was reached."""

from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks._stored import PLANS, Tally, compare, read, real_plans, synthetic_plans

from milepost.apps.planning.bridge.from_file import network_of_plan
from milepost.engines.schedule import schedule
from milepost.formats import mspdi
from milepost.formats.mspdi.model import Stored

needs_plans = pytest.mark.skipif(not PLANS.is_dir(), reason=f"needs the shared plans: none in {PLANS} (set MILEPOST_DATA)")

# Percent of tasks: start and finish, all six dates, total slack, critical.
FLOORS = {
    "full": (99.9, 96.5, 94.9, 98.4),
    "hard": (98.1, 85.5, 85.9, 97.6),
    "stale": (100.0, 69.1, 69.1, 85.0),
    "manual": (100.0, 100.0, 100.0, 100.0),
}
_FIGURES = ("start_finish", "six_dates", "total_slack", "critical")


@needs_plans
def test_no_tier_falls_below_what_was_reached():
    tiers: dict[str, Tally] = {}
    for _, tier, path, _ in real_plans():
        tiers.setdefault(tier, Tally()).add(compare(read(path)))
    reached = {tier: tuple(tally.share(name) for name in _FIGURES) for tier, tally in tiers.items()}
    below = {tier: shares for tier, shares in reached.items() if any(a < b for a, b in zip(shares, FLOORS[tier], strict=True))}
    assert below == {}


@needs_plans
def test_smaller_synthetic_plans_are_reproduced_in_full():
    total = Tally()
    for path in synthetic_plans()[:8]:
        total.add(compare(read(path)))
    assert {total.share(name) for name in (*_FIGURES, "free_slack")} == {100.0}


@needs_plans
@pytest.mark.parametrize("name", ["p010", "p025", "p046", "p062", "p110"])
def test_stored_dates_of_automatic_tasks_are_never_an_input(name):
    file = mspdi.read(read(PLANS / f"{name}.xml"))
    bare = replace(file, tasks=tuple(task if task.manual else replace(task, stored=Stored()) for task in file.tasks))
    bare = replace(bare, assignments=tuple(replace(one, start=None, finish=None, stop=None, resume=None) for one in file.assignments))
    one, two = schedule(network_of_plan(file)), schedule(network_of_plan(bare))
    assert {uid: one.slots[uid] for uid in one.slots} == {uid: two.slots[uid] for uid in two.slots}
