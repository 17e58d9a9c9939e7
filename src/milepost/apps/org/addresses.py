"""Mail addresses from a pasted list or a CSV file: `name, address`, `address; name`, `Name <address>`, one or more to a line."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

MOST = 500
_IN_BRACKETS = re.compile(r"\s*(?P<name>[^<>]*?)\s*<\s*(?P<email>[^<>]+?)\s*>\s*")
_LOOKS_LIKE_ONE = re.compile(r"[^@\s,;<>\"']+@[^@\s,;<>\"']+")
_MARKS = ";\t,"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody to invite; `email` as it was written, where it is no address at all."""

    email: str
    name: str = ""

    @property
    def address(self) -> str | None:
        """The address in lower case; None where there is none to send a mail to."""
        clean = self.email.strip().lower()
        try:
            validate_email(clean)
        except ValidationError:
            return None
        return clean


def addressees(text: str) -> list[Addressee]:
    """Everybody named in a text, in order. A line without an address is kept as it stands, so that its writer hears of it;
    a first line without one is a header and left out."""
    found: list[Addressee] = []
    lines = [line for line in text.replace("\ufeff", "").splitlines() if line.strip(_MARKS + " ")]
    for number, line in enumerate(lines):
        people = _of_line(line)
        if not people and number == 0 and len(lines) > 1:
            continue
        found += people or [Addressee(line.strip()[:254])]
    return found


def _of_line(line: str) -> list[Addressee]:
    cells = [cell.strip() for cell in next(csv.reader([line], delimiter=_mark(line), skipinitialspace=True), [])]
    emails = [cell for cell in cells if _LOOKS_LIKE_ONE.search(cell)]
    if len(emails) == 1 and _LOOKS_LIKE_ONE.fullmatch(emails[0]):
        words = [cell for cell in cells if cell != emails[0] and re.search(r"[^\W\d]", cell)]
        return [Addressee(emails[0], words[0] if words else "")]
    return [_of_cell(cell) for cell in emails]


def _of_cell(cell: str) -> Addressee:
    inside = _IN_BRACKETS.fullmatch(cell)
    if inside:
        return Addressee(inside["email"], inside["name"].strip("\"'"))
    found = _LOOKS_LIKE_ONE.findall(cell)
    return Addressee(found[0] if len(found) == 1 else cell[:254])


def _mark(line: str) -> str:
    """What parts the cells of a line: the first of these that is in it."""
    return next((mark for mark in _MARKS if mark in line), ",")
