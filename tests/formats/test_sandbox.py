"""Untrusted bytes: a clear error within seconds and in bounded memory, whatever they hold."""

from __future__ import annotations

import gzip
import io
import pickle
import time
from collections.abc import Iterator

import pytest
from tests.formats.making import HOUSE, plan, task

from milepost.formats import sandbox
from milepost.formats.mspdi import Unreadable, read_with_report
from milepost.formats.mspdi.errors import BrokenXml, EmptyFile, HasDoctype, NotAPlan, NoTasks, NotXml, WrongEncoding
from milepost.formats.sandbox import (
    BrokenArchive,
    FileTooBig,
    Limits,
    ReaderBroke,
    ReadingTookTooLong,
    ReadingTookTooMuchMemory,
    run_reader,
)
from milepost.kernel.errors import MilepostError

MANY = 100_000_000
HEAD = b'<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">'
LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12))


@pytest.fixture(autouse=True)
def within_seconds() -> Iterator[None]:
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < 30


def refusal(data: bytes, limits: Limits | None = None) -> MilepostError:
    with pytest.raises(MilepostError) as caught:
        run_reader("mspdi", data, limits)
    return caught.value


def test_the_child_answers_as_if_it_had_been_read_here() -> None:
    assert run_reader("mspdi", HOUSE.read_bytes()) == read_with_report(HOUSE.read_bytes())


def test_a_packed_file_is_unpacked() -> None:
    assert run_reader("mspdi", gzip.compress(HOUSE.read_bytes()))[0].properties.title == "A house by the lake"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_hindrance(encoding: str) -> None:
    text = HOUSE.read_text(encoding="utf-8")
    assert run_reader("mspdi", text.encode(encoding))[0].properties.title == "A house by the lake"


def test_another_encoding_that_is_declared_is_read() -> None:
    data = HOUSE.read_text(encoding="utf-8").replace("UTF-8", "windows-1252").replace("Dig", "Grün").encode("windows-1252")
    assert run_reader("mspdi", data)[0].tasks[2].name == "Grün"


def test_another_encoding_than_declared_is_refused_with_its_line() -> None:
    text = HOUSE.read_text(encoding="utf-8").replace("Dig", "Grün")
    problem = refusal(text.encode("latin-1"))
    assert isinstance(problem, WrongEncoding)
    assert f"Line {text[: text.index('Grün')].count(chr(10)) + 1} holds bytes that are not UTF-8" in problem.sentence


def test_ascii_that_calls_itself_utf_16_is_refused() -> None:
    assert isinstance(refusal(b'<?xml version="1.0" encoding="UTF-16"?><Project/>'), WrongEncoding)


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE l [<!ENTITY a "ha">' + LAUGHS + b"]>",
        b'<!DOCTYPE l [<!ENTITY m SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE l SYSTEM "http://127.0.0.1:9/never.dtd">',
    ],
    ids=["laughs", "file", "network"],
)
def test_entities_are_never_looked_at(doctype: bytes) -> None:
    assert isinstance(refusal(doctype + HEAD[21:] + b"<Name>&m;</Name></Project>"), HasDoctype)


def test_an_entity_that_nobody_declared_is_refused() -> None:
    assert "Entity 'foo' not defined" in refusal(HEAD + b"<Name>&foo;</Name></Project>").sentence


def test_a_truncated_file_says_where_it_breaks_off() -> None:
    whole = HOUSE.read_bytes()
    problem = refusal(whole[: len(whole) // 2])
    assert isinstance(problem, BrokenXml)
    assert problem.data["line"] == whole[: len(whole) // 2].count(b"\n") + 1


@pytest.mark.parametrize(
    ("data", "wanted", "words"),
    [
        (b"", EmptyFile, "Save the plan again"),
        (b" \r\n\t" * 1000, EmptyFile, "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", NotXml, "(.mpp)"),
        (b"PK\x03\x04", NotXml, "zip archive"),
        (b"%PDF-1.7", NotXml, "a PDF"),
        (b"ERMHDR\t8.0", NotXml, "Primavera"),
        (b'{"tasks": []}', NotXml, "JSON"),
        (b"<!DOCTYPE html><html></html>", NotXml, "a web page"),
        (b"<html><body/></html>", NotXml, "a web page"),
        (b"Dear Ann, the plan is attached.", NotXml, "plain text"),
        (b"<rss/>", NotAPlan, "<rss>"),
        (HEAD + b"</Project>", NoTasks, "no task"),
    ],
)
def test_what_is_no_plan_is_named_with_what_to_do(data: bytes, wanted: type[Unreadable], words: str) -> None:
    problem = refusal(data)
    assert isinstance(problem, wanted)
    assert words in problem.sentence


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b" " * MANY, EmptyFile),
        (HEAD + b" " * MANY + b"</Project>", BrokenXml),
        (HEAD + b"<a>" * (MANY // 3), BrokenXml),
        (HEAD + b"<a/>" * (MANY // 4) + b"</Project>", ReadingTookTooMuchMemory),
        (b"\x00" * MANY, NotXml),
    ],
    ids=["spaces", "spaces_inside", "depth", "width", "zeros"],
)
def test_a_hundred_megabytes_of_nothing(data: bytes, wanted: type[MilepostError]) -> None:
    assert isinstance(refusal(data), wanted)


def test_a_small_archive_of_something_big_is_refused() -> None:
    assert isinstance(refusal(gzip.compress(HEAD + b" " * 200_000_000, 1)), FileTooBig)


def test_a_broken_archive_is_refused() -> None:
    assert isinstance(refusal(gzip.compress(HOUSE.read_bytes())[:500]), BrokenArchive)


def test_a_big_file_is_refused_before_a_child_is_started() -> None:
    assert refusal(b"x" * 2_000_000, Limits(size=1_000_000)).code == "file.too_big"


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    data = plan(*(task(uid) for uid in range(1, 20_000)))
    assert isinstance(refusal(data, Limits(wall=0.3)), ReadingTookTooLong)


def test_a_reader_that_breaks_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "__name__", "milepost.formats.no_such_module")
    assert isinstance(refusal(b"<Project/>"), ReaderBroke)


def test_the_child_is_given_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MILEPOST_SECRET_KEY", "do not tell")
    assert "MILEPOST_SECRET_KEY" not in sandbox._environment()


def test_an_answer_that_is_more_than_plain_data_is_refused() -> None:
    for evil in (print, eval, io.BytesIO):
        with pytest.raises(ReaderBroke):
            sandbox._opened(pickle.dumps(("ok", evil)), 0, sandbox.READERS["mspdi"], Limits())


@pytest.mark.parametrize("answer", [b"nonsense", b"", pickle.dumps("one word"), b"cmilepost.formats.mspdi.model.words\nNothing.here\n."])
def test_an_answer_that_makes_no_sense_is_refused(answer: bytes) -> None:
    with pytest.raises(ReaderBroke):
        sandbox._opened(answer, 0, sandbox.READERS["mspdi"], Limits())


def test_an_error_of_another_kind_is_not_made_up() -> None:
    for module, name in (("builtins", "SystemExit"), ("milepost.kernel.errors", "NotFound"), ("milepost.formats.sandbox", "os")):
        answer = pickle.dumps(("error", (module, name, {})))
        with pytest.raises(ReaderBroke):
            sandbox._opened(answer, 0, sandbox.READERS["mspdi"], Limits())
