"""The demo's tree and its fourteen planned projects: where each stands, how it fares and what its manager says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from milepost.doors.cli.demo.truth import Conduct

ORGANISATION = "Aldermoor Utilities"
DEMO_DAY = date(2026, 10, 5)  # a Monday; the last status date is the Friday before
LAST_REPORT = date(2026, 10, 2)
CURRENCY = "EUR"
ZONE = "Europe/Vienna"


@dataclass(frozen=True, slots=True)
class Place:
    """A unit, portfolio or programme; `parent` is the name of the place above, empty below the organisation."""

    kind: str
    name: str
    parent: str = ""


PLACES = (
    Place("unit", "Networks"),
    Place("portfolio", "Infrastructure renewal", "Networks"),
    Place("programme", "Water 2030", "Infrastructure renewal"),
    Place("programme", "Grid reinforcement", "Infrastructure renewal"),
    Place("unit", "Customer and Digital"),
    Place("portfolio", "Digital utility", "Customer and Digital"),
    Place("programme", "Customer platform", "Digital utility"),
    Place("programme", "Security and compliance", "Digital utility"),
    Place("unit", "Corporate Services"),
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a manager said of a project on a day."""

    day: date
    colour: str
    reason: str


@dataclass(frozen=True, slots=True)
class Project:
    """A project: its outline in `plans/`, where it hangs, when it starts, and its story.

    `reports_until` is when its manager last reported; `every` how many weeks lie between two reports; `manager` an index into the
    project managers among the people.
    """

    outline: str
    code: str
    name: str
    parent: str
    start: date
    manager: int
    conduct: Conduct
    every: int = 1
    baseline: bool = True
    reports_until: date = LAST_REPORT
    books_costs: bool = True
    statements: tuple[Statement, ...] = ()


PROJECTS = (
    Project(
        "pumping", "W-101", "Reservoir Hill pumping station", "Water 2030", date(2026, 2, 2), 0,
        Conduct(pace=1.1, dear=0.98, drags={"Council decides": 1.35}), every=2,
        statements=(
            Statement(date(2026, 5, 8), "G", "Design runs ahead of the consent."),
            Statement(date(2026, 8, 14), "A", "The council took three weeks longer than it had said."),
        ),
    ),
    Project(
        "mains", "W-102", "Eastgate mains replacement", "Water 2030", date(2026, 3, 2), 1,
        Conduct(pace=0.99, spread=0.2, dear=0.99), every=2,
        statements=(Statement(date(2026, 9, 18), "G", "Nine streets are in service and the crew keeps its rhythm."),),
    ),
    Project(
        "sensors", "W-103", "Leak detection sensors", "Water 2030", date(2026, 1, 19), 2, Conduct(pace=0.98, dear=0.97),
        statements=(Statement(date(2026, 9, 25), "G", "Only the savings report is left."),),
    ),
    Project(
        "filters", "W-104", "Treatment works filter upgrade", "Water 2030", date(2026, 3, 9), 3,
        Conduct(pace=0.98, spread=0.08, dear=1.31), every=2,
        statements=(
            Statement(date(2026, 6, 12), "A", "The pilot needed a second set of membranes."),
            Statement(date(2026, 9, 11), "R", "Old concrete is worse than the survey showed. The budget will not hold."),
        ),
    ),
    Project(
        "substation", "G-201", "Haverley substation", "Grid reinforcement", date(2026, 2, 16), 4,
        Conduct(pace=1.12, dear=1.02, drags={"Buy the plot": 2.1, "Building consent": 1.5, "Manufacture transformer": 1.4}), every=2,
        statements=(
            Statement(date(2026, 4, 10), "A", "The owner of the plot hesitates."),
            Statement(date(2026, 7, 3), "R", "The plot was bought two months late; all consents follow it."),
        ),
    ),
    Project(
        "meters", "G-202", "Smart meter rollout, phase 2", "Grid reinforcement", date(2026, 3, 16), 5,
        Conduct(pace=0.97, spread=0.2, dear=1.01), every=2,
        statements=(Statement(date(2026, 9, 4), "G", "Fitters are a week ahead in Uplands."),),
    ),
    Project(
        "charging", "G-203", "Charging corridor for electric cars", "Grid reinforcement", date(2026, 6, 1), 6, Conduct(pace=1.1),
        baseline=False,
    ),
    Project(
        "billing", "C-301", "Billing system replacement", "Customer platform", date(2026, 2, 9), 7,
        Conduct(pace=1.42, dear=1.12, drags={"Clean addresses": 1.9, "Configure and code": 1.5}), every=2,
        statements=(
            Statement(date(2026, 4, 17), "G", "The team is complete and works well together."),
            Statement(date(2026, 7, 24), "G", "Design is nearly agreed. We will catch up in the build."),
            Statement(date(2026, 9, 25), "G", "Confident of the go-live date."),
        ),
    ),
    Project(
        "portal", "C-302", "Customer portal relaunch", "Customer platform", date(2026, 4, 20), 8,
        Conduct(pace=1.1, dear=1.0, drags={"Identity and single": 1.5}),
        statements=(Statement(date(2026, 9, 18), "A", "Single sign-on cost us two weeks."),),
    ),
    Project(
        "move", "C-303", "Contact centre move", "Customer platform", date(2026, 5, 4), 2, Conduct(pace=0.97, spread=0.1, dear=0.98),
        statements=(Statement(date(2026, 9, 18), "G", "Everybody sits in the new rooms."),),
    ),
    Project(
        "iso", "S-401", "Information security certification", "Security and compliance", date(2026, 3, 23), 1,
        Conduct(pace=0.99, dear=1.0),
    ),
    Project(
        "nis", "S-402", "NIS 2 readiness", "Security and compliance", date(2026, 4, 13), 6, Conduct(pace=1.15, dear=1.05),
        reports_until=date(2026, 8, 28),
        statements=(Statement(date(2026, 8, 28), "A", "Two plants have no window for the network change."),),
    ),
    Project(
        "privacy", "S-403", "Meter data privacy review", "Security and compliance", date(2026, 11, 2), 8, Conduct(),
        books_costs=False,
    ),
    Project(
        "headquarters", "H-501", "Headquarters refurbishment", "Corporate Services", date(2026, 3, 2), 3,
        Conduct(pace=1.0, spread=0.1, dear=1.11), every=2,
        statements=(Statement(date(2026, 9, 11), "A", "Asbestos on two floors more than expected. We hold the date."),),
    ),
)  # fmt: skip
