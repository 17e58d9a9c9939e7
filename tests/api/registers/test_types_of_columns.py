"""How typed values are fitted to their columns: what is read, what could mean two things, what is kept as typed."""

from __future__ import annotations

from typing import Any

import pytest

from milepost.apps.sheets.values import Surroundings, fit
from milepost.engines.sheet import Column

PEOPLE = {"alice": 1, "bob": 2, 1: 1, 2: 2}
ROWS = {"fire": (7, 70), "flood, or worse": (7, 71)}


def row_named(column: Column, named: Any) -> tuple[int, int] | None:
    if isinstance(named, dict):
        ref = (named.get("sheet"), named.get("row"))
        return ref if ref in ROWS.values() else None
    return ROWS.get(str(named).casefold())


AROUND = Surroundings(
    person=lambda named: PEOPLE.get(named.lower() if isinstance(named, str) else named), row=row_named, file=lambda one: one == 5
)
CHOICES = {"choices": ["todo", "a, b", "done"], "labels": {"todo": {"en": "To do", "de": "Zu tun"}, "done": "Finished"}}


def fitted(type_: str, value: Any, **options: Any) -> Any:
    return fit(Column("x", "X", type_, options=options), value, AROUND)


@pytest.mark.parametrize(
    ("type_", "options", "typed", "kept"),
    [
        ("money", {}, "€ 1.200,50", 1200.5),
        ("money", {}, "1,200.50 USD", 1200.5),
        ("money", {"currency": "EUR"}, "EUR 12", 12),
        ("money", {}, "(1,200.00)", -1200),
        ("money", {}, "-5 €", -5),
        ("money", {}, "12.34567", 12.3457),
        ("money", {}, "1.000.000", 1_000_000),
        ("percent", {}, "0,5 %", 0.5),
        ("percent", {"max": 200}, 150, 150),
        ("date", {}, "02.03.2026", "2026-03-02"),
        ("date", {}, "2. März 2026", "2026-03-02"),
        ("date", {}, "2 Mar 2026", "2026-03-02"),
        ("date", {}, "March 2, 2026", "2026-03-02"),
        ("date", {}, "13/02/2026", "2026-02-13"),
        ("date", {}, "02/13/2026", "2026-02-13"),
        ("date", {}, "05/05/2026", "2026-05-05"),
        ("datetime", {}, "02.03.2026 14:30", "2026-03-02T14:30"),
        ("choice", CHOICES, "zu tun", "todo"),
        ("choice", CHOICES, "FINISHED", "done"),
        ("choices", CHOICES, "done; To do", ["todo", "done"]),
        ("choices", CHOICES, "A, B", ["a, b"]),
        ("choices", CHOICES, ["done", "done"], ["done"]),
        ("symbol", {"choices": ["G", "A"], "labels": {"G": {"en": "Green", "de": "Grün"}}}, "grün", "G"),
        ("symbol", {"choices": ["0", "25"]}, 25, "25"),
        ("check", {}, "Ja", True),
        ("person", {}, "Bob", 2),
        ("people", {}, "Alice; bob, alice", [1, 2]),
        ("people", {}, [2], [2]),
        ("link", {}, "Fire", [{"sheet": 7, "row": 70}]),
        ("link", {}, "Flood, or worse", [{"sheet": 7, "row": 71}]),
        ("link", {"several": True}, [{"sheet": 7, "row": 71}, {"sheet": 7, "row": 70}], [{"sheet": 7, "row": 71}, {"sheet": 7, "row": 70}]),
        ("file", {}, [5], [5]),
        ("url", {}, "www.example.org/a?b", "https://www.example.org/a?b"),
        ("url", {}, "mailto:a@example.org", "mailto:a@example.org"),
        ("text", {}, 12, "12"),
        ("people", {}, [], None),
        ("choices", CHOICES, "  ", None),
    ],
)
def test_what_is_read(type_: str, options: dict[str, Any], typed: Any, kept: Any) -> None:
    assert fitted(type_, typed, **options) == kept


@pytest.mark.parametrize(
    ("type_", "options", "typed", "problem"),
    [
        ("money", {"currency": "EUR"}, "12 USD", "12 USD is not in EUR."),
        ("money", {}, "1.250", "1.250 could mean 1250 or 1,250: write one of them."),
        ("money", {}, "a lot", "a lot is not a number."),
        ("percent", {}, 140, "This must be between 0 and 100."),
        ("number", {"max": 3}, 4, "This must be at most 3."),
        ("date", {}, "03/02/2026", "03/02/2026 could mean 2026-03-02 or 2026-02-03: write one of them."),
        ("date", {}, "30.02.2026", "30.02.2026 is not a date and time: write for example 2026-03-02 or 2026-03-02T08:00."),
        ("date", {}, "2 Smarch 2026", "2 Smarch 2026 is not a date and time: write for example 2026-03-02 or 2026-03-02T08:00."),
        ("choices", CHOICES, "todo, huge", "huge is not one of: todo, a, b, done."),
        ("choice", CHOICES, ["todo"], "This is not one choice."),
        ("people", {}, "Alice, Nemo", "Nemo is nobody here."),
        ("link", {}, [{"sheet": 7, "row": 70}, {"sheet": 7, "row": 71}], "Only one row fits here."),
        ("link", {}, [{"sheet": 1, "row": 1}], "There is no such row."),
        ("link", {}, {"sheet": "x"}, "There is no such row."),
        ("link", {}, 5, "There is no row called 5."),
        ("file", {}, [6], "There is no such file in this sheet."),
        ("file", {}, "a.pdf", "There is no such file in this sheet."),
        ("url", {}, "javascript:alert(1)", "This is not a web address: write for example https://example.org/page."),
        ("url", {}, "data:text/html,x", "This is not a web address: write for example https://example.org/page."),
        ("people", {}, list(range(300)), "At most 200 fit here."),
    ],
)
def test_what_does_not_fit_is_kept_with_the_reason(type_: str, options: dict[str, Any], typed: Any, problem: str) -> None:
    assert fitted(type_, typed, **options) == {"raw": typed, "problem": problem}


def test_the_style_of_a_list_decides_what_a_date_means() -> None:
    column = Column("x", "X", "date")
    assert fit(column, "03/02/2026", Surroundings(day_first=True)) == "2026-02-03"
    assert fit(column, "03/02/2026", Surroundings(day_first=False)) == "2026-03-02"


def test_who_is_named_already_may_stay() -> None:
    around = Surroundings(person=lambda named: None).keeping([9, {"sheet": 1, "row": 2}])
    assert fit(Column("x", "X", "people"), [9], around) == [9]
    assert fit(Column("x", "X", "link"), [{"sheet": 1, "row": 2}], around) == [{"sheet": 1, "row": 2}]
    assert "problem" in fit(Column("x", "X", "people"), [8], around)
