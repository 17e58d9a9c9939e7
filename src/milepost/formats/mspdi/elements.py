"""Turn the children of one element into values by a table, and keep what the table does not know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeAlias

from lxml import etree

from milepost.formats.mspdi.model import Kept
from milepost.formats.mspdi.report import Log
from milepost.formats.mspdi.schema import COMPUTED, Field
from milepost.formats.mspdi.values import TEXT

Rest: TypeAlias = "list[tuple[str, etree._Element]]"  # noqa: SLF001 - lxml has no other name for the type
_EMPTY = frozenset({"", "0", "-1", "false"})


def local(element: etree._Element) -> str:
    """The tag without its namespace; empty for what is no element, such as an unresolved entity."""
    return _without_namespace(element.tag)


@lru_cache(maxsize=1024)
def _without_namespace(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def fill(element: etree._Element, table: Mapping[str, Field], log: Log, where: str) -> tuple[dict[str, Any], Rest]:
    """The values of the children that the table knows, and the other children.

    An empty value counts as absent, a bad one is told and left out.
    """
    values: dict[str, Any] = {}
    rest: Rest = []
    for child in element:
        tag = local(child)
        field = table.get(tag)
        if field is None:
            rest.append((tag, child))
        elif (text := child.text) and (stripped := text.strip()):
            take(values, field, text if field.codec is TEXT else stripped, log, where)
    return values, rest


def take(values: dict[str, Any], field: Field, text: str, log: Log, where: str) -> None:
    """Read one value into the dictionary, or tell why it is left out."""
    try:
        values[field.name] = field.codec.read(text)
    except ValueError:
        log.change("value.unreadable", where, f"{field.tag} is “{text.strip()[:80]}”, which is not {field.codec.what}; it was left out.")


def keep(owner: str, rest: Rest, log: Log) -> tuple[Kept, ...]:
    """What Milepost does not use, word for word and by tag; what every tool computes anew is let go."""
    found = sorted(((tag, child) for tag, child in rest if tag and tag not in COMPUTED), key=itemgetter(0))
    return tuple(_kept(owner, tag, child, log) for tag, child in found)


def _kept(owner: str, tag: str, child: etree._Element, log: Log) -> Kept:
    text = (child.text or "").strip()
    if len(child):
        log.drop(f"{owner}/{tag}")
        return Kept(tag, xml=_as_text(child))
    if text not in _EMPTY:
        log.drop(f"{owner}/{tag}")
    return Kept(tag, text=text)


def _as_text(child: etree._Element) -> str:
    return etree.tostring(_bare(child), encoding="unicode")


def _bare(element: etree._Element) -> etree._Element:
    """A copy without namespaces, comments and blanks between elements."""
    copy = etree.Element(local(element))
    if not len(element):
        copy.text = element.text
    copy.extend([_bare(child) for child in element if local(child)])
    return copy


def pick(rest: Rest, *tags: str) -> tuple[dict[str, list[etree._Element]], Rest]:
    """The elements of these tags, by tag, and what is left."""
    found: dict[str, list[etree._Element]] = {tag: [] for tag in tags}
    left: Rest = []
    for tag, child in rest:
        found[tag].append(child) if tag in found else left.append((tag, child))
    return found, left


def text_of(elements: Iterable[etree._Element]) -> str:
    """The text of the first of them, stripped; empty where there is none."""
    return next(((element.text or "").strip() for element in elements), "")
