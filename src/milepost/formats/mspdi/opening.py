"""Open bytes as XML with every dangerous feature off, and say in words what is wrong with what is no plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from lxml import etree

from milepost.formats.mspdi.errors import BrokenXml, EmptyFile, HasDoctype, NotAPlan, NotXml, WrongEncoding
from milepost.formats.mspdi.schema import NAMESPACE

_SAVE_AS = "In Microsoft Project, choose File > Save As > XML Format, and give Milepost that file."
_EXPORT = "Export the plan as Microsoft Project XML (MSPDI), and give Milepost that file."
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "a Microsoft Project file (.mpp) or another old Office file", _SAVE_AS),
    (b"PK", "a zip archive or an Office file", "Unpack it first, or save the plan in Microsoft Project: File > Save As > XML Format."),
    (b"%PDF", "a PDF", _EXPORT),
    (b"ERMHDR", "a Primavera file (.xer)", _EXPORT),
    (b"MPX", "a Microsoft Project exchange file (.mpx)", _SAVE_AS),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"{", "JSON", _EXPORT),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}encoding=["']([\w.-]+)""")
# libxml2's numbers for bytes that do not fit the encoding, for one that it does not know, and for one that it cannot read.
_ENCODING_ERRORS = frozenset({31, 32, 81})
_NO_MEMORY = 2
_ADVICE = re.compile(r",? (try|use) XML_PARSE_HUGE( option)?")
_COLLECTED = ("Calendar", "Task", "Resource", "Assignment")


def elements(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Each calendar, task, resource and assignment by its name, in the order of the file; at the end the project with its plain elements.

    No entity is resolved, nothing is fetched, depth and the length of texts are bounded by the parser; what was handed out is freed.
    """
    _refuse_foreign(data)
    try:
        _check_root(next(_parser(data, events=("start",)))[1])
        yield from _walk(_parser(data, events=("end",), tag=[f"{{*}}{name}" for name in (*_COLLECTED, "Project")]))
    except etree.XMLSyntaxError as problem:
        raise _in_words(problem, data) from None


def _parser(data: bytes, *, events: Sequence[str], tag: Sequence[str] | None = None) -> etree.iterparse[tuple[str, etree._Element]]:
    return etree.iterparse(
        BytesIO(data),
        events=events,
        tag=tag,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-16" if data.startswith(_UTF16) else None,
    )


def _walk(parser: Iterable[tuple[str, etree._Element]]) -> Iterator[tuple[str, etree._Element]]:
    for _, element in parser:
        name = etree.QName(element).localname
        parent = element.getparent()
        if parent is None:
            yield name, element
        elif name in _COLLECTED and etree.QName(parent).localname == f"{name}s":
            yield name, element
            _forget(element, parent)


def _forget(element: etree._Element, parent: etree._Element) -> None:
    """Free an element that was read, and those before it."""
    element.clear()
    while element.getprevious() is not None:
        del parent[0]


def _check_root(root: etree._Element) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise HasDoctype
    name = etree.QName(root)
    if name.localname.lower() == "html":
        raise NotXml(found="a web page", remedy=_EXPORT)
    if name.localname != "Project" or not (name.namespace or NAMESPACE).startswith(NAMESPACE):
        raise NotAPlan(root=name.localname)


def _refuse_foreign(data: bytes) -> None:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start and not data[:1_000_000].strip() and not data.strip():
        raise EmptyFile
    for sign, found, remedy in _FOREIGN:
        if start.startswith(sign):
            raise NotXml(found=found, remedy=remedy)
    if start[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise NotXml(found="a web page", remedy=_EXPORT)
    if not data.startswith(_UTF16) and not start.startswith(b"<") and b"<" not in start:
        raise (
            NotXml(found="plain text or something binary", remedy=_EXPORT) if start else NotXml(found="mostly blank space", remedy=_SAVE_AS)
        )


def _in_words(problem: etree.XMLSyntaxError, data: bytes) -> Exception:
    line, message = problem.lineno or 0, str(problem.msg).partition(", line ")[0]
    kind = getattr(problem, "code", 0)
    log: Any = getattr(problem, "error_log", None)
    if not line and log:
        # The parser gave up silently; its log knows why.
        kind, line, message = log[-1].type, log[-1].line, log[-1].message
    if kind == _NO_MEMORY or "unknown error" in message:
        return MemoryError()
    declared = _DECLARED.search(data[:1024])
    encoding = declared[1].decode("ascii", "replace") if declared else "UTF-8"
    if kind in _ENCODING_ERRORS or (declared and encoding.lower().startswith("utf-16") and data.startswith(b"<?xml")):
        return WrongEncoding(line=line or 1, encoding=encoding)
    return BrokenXml(line=line or 1, problem=_ADVICE.sub("", message).strip())
