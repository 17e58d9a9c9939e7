"""Build elements from values by a table, in the order that the schema wants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from milepost.formats.mspdi.model import Kept
from milepost.formats.mspdi.schema import Field

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_LAST = 10_000


def named(tag: str, text: str | None = None, children: Iterable[etree._Element] = ()) -> etree._Element:
    """An element without a namespace, for the whole file declares it; characters that XML cannot hold are left out of its text."""
    element = etree.Element(tag)
    if text is not None:
        element.text = _UNWRITABLE.sub("", text)
    element.extend(children)
    return element


def plain(owner: Any, table: Mapping[str, Field]) -> list[etree._Element]:
    """One element a field that has a value."""
    found = ((field, getattr(owner, field.name)) for field in table.values())
    return [named(field.tag, field.codec.write(value)) for field, value in found if value is not None]


def kept(others: Iterable[Kept]) -> list[etree._Element]:
    """What was kept word for word, as elements again."""
    return [etree.fromstring(one.xml, _PARSER) if one.xml else named(one.tag, one.text or None) for one in others]


def ordered(tag: str, positions: Mapping[str, int], children: Iterable[etree._Element]) -> etree._Element:
    """An element with its children in the order of the schema; unknown ones stand last."""
    ranked = sorted(children, key=lambda child: positions.get(str(child.tag), _LAST))
    return named(tag, children=ranked)
