"""The mails to whom a comment mentions: made after the commit, of what each of them may see at that moment."""

from __future__ import annotations

from milepost.apps.org.access import scope_of
from milepost.apps.org.factors import owes_factor
from milepost.apps.org.mails import Letter
from milepost.apps.org.models import Person
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.org.queries.names import names_of
from milepost.apps.sheets.actions.comment import MENTION, Said
from milepost.apps.sheets.models import Comment, Row, Sheet
from milepost.apps.sheets.row_names import primary_key, row_name
from milepost.apps.sheets.writing.store import columns_of

_PLAN = "plan"


def letters_about(said: Said, *, origin: str) -> list[Letter]:
    """A letter for each whom the comment mentions newly, who wants mails and may see the row now; `origin` is the server's own address,
    such as `https://milepost.example`. None where the row or the comment is gone already."""
    comment = Comment.objects.filter(id=said.comment.pk, deleted_at=None).first()
    sheet = Sheet.objects.select_related("node").filter(id=said.comment.sheet_id).first()
    row = Row.objects.filter(sheet_id=said.comment.sheet_id, row_id=said.comment.row_id, deleted_seq=None).first()
    if not said.mentioned or comment is None or sheet is None or row is None:
        return []
    by = names_of([comment.author_id]).get(comment.author_id, "")
    about = " · ".join(filter(None, (row_name(row.cells, primary_key(columns_of(sheet))), sheet.name)))
    text, link, organisation = MENTION.sub(r"@\1", comment.text), origin + _way_to(sheet, row.row_id), organisation_or_default().name
    people = Person.objects.filter(id__in=said.mentioned, is_active=True, mention_mails=True).order_by("id")
    told = [one for one in people if scope_of(one.pk).allows(sheet.node.path) and not owes_factor(one.pk)]
    return [Letter("mention", one.email, link, one.locale, organisation, by=by, about=about, said=text) for one in told]


def _way_to(sheet: Sheet, row_id: int) -> str:
    """A plan has a page of its own; every other sheet is a register, which names a row in text: `"sheet.row"`."""
    if sheet.kind == _PLAN:
        return f"/projects/{sheet.node_id}/plan?row={row_id}"
    return f"/sheet/{sheet.pk}?row=%22{sheet.pk}.{row_id}%22&panel=true"
