"""What an xlsx file says of its cells beside their values: failed formulas, percent and currency formats, indents, outline.

The reader of workbooks gives a failed formula as an empty cell and a percentage as a bare number; this looks at the XML for the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import IO
from zipfile import ZipFile

from lxml import etree

from milepost.formats.tabular.shape import Hints

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PERCENT = frozenset({9, 10})
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "CHF": "CHF", "EUR": "EUR", "USD": "USD", "GBP": "GBP"}
_LARGEST = 200 * 2**20


@dataclass(frozen=True, slots=True)
class _Style:
    percent: bool
    currency: str
    indent: int


def xlsx_hints(archive: ZipFile) -> dict[str, Hints]:
    """Sheet name to hints; a part of the file that cannot be understood gives none."""
    try:
        styles = _styles(archive)
        return {name: _sheet_hints(archive, path, styles) for name, path in _paths(archive).items()}
    except (KeyError, ValueError, IndexError, etree.XMLSyntaxError):
        return {}


def _parse(archive: ZipFile, path: str) -> etree._Element:
    with archive.open(path) as part:
        return etree.parse(part, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()


def _paths(archive: ZipFile) -> dict[str, str]:
    links = {
        link.get("Id"): str(link.get("Target")) for link in _parse(archive, "xl/_rels/workbook.xml.rels").iter(f"{_LINKS}Relationship")
    }
    found = {}
    for sheet in _parse(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
        target = links[sheet.get(f"{_OFFICE}id")]
        found[str(sheet.get("name"))] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _styles(archive: ZipFile) -> list[_Style]:
    if "xl/styles.xml" not in archive.namelist():
        return []
    root = _parse(archive, "xl/styles.xml")
    formats = {int(str(one.get("numFmtId"))): str(one.get("formatCode")) for one in root.iter(f"{_MAIN}numFmt")}
    cells = root.find(f"{_MAIN}cellXfs")
    return [] if cells is None else [_style(one, formats) for one in cells.iter(f"{_MAIN}xf")]


def _style(element: etree._Element, formats: dict[int, str]) -> _Style:
    number = int(element.get("numFmtId") or 0)
    code = re.sub(r'"|\\|\[(?!\$)[^\]]*\]', "", formats.get(number, ""))
    alignment = element.find(f"{_MAIN}alignment")
    indent = int(alignment.get("indent") or 0) if alignment is not None else 0
    currency = next((name for sign, name in _CURRENCIES.items() if sign in code), "")
    return _Style(number in _PERCENT or "%" in code, currency, indent)


def _sheet_hints(archive: ZipFile, path: str, styles: list[_Style]) -> Hints:
    found = Hints()
    if archive.getinfo(path).file_size > _LARGEST:
        return found
    with archive.open(path) as part:
        _read_rows(part, styles, found)
    return found


def _read_rows(part: IO[bytes], styles: list[_Style], found: Hints) -> None:
    line = -1
    for _, row in etree.iterparse(part, tag=f"{_MAIN}row", resolve_entities=False, no_network=True):
        line = int(row.get("r") or line + 2) - 1
        if depth := int(row.get("outlineLevel") or 0):
            found.outline[line] = depth
        for at, cell in enumerate(row):
            _read_cell(cell, (line, _column(cell.get("r"), at)), styles, found)
        row.clear()
        while row.getprevious() is not None:
            del row.getparent()[0]


def _read_cell(cell: etree._Element, place: tuple[int, int], styles: list[_Style], found: Hints) -> None:
    if cell.get("t") == "e":
        found.errors[place] = cell.findtext(f"{_MAIN}v") or "#N/A"
        return
    number = int(cell.get("s") or 0)
    if not number or number >= len(styles):
        return
    style = styles[number]
    if style.percent and cell.get("t", "n") == "n":
        found.percent.add(place)
    if style.currency:
        found.currencies.setdefault(place[1], style.currency)
    if style.indent and cell.get("t") in ("s", "str", "inlineStr"):
        found.indents.setdefault(place[0], style.indent)


def _column(reference: str | None, at: int) -> int:
    letters = re.match(r"[A-Z]+", reference or "")
    if letters is None:
        return at
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1
