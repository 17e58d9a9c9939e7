"""Files of rows: kept once, given to who may see the row, never run by a browser."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from tests.api.sheets.conftest import GARDEN, WALLS
from tests.cast import Cast

from milepost.apps.sheets import contents
from milepost.apps.sheets.models import File, Upload

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path: Path) -> None:
    settings.MILEPOST_DATA_DIR = tmp_path


def kept() -> list[str]:
    return sorted(path.name for path in (Path(settings.MILEPOST_DATA_DIR) / "files").glob("*/*"))


@pytest.fixture
def attach(as_, sheet_id: int):
    """`attach(bob, b"...", "offer.txt")`: upload it and attach it to a row."""

    def do(person: Any, data: bytes = b"An offer", name: str = "offer.txt", row: int = WALLS, expect: int = 201) -> dict[str, Any]:
        browser = as_(person)
        upload = browser.post("/api/v1/uploads", data, content_type="application/octet-stream", headers={"X-File-Name": name}).json()
        place = f"/api/v1/sheets/{sheet_id}/rows/{row}/files"
        answer = browser.post(place, {"upload_id": upload["id"]}, content_type="application/json")
        assert answer.status_code == expect, answer.content
        return answer.json()

    return do


def read(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def test_bob_attaches_an_offer_and_vera_downloads_it(attach, as_, cast: Cast, sheet_id: int, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        told = attach(cast.bob, name="Offer%20for%20M%C3%BCller.txt")
    assert (told["name"], told["size"], told["by"], told["media_type"]) == ("Offer for Müller.txt", 8, "Bob", "text/plain")
    [listed] = as_(cast.vera).get(f"/api/v1/sheets/{sheet_id}/rows/{WALLS}/files").json()["items"]
    assert listed == told
    answer = as_(cast.vera).get(f"/api/v1/files/{told['id']}/content")
    assert read(answer) == b"An offer"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''Offer%20for%20M%C3%BCller.txt")
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == ("nosniff", "application/octet-stream")
    assert kept() == [hashlib.sha256(b"An offer").hexdigest()]
    assert Upload.objects.count() == 0, "the upload is used up"
    assert list((Path(settings.MILEPOST_DATA_DIR) / "uploads").glob("*")) == []


def test_nobody_reads_a_file_whose_row_is_not_theirs(attach, as_, opened, cast: Cast) -> None:
    told = attach(cast.bob)
    address = f"/api/v1/files/{told['id']}/content"
    assert as_(cast.charlie).get(address).status_code == 404
    assert read(as_(cast.gus).get(address)) == b"An offer"
    opened(cast.bob).edit({"op": "delete", "rows": [WALLS]})
    assert as_(cast.bob).get(address).status_code == 404


def test_a_viewer_attaches_nothing_and_an_upload_of_another_is_none(attach, as_, cast: Cast, sheet_id: int) -> None:
    attach(cast.vera, expect=403)
    hers = as_(cast.alice).post("/api/v1/uploads", b"x", content_type="application/octet-stream").json()["id"]
    place = f"/api/v1/sheets/{sheet_id}/rows/{WALLS}/files"
    answer = as_(cast.bob).post(place, {"upload_id": hers}, content_type="application/json")
    assert (answer.status_code, answer.json()["data"]["what"]) == (404, "upload")


def test_the_same_content_lies_there_once(attach, cast: Cast) -> None:
    attach(cast.bob, name="a.txt")
    attach(cast.alice, name="b.txt", row=GARDEN)
    assert (File.objects.count(), len(kept())) == (2, 1)


@pytest.mark.parametrize(
    ("data", "name", "shown"),
    [
        (PNG, "plan.png", "image/png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "plan.bin", "image/webp"),
        (b"GIF89a" + b"\x00" * 9, "plan.gif", "image/gif"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 9, "plan.jpg", "image/jpeg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "plan.svg", None),
        (b"<html><script>1</script></html>", "plan.png", None),
        (b"%PDF-1.7", "plan.pdf", None),
    ],
)
def test_only_what_is_an_image_is_shown_in_its_place(attach, as_, cast: Cast, data: bytes, name: str, shown: str | None) -> None:
    told = attach(cast.bob, data, name)
    assert told["image"] is (shown is not None)
    answer = as_(cast.vera).get(f"/api/v1/files/{told['id']}/content?preview=true")
    assert answer["Content-Type"] == (shown or "application/octet-stream")
    assert answer["Content-Disposition"].startswith("inline" if shown else "attachment")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_name_with_paths_and_quotes_is_only_a_name(attach, as_, cast: Cast) -> None:
    told = attach(cast.bob, name="..%2F..%2Fetc%2Fpass%22wd%0d%0aX-Evil%3A%201")
    assert told["name"] == 'pass"wdX-Evil: 1'
    answer = as_(cast.bob).get(f"/api/v1/files/{told['id']}/content")
    assert "X-Evil" not in answer.headers


def test_a_full_disk_is_said_and_nothing_is_kept(attach, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(contents.shutil, "copyfileobj", full)
    answer = attach(cast.bob, expect=507)
    assert (answer["code"], answer["data"]["name"]) == ("file.disk_full", "offer.txt")
    assert (File.objects.count(), kept(), Upload.objects.count()) == (0, [], 1)


def test_content_that_is_gone_is_said(attach, as_, cast: Cast) -> None:
    told = attach(cast.bob)
    contents.remove(hashlib.sha256(b"An offer").hexdigest())
    answer = as_(cast.bob).get(f"/api/v1/files/{told['id']}/content")
    assert (answer.status_code, answer.json()["code"]) == (410, "file.missing")


def test_a_deleted_file_is_gone_from_its_row(attach, as_, cast: Cast, sheet_id: int) -> None:
    told = attach(cast.bob)
    assert as_(cast.vera).delete(f"/api/v1/files/{told['id']}").status_code == 403
    assert as_(cast.bob).delete(f"/api/v1/files/{told['id']}").status_code == 204
    assert as_(cast.bob).get(f"/api/v1/sheets/{sheet_id}/rows/{WALLS}/files").json()["items"] == []
    assert as_(cast.bob).get(f"/api/v1/files/{told['id']}/content").status_code == 404
    history = as_(cast.bob).get(f"/api/v1/sheets/{sheet_id}/rows/{WALLS}/history").json()["items"]
    assert sorted(one["what"] for one in history) == ["attached", "created", "file_deleted"]
