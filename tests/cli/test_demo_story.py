"""The demo's outlines and what is played from them, without a database."""

from __future__ import annotations

from datetime import date, datetime
from random import Random

import pytest

from milepost.doors.cli.demo.halfdays import HalfDays
from milepost.doors.cli.demo.outline import Tie, read_outline
from milepost.doors.cli.demo.people import PEOPLE, ROLE_TITLES, address
from milepost.doors.cli.demo.portfolio import PLACES, PROJECTS
from milepost.doors.cli.demo.story import tell
from milepost.doors.cli.demo.truth import Conduct, Happened, play

OUTLINE = """
# A comment.
Prepare
  [plan] Plan it | 5d | | PM
  Buy it | 2d | < | PR | cost=900
Do it
  for {room} in hall; kitchen
    Room {room}
      [paint] Paint the {room} | 3d | plan, prev:paint+1d | SU
      Dry | 2ed | ss:<
Finish
  * Done | 0d | all
  Look back | 1d | Do it.Room hall, < | PM
"""
EASTER_WEEK = HalfDays(date(2026, 3, 30))


def test_an_outline_becomes_a_tree_of_rows() -> None:
    rows = read_outline(OUTLINE)
    assert [(row.id, row.parent, row.name) for row in rows[:3]] == [(1, None, "Prepare"), (2, 1, "Plan it"), (3, 1, "Buy it")]
    assert [row.name for row in rows if row.summary] == ["Prepare", "Do it", "Room hall", "Room kitchen", "Finish"]
    assert [(row.duration, row.elapsed) for row in rows if row.name == "Dry"] == [(2, True), (2, True)]
    assert rows[2].extras == {"cost": "900"}


def test_links_find_labels_the_task_above_the_repetition_before_and_summaries() -> None:
    ties = {row.name: row.ties for row in read_outline(OUTLINE)}
    assert ties["Buy it"] == [Tie(2)]
    assert ties["Paint the hall"] == [Tie(2)]
    assert ties["Paint the kitchen"] == [Tie(2), Tie(6, lag=2)]
    assert ties["Dry"] == [Tie(9, "SS")]
    assert ties["Done"] == [Tie(1), Tie(4)]
    assert ties["Look back"] == [Tie(5), Tie(12)]


def test_a_link_to_nowhere_is_refused() -> None:
    with pytest.raises(KeyError):
        read_outline("A task | 1d | nowhere")


@pytest.mark.parametrize(
    ("position", "start", "finish"),
    [
        (0, datetime(2026, 3, 30, 8), datetime(2026, 3, 30, 8)),
        (1, datetime(2026, 3, 30, 13), datetime(2026, 3, 30, 12)),
        (8, datetime(2026, 4, 7, 8), datetime(2026, 4, 2, 17)),
    ],
)
def test_half_days_leave_weekends_and_holidays_out(position: int, start: datetime, finish: datetime) -> None:
    assert (EASTER_WEEK.start(position), EASTER_WEEK.finish(position)) == (start, finish)
    assert EASTER_WEEK.position(finish) == position


def test_truth_follows_links_and_takes_as_long_as_the_conduct_says() -> None:
    rows = read_outline(OUTLINE)
    time = HalfDays(date(2026, 6, 1))
    planned = play(rows, Conduct(spread=0), time, Random(1))
    assert (planned[2], planned[3]) == (Happened(0, 10), Happened(10, 14))
    slow = play(rows, Conduct(pace=2, spread=0, drags={"Buy": 1.5}), time, Random(1))
    assert (slow[2], slow[3]) == (Happened(0, 20), Happened(20, 26))


def test_the_same_seed_tells_the_same_story() -> None:
    first, second = tell(PROJECTS[8]), tell(PROJECTS[8])
    assert (first.happened, first.team, first.reports) == (second.happened, second.team, second.reports)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.outline)
def test_a_plan_has_30_to_400_tasks_and_no_loop(project) -> None:
    story = tell(project)
    assert 30 <= len(story.rows) <= 400
    assert story.happened.keys() == {row.id for row in story.rows if not row.summary}
    assert {row.role for row in story.rows if row.role} <= ROLE_TITLES.keys()


def test_reports_only_say_what_changed_and_end_when_the_manager_stopped() -> None:
    story = next(story for story in map(tell, PROJECTS) if story.project.outline == "nis")
    assert story.reports[-1].at == datetime(2026, 8, 28, 17)
    assert sum(len(report.cells) for report in story.reports) < 4 * len(story.rows)
    finished = [cells for report in story.reports for cells in report.cells.values() if "actual_finish" in cells]
    assert all(cells["percent_complete"] == 100 for cells in finished)


def test_costs_of_a_task_add_up_to_all_of_it() -> None:
    story = tell(PROJECTS[2])
    done = [row for row in story.rows if not row.summary and row.duration and story.happened[row.id].finish <= 200]
    shares = {row.id: sum(booking.share for booking in story.bookings if booking.row == row.id) for row in done}
    assert all(share == pytest.approx(1) for share in shares.values())


def test_sixty_people_with_addresses_of_their_own() -> None:
    addresses = {address(someone) for someone in PEOPLE}
    assert len(PEOPLE) == len(addresses) == 60
    assert all(each.isascii() and each.endswith("@aldermoor.example") for each in addresses)
    assert ROLE_TITLES.keys() <= {someone.role for someone in PEOPLE}


def test_the_tree_has_what_was_promised() -> None:
    kinds = [place.kind for place in PLACES]
    assert [kinds.count(kind) for kind in ("unit", "portfolio", "programme")] == [3, 2, 4]
    assert len(PROJECTS) == 14
    assert {project.parent for project in PROJECTS} <= {place.name for place in PLACES}
