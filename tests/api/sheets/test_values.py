"""A value that fits is kept in the form of its column; one that does not is kept as typed, marked, with the reason."""

from __future__ import annotations

import pytest
from tests.api.sheets.conftest import GARDEN, Opened
from tests.cast import Cast

from milepost.apps.sheets.values import Surroundings, fit
from milepost.engines.sheet import Column
from milepost.kernel.durations import DayLength


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("name", 12, "12"),
        ("name", "  ", None),
        ("name", "b\ud800", "b?"),
        ("amount", "12.50", 12.5),
        ("amount", "12,5", 12.5),
        ("amount", "0,250", 0.25),
        ("amount", "1'000", 1000),
        ("amount", "40 %", 40),
        ("amount", 12.0, 12),
        ("due", "2026-03-02", "2026-03-02"),
        ("due", "2026-03-02T08:00", "2026-03-02"),
        ("at", "2026-03-02", "2026-03-02T00:00"),
        ("at", "2026-03-02 08:00:30", "2026-03-02T08:00:30"),
        ("length", "3d", 3 * 8 * 3600),
        ("length", 3600, 3600),
        ("length", "2ed?", {"seconds": 2 * 86400, "elapsed": True, "estimated": True}),
        ("length", {"seconds": 60, "elapsed": False}, {"seconds": 60, "elapsed": False}),
        ("paid", "Yes", True),
        ("paid", 0, False),
        ("size", "large", "Large"),
        ("payer", "Bob", "bob"),
        ("payer", "alice@example.org", "alice"),
        ("after", "12FS+2d", "12FS+2d"),
        ("after", [{"row": 1}], [{"row": 1}]),
        ("after", [], None),
    ],
)
def test_a_value_that_fits(opened: Opened, cast: Cast, key: str, typed: object, kept: object) -> None:
    bob = opened(cast.bob)
    if key == "payer":
        kept = getattr(cast, str(kept)).pk
    answer = bob.set(GARDEN, **{key: typed})
    assert answer["deltas"][str(GARDEN)][key] == kept
    assert bob.rows()[GARDEN].get(key) == kept


@pytest.mark.parametrize(
    ("key", "typed", "reason"),
    [
        ("amount", "a lot", "a lot is not a number."),
        ("amount", True, "This is not a number."),
        ("amount", "inf", "inf is not a number."),
        ("amount", "1e999", "1e999 is not a number."),
        ("amount", "1,250", "1,250 could mean 1250 or 1.250: write one of them."),
        ("amount", -1, "This must be at least 0."),
        ("amount", "1_000", "1_000 is not a number."),
        ("name", ["x"], "This is not text."),
        ("due", "32.13.2026", "32.13.2026 is not a date and time: write for example 2026-03-02 or 2026-03-02T08:00."),
        ("due", "9999-12-31", "9999-12-31 is too far away: plans know the years 1900 to 2399."),
        ("due", 5, "This is not a date."),
        ("at", "2026-03-02T08:00Z", "2026-03-02T08:00Z is not a date and time: write for example 2026-03-02 or 2026-03-02T08:00."),
        ("length", "soon", "soon is not a duration: write for example 3d, 1w 2d, 4h, 90m or 2ed (elapsed days)."),
        ("length", [1], "This is not a duration."),
        ("paid", "perhaps", "perhaps is neither yes nor no."),
        ("size", "Huge", "Huge is not one of: Small, Large."),
        ("payer", "Nemo", "Nemo is nobody here."),
        pytest.param("payer", "9" * 5_000, f"{'9' * 5_000} is nobody here.", id="payer-digits"),
        ("payer", "Charlie", "Charlie is nobody here."),
        ("after", 7, "This is not a list."),
    ],
)
def test_a_value_that_does_not_fit_stays_as_typed(opened: Opened, cast: Cast, key: str, typed: object, reason: str) -> None:
    bob = opened(cast.bob)
    bob.set(GARDEN, **{key: typed})
    assert bob.rows()[GARDEN][key] == {"raw": typed, "problem": reason}


@pytest.mark.parametrize(("typed", "kept"), [("1,250,000", 1_250_000), ("−1,250.5", -1250.5), ("1e3", 1000), (".5", 0.5)])
def test_numbers_as_people_write_them(typed: str, kept: float) -> None:
    assert fit(Column("n", "N", "number"), typed, Surroundings(DayLength(), lambda named: None)) == kept


def test_a_marked_value_that_is_sent_back_is_read_anew(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.set(GARDEN, amount={"raw": "17", "problem": "whatever"})
    assert bob.rows()[GARDEN]["amount"] == 17


def test_not_a_number_is_no_trap(opened: Opened, cast: Cast, as_) -> None:
    bob = opened(cast.bob)
    body = f'{{"ops": [{{"op": "set", "row": {GARDEN}, "cells": {{"amount": NaN, "after": [NaN]}}}}]}}'
    answer = as_(cast.bob).patch(f"/api/v1/sheets/{bob.sheet_id}", body, content_type="application/json")
    assert answer.status_code in (200, 400, 422)
    assert "NaN" not in as_(cast.bob).get(f"/api/v1/sheets/{bob.sheet_id}").content.decode()


def test_a_day_is_as_long_as_the_sheet_says(opened: Opened, cast: Cast) -> None:
    bob = opened(cast.bob)
    bob.edit({"op": "settings", "values": {"minutes_per_day": 600}})
    bob.set(GARDEN, length="1d")
    assert bob.rows()[GARDEN]["length"] == 36_000
