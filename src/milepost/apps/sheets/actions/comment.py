"""Say something about a row, change it, take it back, and mention people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from milepost.apps.org.access import scope_of
from milepost.apps.org.capabilities import Capability
from milepost.apps.sheets.actions.restore_row import bring_row_home
from milepost.apps.sheets.errors import CommentEmpty, MentionOutside, TooMuch
from milepost.apps.sheets.events import COMMENT_CHANGED, COMMENT_DELETED, COMMENT_MADE, COMMENT_RESTORED
from milepost.apps.sheets.models import Comment, Mention, Sheet
from milepost.apps.sheets.row_access import own_comment, row_for
from milepost.apps.sheets.search.index import COMMENT, forget, index_comment
from milepost.apps.trail.actions.record import record
from milepost.apps.trail.kinds import EventKind
from milepost.kernel.errors import NotFound

MOST_LETTERS = 10_000
_MOST_MENTIONS = 30
MENTION = re.compile(r"@\[([^\]\n]{1,200})\]\((\d{1,16})\)")
"""How somebody is mentioned in a text: their name, and their id."""


@dataclass(frozen=True, slots=True)
class Said:
    """A comment as it was written, and the ids of those whom it mentions now and did not before, but its author."""

    comment: Comment
    mentioned: tuple[int, ...]


@transaction.atomic
def make_comment(*, actor_id: int, sheet_id: int, row_id: int, text: str, at: datetime) -> Said:
    """Say something about a row. Text is plain; `@[name](person id)` mentions somebody, who is told.

    Raises NotFound, NotAllowed, CommentEmpty, TooMuch, and MentionOutside for somebody who may not see the row.
    """
    sheet = row_for(actor_id, sheet_id, row_id, Capability.COMMENT)
    said, mentioned = _checked(text, sheet)
    comment = Comment.objects.create(sheet_id=sheet_id, row_id=row_id, author_id=actor_id, text=said, at=at)
    index_comment(comment)
    told = _mention(comment, mentioned)
    _record(COMMENT_MADE, comment, sheet, at, mentions=sorted(mentioned))
    return Said(comment, told)


@transaction.atomic
def change_comment(*, actor_id: int, comment_id: int, text: str, at: datetime) -> Said:
    """Say it in other words. Who is mentioned for the first time is told; who is mentioned no longer is not. Raises as `make_comment`
    does, and NotAllowed for what somebody else said."""
    comment, sheet = own_comment(actor_id, comment_id)
    said, mentioned = _checked(text, sheet)
    if said == comment.text:
        return Said(comment, ())
    comment.text, comment.edited_at = said, at
    comment.save(update_fields=["text", "edited_at"])
    index_comment(comment)
    Mention.objects.filter(comment=comment).exclude(person_id__in=mentioned).delete()
    told = _mention(comment, mentioned)
    _record(COMMENT_CHANGED, comment, sheet, at, mentions=sorted(mentioned))
    return Said(comment, told)


@transaction.atomic
def delete_comment(*, actor_id: int, comment_id: int, at: datetime) -> None:
    """Put a comment of one's own into the bin. Raises NotFound, and NotAllowed for what somebody else said."""
    comment, sheet = own_comment(actor_id, comment_id)
    comment.deleted_at = at
    comment.save(update_fields=["deleted_at"])
    forget(COMMENT, sheet.pk, comment.row_id, comment.pk)
    _record(COMMENT_DELETED, comment, sheet, at)


@transaction.atomic
def restore_comment(*, actor_id: int, comment_id: int, at: datetime, above: bool = False) -> None:
    """Take a comment of one's own out of the bin. With `above` a row, sheet or node over it is restored first.

    Raises NotFound for a comment that is not in the bin or not one's own, and AboveInBin.
    """
    comment = Comment.objects.select_for_update().filter(id=comment_id, author_id=actor_id).exclude(deleted_at=None).first()
    if comment is None:
        raise NotFound(what="comment")
    sheet = bring_row_home(actor_id=actor_id, sheet_id=comment.sheet_id, row_id=comment.row_id, at=at, above=above, what="comment")
    comment.deleted_at = None
    comment.save(update_fields=["deleted_at"])
    index_comment(comment)
    _record(COMMENT_RESTORED, comment, sheet, at)


@transaction.atomic
def read_mentions(*, actor_id: int, comment_ids: list[int], at: datetime) -> None:
    """Mark that the person has seen where these comments mention them; nothing for comments that do not."""
    Mention.objects.filter(person_id=actor_id, comment_id__in=comment_ids, read_at=None).update(read_at=at)


def _checked(text: str, sheet: Sheet) -> tuple[str, set[int]]:
    said = text.strip()
    if not any(letter.isprintable() and not letter.isspace() for letter in said):
        raise CommentEmpty
    if len(said) > MOST_LETTERS:
        raise TooMuch(most=MOST_LETTERS, what="letters of a comment")
    named = {int(number): name for name, number in MENTION.findall(said)}
    if len(named) > _MOST_MENTIONS:
        raise TooMuch(most=_MOST_MENTIONS, what="mentions")
    for person_id, name in named.items():
        if not scope_of(person_id).allows(sheet.node.path):
            raise MentionOutside(name=name)
    return said, set(named)


def _mention(comment: Comment, people: set[int]) -> tuple[int, ...]:
    """Those who are mentioned for the first time. Whoever mentions themselves need not be told."""
    known = set(Mention.objects.filter(comment=comment).values_list("person_id", flat=True))
    fresh = sorted(people - known - {comment.author_id})
    Mention.objects.bulk_create([Mention(comment=comment, person_id=one) for one in fresh], ignore_conflicts=True)
    return tuple(fresh)


def _record(kind: EventKind, comment: Comment, sheet: Sheet, at: datetime, *, mentions: list[int] | None = None) -> None:
    data = {"row": comment.row_id, "comment": comment.pk, **({"mentions": mentions} if mentions else {})}
    record(kind, actor_id=comment.author_id, at=at, node_id=sheet.node_id, sheet_id=sheet.pk, data=data)
