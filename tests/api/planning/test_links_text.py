"""Predecessors as people type them."""

from __future__ import annotations

import pytest

from milepost.apps.planning.links_text import BadLink, NoSuchRow, parse_links
from milepost.kernel.durations import BadDuration, DayLength

DAY = 28800
IDS = [11, 22, 33, 44]


def link(row: int, kind: str = "FS", lag: float = 0, lag_unit: str = "work") -> dict:
    return {"row": row, "kind": kind, "lag": lag, "lag_unit": lag_unit}


@pytest.mark.parametrize(
    ("typed", "links"),
    [
        ("1", [link(11)]),
        ("1;2", [link(11), link(22)]),
        ("1, 2", [link(11), link(22)]),
        ("2ss", [link(22, "SS")]),
        ("3FS+2d; 4FF-1d", [link(33, lag=2 * DAY), link(44, "FF", -DAY)]),
        ("3 FS + 1,5d, 4", [link(33, lag=DAY * 3 // 2), link(44)]),
        ("1+3ed", [link(11, lag=3 * 86400, lag_unit="elapsed")]),
        ("1SF-4h", [link(11, "SF", -4 * 3600)]),
        ("2SS+50%", [link(22, "SS", 50, "percent")]),
        ("", []),
    ],
)
def test_what_is_typed_is_what_is_meant(typed: str, links: list[dict]) -> None:
    assert parse_links(typed, IDS, DayLength()) == links


@pytest.mark.parametrize(
    ("typed", "error"), [("9", NoSuchRow), ("0", NoSuchRow), ("one", BadLink), ("1FS+", BadLink), ("1FS+2x", BadDuration)]
)
def test_what_fits_nothing_says_why(typed: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse_links(typed, IDS, DayLength())
