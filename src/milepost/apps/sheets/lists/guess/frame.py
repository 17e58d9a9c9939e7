"""Where a list begins and ends in its table: the row of titles, the rows below it, and the lines that are no rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from milepost.apps.sheets.lists.guess.dates import read_date
from milepost.apps.sheets.lists.guess.numbers import read_number
from milepost.apps.sheets.lists.guess.words import is_footnote, is_total
from milepost.formats.tabular import Table, Value

_LOOKED_AT = 30
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Frame:
    """`header` is the index of the row of titles, None where there is none; `body` are the indices of the rows.

    `left_out` are indices of rows below the header that are none: totals, footnotes, the header once more, each with a reason.
    """

    header: int | None
    titles: tuple[str, ...]
    body: tuple[int, ...]
    left_out: tuple[tuple[int, str], ...]


def frame(table: Table, header: int | str | None = "guess") -> Frame:
    """The frame of a table; `header` may be given as an index, or None for a list without titles."""
    at = find_header(table) if isinstance(header, str) else header
    titles = _titles(table, at)
    body: list[int] = []
    left_out: list[tuple[int, str]] = []
    for index in range(0 if at is None else at + 1, len(table.rows)):
        reason = _why_not(table, index, at)
        if reason:
            left_out.append((index, reason))
        else:
            body.append(index)
    while body and _is_note(table.rows[body[-1]]):
        left_out.append((body.pop(), "footnote"))
    return Frame(at, titles, tuple(body), tuple(sorted(left_out)))


def find_header(table: Table) -> int | None:
    """The first row that looks most like titles: words, all different, as many as the rows below have cells. None where none does."""
    best, most = None, 0.55
    for index, row in enumerate(table.rows[:_LOOKED_AT]):
        score = _like_titles(row, [one for one in table.rows[index + 1 : index + 7] if one != row])
        if score > most + 0.05:
            best, most = index, score
    return best


def _like_titles(row: Sequence[Value], below: Sequence[Sequence[Value]]) -> float:
    filled = [value for value in row if value is not None]
    if not filled or not below:
        return 0.0
    wordy = [value for value in filled if _is_title(value)]
    different = len({str(value).strip().lower() for value in wordy})
    width = max(sum(value is not None for value in one) for one in below)
    cover = min(len(filled) / max(width, 1), 1.0)
    # Titles differ from what stands below them: a number or a date below a word says that the word is its title.
    pairs = [(title, one[at]) for one in below for at, title in enumerate(row) if title is not None and one[at] is not None]
    unlike = sum(not _is_title(value) or str(value) != str(title) for title, value in pairs) / len(pairs) if pairs else 0.0
    typed = sum(not _is_title(value) for _, value in pairs) / len(pairs) if pairs else 0.0
    return (
        (len(wordy) / len(filled)) * (0.5 + 0.5 * different / max(len(wordy), 1)) * cover * (0.6 + 0.2 * unlike + 0.2 * min(typed * 3, 1))
    )


def _is_title(value: Value) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_TITLE:
        return False
    return read_number(value) is None and (read_date(value) is None or not any(letter.isdigit() for letter in value))


def _titles(table: Table, header: int | None) -> tuple[str, ...]:
    width = len(table.rows[0]) if table.rows else 0
    if header is None:
        return tuple(f"Column {_letters(at)}" for at in range(width))
    row = table.rows[header]
    names = [" ".join(str(value).split()) if value is not None else "" for value in row]
    groups = _groups(table, header)
    found = []
    for at, name in enumerate(names):
        title = name or f"Column {_letters(at)}"
        # "Plan" twice below "Cost" and "Effort": the line above tells them apart.
        found.append(f"{groups[at]} {title}" if names.count(name) > 1 and groups[at] else title)
    return tuple(found)


def _groups(table: Table, header: int) -> list[str]:
    above = table.rows[header - 1] if header else (None,) * len(table.rows[header])
    if sum(value is not None for value in above) < 2:
        return [""] * len(above)
    found, last = [], ""
    for value in above:
        last = str(value).strip() if value is not None else last
        found.append(last)
    return found


def _why_not(table: Table, index: int, header: int | None) -> str:
    row = table.rows[index]
    first = next((value for value in row if value is not None), None)
    if is_total(first):
        return "total"
    if header is not None and row == table.rows[header]:
        return "header_again"
    return ""


def _is_note(row: Sequence[Value]) -> bool:
    filled = [value for value in row if value is not None]
    return len(filled) == 1 and len(row) > 2 and is_footnote(filled[0])


def _letters(at: int) -> str:
    """A, B, ... Z, AA as spreadsheets name their columns."""
    name = ""
    number = at + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
