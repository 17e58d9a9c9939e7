"""Where somebody was mentioned and has not looked yet."""

from __future__ import annotations

from collections.abc import Iterator

from milepost.apps.practice.expecting.words import Asker, Expectation, Why, name
from milepost.apps.sheets.queries.comments import MentionRow, mentions_of

_MOST = 100


def mentions(asker: Asker) -> Iterator[Expectation]:
    """One for each unseen mention, the newest first, at most a hundred. Five queries."""
    _, found = mentions_of(actor_id=asker.person_id, limit=_MOST, offset=0, unseen=True)
    for one in found:
        yield Expectation(
            kind="mention",
            id=f"mention:{one.comment_id}",
            node_id=one.node_id,
            path="",
            title=name(one.row or one.sheet),
            due=None,
            why=Why("mentioned", {"by": one.author, "text": one.text, "comment": one.comment_id}),
            does=_address(one),
            verb="read",
            data={"sheet": one.sheet, "at": one.at.isoformat(), "names": one.path},
        )


def _address(one: MentionRow) -> str:
    if one.kind == "plan":
        return f"/projects/{one.node_id}/plan?row={one.row_id}&panel=true"
    return f"/sheet/{one.sheet_id}?row=%22{one.sheet_id}.{one.row_id}%22&panel=true"
