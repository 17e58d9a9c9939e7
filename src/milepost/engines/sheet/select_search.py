"""Rows in any cell of which some words stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from milepost.engines.sheet.model import Column
from milepost.engines.sheet.operations import Cell
from milepost.engines.sheet.select_line import Line
from milepost.engines.sheet.select_values import CHOICES, PEOPLE, UNSAID, Reader, choices_of, folded, is_empty, labels_of, link_of


def searched(lines: Sequence[Line], words: str, reader: Reader) -> Sequence[Line]:
    """The rows that show the words somewhere: in text, a name, the label of a choice or of a link that the reader may see (rule Q10)."""
    needle = folded(words.strip())
    if not needle:
        return lines
    meant = _Meant(needle, reader)
    return [line for line in lines if needle in _text(line, reader.columns) or meant.stands_in(line.cells)]


class _Meant:
    """The people, links and choices whose names have the words in them, so that no row is written out."""

    def __init__(self, needle: str, reader: Reader) -> None:
        self.people = {person for person, name in reader.names.items() if needle in folded(name)}
        self.links = {link for link, label in reader.links.items() if needle in folded(label)}
        self.columns: dict[str, set[object]] = {}
        for key, column in reader.columns.items():
            meant: set[object] = set()
            if column.type in PEOPLE:
                meant = set(self.people)
            elif column.type == "link":
                meant = set(self.links)
            elif column.type in CHOICES:
                meant = {choice for choice in choices_of(column) if any(needle in folded(name) for name in _names(column, choice))}
            if meant:
                self.columns[key] = meant

    def stands_in(self, cells: Mapping[str, Cell]) -> bool:
        for key, meant in self.columns.items():
            value = cells.get(key)
            if is_empty(value):
                continue
            for one in value if isinstance(value, list) else (value,):
                if (link_of(one) if isinstance(one, dict) else one) in meant:
                    return True
        return False


def _names(column: Column, choice: str) -> tuple[str, ...]:
    return labels_of(column, choice) or (choice,)


def _text(line: Line, columns: Mapping[str, Column]) -> str:
    if line.text is None:
        # Made once for all readers: a repeated search over many rows would spend its time here.
        said = (_said(value) for key, value in line.cells.items() if key not in columns or columns[key].type not in UNSAID)
        line.text = folded("\n".join(said))
    return line.text


def _said(value: Cell) -> str:
    if isinstance(value, dict):
        return str(value.get("raw", ""))
    return value if isinstance(value, str) else "" if isinstance(value, (bool, list)) else str(value)
