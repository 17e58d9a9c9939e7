"""What was said about a row, by whom, and where one was mentioned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from milepost.apps.org.access import path_names, scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.queries.names import names_of
from milepost.apps.org.queries.rights import people_at
from milepost.apps.sheets.models import Comment, Mention, Row
from milepost.apps.sheets.row_access import row_for
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.apps.sheets.writing.store import columns_of

_MOST_OFFERED = 20


@dataclass(frozen=True, slots=True)
class CommentRow:
    """A comment; `mine` where its reader wrote it and so may change it."""

    id: int
    author_id: int
    author: str
    text: str
    at: datetime
    edited_at: datetime | None
    mine: bool


@dataclass(frozen=True, slots=True)
class MentionRow:
    """Where somebody was mentioned; `path` are the names from the root to the node of the sheet."""

    comment_id: int
    sheet_id: int
    sheet: str
    kind: str
    row_id: int
    row: str
    node_id: int
    path: list[str]
    author_id: int
    author: str
    text: str
    at: datetime
    read: bool


def comments_on(*, actor_id: int, sheet_id: int, row_id: int, limit: int, offset: int) -> list[CommentRow]:
    """The comments on a row, newest first. Raises NotFound."""
    row_for(actor_id, sheet_id, row_id)
    found = Comment.objects.filter(sheet_id=sheet_id, row_id=row_id, deleted_at=None).order_by("-at", "-id")
    return _told(actor_id, list(found[offset : offset + limit]))


def comment_told(actor_id: int, comment: Comment) -> CommentRow:
    """One comment that its reader was just given."""
    return _told(actor_id, [comment])[0]


def people_to_mention(*, actor_id: int, sheet_id: int, row_id: int, q: str) -> list[tuple[int, str]]:
    """Id and name of up to twenty people who may see the row, by name. Raises NotFound, and NotAllowed without the right to comment or
    to the directory."""
    sheet = row_for(actor_id, sheet_id, row_id, Capability.COMMENT)
    known = people_at(actor_id, sheet.node_id)
    words = q.casefold().split()
    found = [(pk, name) for pk, name in known.items() if all(word in name.casefold() for word in words)]
    return sorted(found, key=lambda one: (one[1].casefold(), one[0]))[:_MOST_OFFERED]


def mentions_of(*, actor_id: int, limit: int, offset: int, unseen: bool = False) -> tuple[int, list[MentionRow]]:
    """How many mentions of a person they have not seen, and a page of all, newest first; only on rows that they may see now.

    With `unseen` the page has only those that they have not seen.
    """
    here = Row.objects.filter(sheet_id=OuterRef("comment__sheet_id"), row_id=OuterRef("comment__row_id"), deleted_seq=None)
    seen = scope_of(actor_id).condition("comment__sheet__node__")
    mine = Mention.objects.filter(seen, Exists(here), person_id=actor_id, comment__deleted_at=None, comment__sheet__deleted_at=None)
    unread = mine.filter(read_at=None).count()
    wanted = mine.filter(read_at=None) if unseen else mine
    page = wanted.select_related("comment__sheet__node").order_by("-comment__at", "-comment_id")[offset : offset + limit]
    return unread, _mentions(list(page))


def _told(actor_id: int, found: list[Comment]) -> list[CommentRow]:
    names = names_of({one.author_id for one in found})
    return [
        CommentRow(one.pk, one.author_id, names.get(one.author_id, ""), one.text, one.at, one.edited_at, one.author_id == actor_id)
        for one in found
    ]


def _mentions(found: list[Mention]) -> list[MentionRow]:
    comments = [one.comment for one in found]
    names = names_of({one.author_id for one in comments})
    ways = path_names([one.sheet.node.path for one in comments])
    rows = _row_names(comments)
    return [
        MentionRow(
            comment_id=comment.pk,
            sheet_id=comment.sheet_id,
            sheet=comment.sheet.name,
            kind=comment.sheet.kind,
            row_id=comment.row_id,
            row=rows[comment.sheet_id, comment.row_id],
            node_id=comment.sheet.node_id,
            path=[name for _, name, _ in ways[comment.sheet.node.path]],
            author_id=comment.author_id,
            author=names.get(comment.author_id, ""),
            text=comment.text,
            at=comment.at,
            read=mention.read_at is not None,
        )
        for mention, comment in zip(found, comments, strict=True)
    ]


def _row_names(comments: list[Comment]) -> dict[tuple[int, int], str]:
    keys = {one.sheet_id: primary_key(columns_of(one.sheet)) for one in comments}
    wanted = {one.row_id for one in comments}
    cells = Row.objects.filter(sheet_id__in=keys, row_id__in=wanted).values_list("sheet_id", "row_id", "cells")
    return {(sheet, row): row_name(given, keys[sheet]) for sheet, row, given in cells}
