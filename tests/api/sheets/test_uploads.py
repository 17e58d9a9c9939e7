"""Uploads: streamed to a file, private to their owner, gone after a day."""

from __future__ import annotations

import asyncio
import hashlib
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from tests.cast import NOW, Cast

from milepost.apps.sheets.actions import uploads
from milepost.apps.sheets.actions.uploads import delete_expired_uploads, keep_report, store_upload, upload_content
from milepost.apps.sheets.errors import UploadChanged, UploadIncomplete, UploadsFull, UploadTooLarge
from milepost.apps.sheets.models import Upload
from milepost.config import asgi
from milepost.doors.clock import real_now
from milepost.kernel.errors import NotFound

PLAN = b"<Project/>" * 100_000


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path: Path) -> None:
    settings.MILEPOST_DATA_DIR = tmp_path


def files() -> list[Path]:
    return list((Path(settings.MILEPOST_DATA_DIR) / "uploads").glob("*"))


def store(actor_id: int, data: bytes = PLAN, **more: object) -> Upload:
    rest = bytearray(data)

    def read(size: int) -> bytes:
        piece, rest[:size] = bytes(rest[:size]), b""
        return piece

    return store_upload(actor_id=actor_id, name="plan.xml", read=read, **{"length": len(data), "at": NOW, **more})


def test_bob_uploads_a_plan(as_, cast: Cast) -> None:
    answer = as_(cast.bob).post(
        "/api/v1/uploads", PLAN, content_type="application/octet-stream", headers={"X-File-Name": "C%3A%5CBr%C3%BCcke.xml"}
    )
    assert answer.status_code == 201, answer.content
    told = answer.json()
    assert (told["name"], told["size"], told["sha256"]) == ("Brücke.xml", 1_000_000, hashlib.sha256(PLAN).hexdigest())
    assert told["expires_at"].endswith("Z")
    [file] = files()
    assert file.read_bytes() == PLAN
    upload, data = upload_content(actor_id=cast.bob.pk, upload_id=told["id"], at=real_now())
    assert (upload.owner_id, data) == (cast.bob.pk, PLAN)


def test_nobody_else_gets_at_it_not_even_alice(cast: Cast) -> None:
    upload = store(cast.bob.pk)
    for person in (cast.alice, cast.charlie):
        with pytest.raises(NotFound):
            upload_content(actor_id=person.pk, upload_id=upload.pk, at=NOW)
        with pytest.raises(NotFound):
            keep_report(actor_id=person.pk, upload_id=upload.pk, report={}, at=NOW)


def test_it_is_gone_after_a_day(cast: Cast) -> None:
    upload = store(cast.bob.pk)
    later = NOW + timedelta(hours=24)
    upload_content(actor_id=cast.bob.pk, upload_id=upload.pk, at=later - timedelta(seconds=1))
    with pytest.raises(NotFound):
        upload_content(actor_id=cast.bob.pk, upload_id=upload.pk, at=later)
    assert delete_expired_uploads(at=later) == 1
    assert files() == []
    assert not Upload.objects.exists()


def test_an_upload_takes_expired_ones_away(cast: Cast) -> None:
    store(cast.alice.pk)
    store(cast.bob.pk, b"new", at=NOW + timedelta(days=2))
    assert [file.read_bytes() for file in files()] == [b"new"]


def test_a_file_that_a_broken_upload_left_goes_with_its_day(cast: Cast) -> None:
    store(cast.bob.pk)
    left = files()[0].parent / "left"
    left.write_bytes(b"half")
    os.utime(left, (NOW.timestamp(), NOW.timestamp()))
    delete_expired_uploads(at=NOW + timedelta(hours=23))
    assert left.exists()
    delete_expired_uploads(at=NOW + timedelta(hours=25))
    assert not left.exists()


def test_nobody_fills_the_disk(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_KEPT", 2_500_000)
    store(cast.bob.pk)
    store(cast.bob.pk)
    with pytest.raises(UploadsFull):
        store(cast.bob.pk)
    store(cast.alice.pk)
    store(cast.bob.pk, at=NOW + timedelta(days=1))


def test_the_server_tidies_up_by_itself(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(asgi, "delete_expired_uploads", lambda at: asked.append(at))
    monkeypatch.setattr(asgi, "_TIDIES_EVERY", 0.01)

    async def a_moment() -> None:
        tidying = asyncio.create_task(asgi.application.tidy())
        for _ in range(2000):
            await asyncio.sleep(0.01)
            if len(asked) > 1:
                break
        tidying.cancel()

    asyncio.run(a_moment())
    assert len(asked) > 1


def test_too_large_announced_or_not(cast: Cast) -> None:
    with pytest.raises(UploadTooLarge):
        store(cast.bob.pk, most_bytes=999_999)
    with pytest.raises(UploadTooLarge):
        store(cast.bob.pk, most_bytes=999_999, length=None)
    assert files() == []


def test_one_that_broke_off_leaves_nothing(cast: Cast) -> None:
    with pytest.raises(UploadIncomplete) as broken:
        store(cast.bob.pk, length=2_000_000)
    assert broken.value.data == {"size": 1_000_000}
    assert files() == []
    assert not Upload.objects.exists()


def test_an_empty_one_and_a_form_are_refused(as_, cast: Cast) -> None:
    bob = as_(cast.bob)
    empty = bob.post("/api/v1/uploads", b"", content_type="application/octet-stream")
    assert (empty.status_code, empty.json()["code"]) == (422, "upload.empty")
    form = bob.post("/api/v1/uploads", {"file": "x"})
    assert (form.status_code, form.json()["code"]) == (415, "upload.form")
    assert as_(None).post("/api/v1/uploads", PLAN, content_type="application/octet-stream").status_code == 401


def test_a_file_that_was_changed_is_not_the_one_that_was_checked(cast: Cast) -> None:
    upload = store(cast.bob.pk)
    [file] = files()
    file.write_bytes(b"other")
    with pytest.raises(UploadChanged):
        upload_content(actor_id=cast.bob.pk, upload_id=upload.pk, at=NOW)
    file.unlink()
    with pytest.raises(NotFound):
        upload_content(actor_id=cast.bob.pk, upload_id=upload.pk, at=NOW)


def test_the_report_of_the_dry_run_is_kept_beside_it(cast: Cast) -> None:
    upload = store(cast.bob.pk)
    keep_report(actor_id=cast.bob.pk, upload_id=upload.pk, report={"tasks": 7}, at=NOW)
    assert upload_content(actor_id=cast.bob.pk, upload_id=upload.pk, at=NOW)[0].report == {"tasks": 7}
