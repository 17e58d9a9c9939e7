"""The demo's findings: projects are held against their methods each month, and some managers ask not to be.

What is waived is found by its rule, whatever the method calls it: where the method of a project does not ask for it, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial

from milepost.apps.method.actions.lint import lint
from milepost.apps.method.actions.waive import GRANT, ask_for_waiver, decide_waiver
from milepost.apps.method.queries.findings import Wanted, findings_of
from milepost.apps.office.queries.authority import who_may_decide
from milepost.doors.cli.demo.making import Making

Step = tuple[datetime, Callable[..., None]]
_LOOKED = (date(2026, 5, 29), date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 5))


@dataclass(frozen=True, slots=True)
class Wish:
    """A waiver that the manager of a project asks for, by the first of these rules that it does not keep, and what became of it.

    `decided` is empty where it still waits; `grant` and `answer` say how it was decided.
    """

    project: str
    rules: tuple[str, ...]
    asked: date
    until: date
    reason: str
    decided: date | None = None
    grant: bool = True
    answer: str = ""


WISHES = (
    Wish(
        "Charging corridor for electric cars", ("missing_artefact", "stale_log"), date(2026, 6, 30), date(2026, 9, 15),
        "The sites are not chosen yet. Whatever we wrote now would be invented.", date(2026, 7, 2), True, "Until the sites are chosen.",
    ),
    Wish(
        "Headquarters refurbishment", ("stale_log", "missing_artefact", "plan_not_sound"), date(2026, 9, 30), date(2026, 12, 18),
        "The landlord keeps the risks of the building. A second list would contradict his.", date(2026, 10, 1), True,
        "Share his list with the partner each month.",
    ),
    Wish(
        "Contact centre move", ("plan_not_sound", "missing_artefact", "stale_log"), date(2026, 7, 31), date(2026, 12, 31),
        "We move people, we do not build a rocket. All this paper is for somebody else.", date(2026, 8, 4), False,
        "The move has a landlord, a network and 120 people in it. An hour a week is worth it.",
    ),
    Wish(
        "Billing system replacement", ("plan_not_sound", "risk_without_response", "stale_log", "missing_artefact"), date(2026, 9, 30),
        date(2027, 1, 31), "Nobody has time for the office before the go-live.",
    ),
    Wish(
        "NIS 2 readiness", ("status_not_stated", "missing_artefact", "stale_log"), date(2026, 9, 30), date(2026, 11, 30),
        "The regulator asks for the same every two weeks. We will not write it twice.",
    ),
)  # fmt: skip


def steps(making: Making) -> Iterator[Step]:
    """A look at everything at the end of each month, and the waivers in between."""
    for day in _LOOKED:
        yield _at(day, 17), partial(_look, making)
    for wish in WISHES:
        asked: list[int] = []
        yield _at(wish.asked, 18), partial(_ask, making, wish, asked)
        if wish.decided:
            yield _at(wish.decided, 10), partial(_decide, making, wish, asked)


def _look(making: Making, at: datetime) -> None:
    lint((making.nodes[name] for name in making.leads), at=at)


def _ask(making: Making, wish: Wish, asked: list[int], at: datetime) -> None:
    if wish.project not in making.leads:  # a smaller demo
        return
    node, manager = making.nodes[wish.project], making.leads[wish.project][0]
    unkept = findings_of(actor_id=manager, node_id=node, wanted=Wanted(), at=at, limit=100, offset=0)
    first = next((one for rule in wish.rules for one in unkept if one.rule == rule), None)
    if first is not None:
        asked.append(ask_for_waiver(actor_id=manager, project_id=node, key=first.key, reason=wish.reason, until=wish.until, at=at))


def _decide(making: Making, wish: Wish, asked: list[int], at: datetime) -> None:
    for waiver_id in asked:
        manager = making.leads[wish.project][0]
        judge = next(person for person in who_may_decide(making.nodes[wish.project], GRANT, None) if person != manager)
        decide_waiver(actor_id=judge, waiver_id=waiver_id, grant=wish.grant, reason=wish.answer, until=None, at=at)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)
