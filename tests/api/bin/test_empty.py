"""Empty the bin: what is long there is deleted for good, the rest and the trail stay."""

from __future__ import annotations

import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from tests.api.sheets.conftest import GARDEN, HOUSE, WALLS
from tests.cast import NOW, Cast

from milepost.apps.org.actions.delete_node import delete_node, restore_node
from milepost.apps.org.models import Node
from milepost.apps.sheets.actions.attach_file import attach_file, delete_file
from milepost.apps.sheets.actions.bin_sheet import delete_sheet
from milepost.apps.sheets.actions.comment import delete_comment, make_comment
from milepost.apps.sheets.actions.empty_bin import Emptied, empty_bin
from milepost.apps.sheets.actions.uploads import store_upload
from milepost.apps.sheets.models import Comment, File, Row, Sheet
from milepost.apps.trail.models import Event
from milepost.doors.clock import real_now

LATER = NOW + timedelta(days=100)


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path: Path) -> None:
    settings.MILEPOST_DATA_DIR = tmp_path


def empty(dry_run: bool = False, days: int = 90) -> Emptied:
    return empty_bin(before=LATER - timedelta(days=days), at=LATER, clock=real_now() + timedelta(hours=2), dry_run=dry_run)


def attached(cast: Cast, sheet_id: int, row: int, data: bytes = b"x" * 1000) -> File:
    alice = cast.alice.pk
    upload = store_upload(actor_id=alice, name="x.bin", read=io.BytesIO(data).read, length=len(data), at=real_now())
    return attach_file(actor_id=alice, sheet_id=sheet_id, row_id=row, upload_id=upload.pk, at=NOW, uploaded_at=real_now())


def contents() -> int:
    return len(list((Path(settings.MILEPOST_DATA_DIR) / "files").glob("*/*")))


def test_rows_go_with_what_was_said_and_attached_there(opened, cast: Cast, sheet_id: int, django_capture_on_commit_callbacks) -> None:
    make_comment(actor_id=cast.alice.pk, sheet_id=sheet_id, row_id=WALLS, text="Gone", at=NOW)
    make_comment(actor_id=cast.alice.pk, sheet_id=sheet_id, row_id=GARDEN, text="Stays", at=NOW)
    attached(cast, sheet_id, WALLS, b"gone")
    opened(cast.bob).edit({"op": "delete", "rows": [HOUSE]})
    told = Event.objects.count()
    with django_capture_on_commit_callbacks(execute=True):
        done = empty()
    assert (done.rows, done.comments, done.files, done.contents, done.bytes) == (3, 1, 1, 1, 4)
    assert list(Row.objects.filter(sheet_id=sheet_id).values_list("row_id", flat=True)) == [GARDEN]
    assert list(Comment.objects.values_list("text", flat=True)) == ["Stays"]
    assert (contents(), Event.objects.count()) == (0, told + 1)
    assert opened(cast.bob).rows().keys() == {GARDEN}


def test_a_dry_run_says_the_same_and_deletes_nothing(opened, cast: Cast, sheet_id: int, django_capture_on_commit_callbacks) -> None:
    attached(cast, sheet_id, WALLS)
    opened(cast.bob).edit({"op": "delete", "rows": [HOUSE]})
    delete_sheet(actor_id=cast.alice.pk, sheet_id=sheet_id, at=NOW)
    delete_node(actor_id=cast.alice.pk, node_id=cast.project.pk, at=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        said = empty(dry_run=True)
    assert (Node.objects.unscoped(reason="a test").count(), Sheet.with_deleted.count(), contents()) == (5, 2, 1), (
        "the budget and the profile of the project"
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert empty() == said
    assert (Node.objects.unscoped(reason="a test").count(), Sheet.with_deleted.count(), contents()) == (4, 0, 0)


def test_what_came_later_stays_and_can_be_restored(cast: Cast, sheet_id: int) -> None:
    delete_node(actor_id=cast.alice.pk, node_id=cast.programme.pk, at=LATER - timedelta(days=89))
    assert empty() == Emptied()
    restore_node(actor_id=cast.alice.pk, node_id=cast.programme.pk, at=LATER)


def test_a_tree_goes_with_what_was_deleted_in_it_before(cast: Cast, sheet_id: int) -> None:
    delete_sheet(actor_id=cast.alice.pk, sheet_id=sheet_id, at=NOW)
    delete_node(actor_id=cast.alice.pk, node_id=cast.project.pk, at=NOW)
    delete_node(actor_id=cast.alice.pk, node_id=cast.portfolio.pk, at=NOW)
    done = empty()
    assert (done.nodes, done.sheets) == (3, 2), "with the profile of the project"
    left = Node.objects.unscoped(reason="a test").values_list("name", flat=True)
    assert sorted(left) == ["Kilometre Zero", "The unit"]


def test_comments_and_files_in_the_bin_go_alone_and_shared_content_stays(cast: Cast, sheet_id: int) -> None:
    said = make_comment(actor_id=cast.alice.pk, sheet_id=sheet_id, row_id=WALLS, text="Oh", at=NOW).comment
    delete_comment(actor_id=cast.alice.pk, comment_id=said.pk, at=NOW)
    first, _ = attached(cast, sheet_id, WALLS), attached(cast, sheet_id, GARDEN)
    delete_file(actor_id=cast.alice.pk, file_id=first.pk, at=NOW)
    done = empty()
    assert (done.comments, done.files, done.contents, File.objects.count(), contents()) == (1, 1, 0, 1, 1)


def test_content_that_is_just_being_attached_is_left_alone(cast: Cast, sheet_id: int) -> None:
    file = attached(cast, sheet_id, WALLS)
    File.objects.all().delete()
    done = empty_bin(before=LATER, at=LATER, clock=real_now(), dry_run=True)
    assert done.contents == 0
    path = Path(settings.MILEPOST_DATA_DIR) / "files" / file.sha256[:2] / file.sha256
    os.utime(path, (0, 0))
    assert empty_bin(before=LATER, at=LATER, clock=real_now(), dry_run=True).contents == 1
