"""Comments on rows, and where one is mentioned."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from milepost.apps.org.mails import can_send, send_soon
from milepost.apps.sheets.actions import comment as commenting
from milepost.apps.sheets.mention_mails import letters_about
from milepost.apps.sheets.queries import comments as reading
from milepost.doors.api.auth import Request
from milepost.doors.api.ids import Id
from milepost.doors.api.paging import Paging
from milepost.doors.clock import now

router = Router(tags=["comments"])


class CommentIn(Schema):
    """What is said; `@[name](person id)` in it mentions somebody who may see the row."""

    text: Annotated[str, Field(min_length=1, max_length=commenting.MOST_LETTERS)]


class CommentOut(Schema):
    """A comment; `mine` where you wrote it, and so may change and delete it."""

    id: int
    author_id: int
    author: str
    text: str
    at: datetime
    edited_at: datetime | None
    mine: bool


class CommentsOut(Schema):
    """A page of comments, newest first."""

    items: list[CommentOut]
    next_offset: int | None


class Mentionable(Schema):
    """Somebody who can be mentioned."""

    id: int
    name: str


class MentionablesOut(Schema):
    """People who may see a row, by name."""

    items: list[Mentionable]


class MentionableQuery(Schema):
    """Who is looked for."""

    q: Annotated[str, Field(max_length=100, description="Words of the name.")] = ""


class MentionOut(Schema):
    """Where somebody mentioned you; `path` are the names from the root to the node of the sheet, `kind` is the sheet's."""

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


class MentionsOut(Schema):
    """How many you have not seen, and a page of all, newest first."""

    unread: int
    items: list[MentionOut]
    next_offset: int | None


class MentionsReadIn(Schema):
    """The comments that you have seen."""

    comment_ids: Annotated[list[Id], Field(max_length=1000)]


_ROW = "/sheets/{sheet_id}/rows/{row_id}"


@router.get(f"{_ROW}/comments", response=CommentsOut, operation_id="list_comments")
def list_comments(request: Request, sheet_id: Id, row_id: Id, query: Query[Paging]) -> dict[str, Any]:
    """What was said about a row."""
    found = reading.comments_on(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, **query.ask)
    page, next_offset = query.cut(found)
    return {"items": [asdict(one) for one in page], "next_offset": next_offset}


@router.post(f"{_ROW}/comments", response={201: CommentOut}, operation_id="make_comment")
def post_comment(request: Request, sheet_id: Id, row_id: Id, body: CommentIn) -> dict[str, Any]:
    """Say something about a row. Who is mentioned is told."""
    made = commenting.make_comment(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, text=body.text, at=now())
    _tell(request, made)
    return asdict(reading.comment_told(request.auth.id, made.comment))


@router.get(f"{_ROW}/mentionable", response=MentionablesOut, operation_id="list_mentionable")
def list_mentionable(request: Request, sheet_id: Id, row_id: Id, query: Query[MentionableQuery]) -> dict[str, Any]:
    """Up to twenty people who may see a row, and so may be mentioned there."""
    found = reading.people_to_mention(actor_id=request.auth.id, sheet_id=sheet_id, row_id=row_id, q=query.q)
    return {"items": [{"id": pk, "name": name} for pk, name in found]}


@router.patch("/comments/{comment_id}", response=CommentOut, operation_id="change_comment")
def patch_comment(request: Request, comment_id: Id, body: CommentIn) -> dict[str, Any]:
    """Say what you said in other words."""
    changed = commenting.change_comment(actor_id=request.auth.id, comment_id=comment_id, text=body.text, at=now())
    _tell(request, changed)
    return asdict(reading.comment_told(request.auth.id, changed.comment))


@router.delete("/comments/{comment_id}", response={204: None}, operation_id="delete_comment")
def delete_comment(request: Request, comment_id: Id) -> None:
    """Put a comment of yours into the bin."""
    commenting.delete_comment(actor_id=request.auth.id, comment_id=comment_id, at=now())


@router.get("/mentions", response=MentionsOut, operation_id="list_mentions")
def list_mentions(request: Request, query: Query[Paging]) -> dict[str, Any]:
    """Where you were mentioned, on rows that you may see."""
    unread, found = reading.mentions_of(actor_id=request.auth.id, limit=query.ask["limit"], offset=query.ask["offset"])
    page, next_offset = query.cut(found)
    return {"unread": unread, "items": [asdict(one) for one in page], "next_offset": next_offset}


@router.post("/mentions/read", response={204: None}, operation_id="read_mentions")
def post_read(request: Request, body: MentionsReadIn) -> None:
    """Note that you have seen these comments."""
    commenting.read_mentions(actor_id=request.auth.id, comment_ids=body.comment_ids, at=now())


def _tell(request: Request, said: commenting.Said) -> None:
    """Mail those who are mentioned, where mail leaves from here; what was said stands already, whatever becomes of the mail."""
    letters = letters_about(said, origin=request.build_absolute_uri("/").rstrip("/")) if said.mentioned and can_send() else []
    if letters:
        send_soon(letters)
