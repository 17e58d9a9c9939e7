"""Which column tells the rows of a list apart, so that the same list may come in again; and which one dates a report on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from milepost.apps.sheets.lists.guess.columns import ColumnGuess
from milepost.apps.sheets.lists.guess.words import folded
from milepost.formats.tabular import Value

_KEY_WORDS = frozenset(
    {"id", "no", "nr", "number", "nummer", "num", "key", "code", "kennung", "kuerzel", "ref", "reference", "pid", "uid", "guid"}
    | {"projektnummer", "projektnr", "lfd"}
)
_REPORT_TITLES = frozenset(
    {"date reported as of", "report date", "reporting date", "reported on", "reported", "as of", "as of date", "status date", "data date"}
    | {"report month", "reporting period", "snapshot date", "stichtag", "berichtsdatum", "berichtsmonat", "stand", "stand vom"}
)


def find_key(columns: Sequence[ColumnGuess], cells: Sequence[Sequence[Value]], name: int | None) -> int | None:
    """The column whose cells are all filled and all different, one called a number or a code first, then the one that names a row.

    `cells` are the cells of each column. A few doubles or gaps among very many do not speak against a column that is called an id:
    they are reported row by row.
    """
    for index in _called_keys(columns):
        if _tells_apart(cells[index], most_wrong=0.2):
            return index
    return name if name is not None and _tells_apart(cells[name], most_wrong=0.1) else None


def find_reports(columns: Sequence[ColumnGuess], cells: Sequence[Sequence[Value]]) -> tuple[int, int] | None:
    """(key column, date column) of a list with several reports on each thing: the pairs are all different, the keys are not."""
    dates = [column.index for column in columns if column.type in ("date", "datetime") and folded(column.title) in _REPORT_TITLES]
    called = _called_keys(columns)
    for date in dates:
        for key in called:
            pairs = list(zip(cells[key], cells[date], strict=True))
            if len(set(cells[key])) < 0.9 * len(pairs) and len(set(pairs)) >= 0.98 * len(pairs) and None not in cells[key]:
                return key, date
    return None


def _called_keys(columns: Sequence[ColumnGuess]) -> list[int]:
    known = (column for column in columns if column.type in ("text", "number", "choice"))
    return [column.index for column in known if set(folded(column.title).split()) & _KEY_WORDS]


def doubles(values: Sequence[Value]) -> dict[str, list[int]]:
    """Each value that occurs more than once, in the form in which keys are compared, with the places where it does."""
    found: dict[str, list[int]] = {}
    for at, value in enumerate(values):
        if value is not None:
            found.setdefault(key_word(value), []).append(at)
    return {word: places for word, places in found.items() if len(places) > 1}


def key_word(value: object) -> str:
    """A key in the form in which keys are compared: 7, 7.0, " 7 " and "7" are the same, and so are small and capital letters."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()).casefold()


def _tells_apart(values: Sequence[Value], *, most_wrong: float) -> bool:
    counted = Counter(key_word(value) for value in values if value is not None)
    wrong = len(values) - len(counted)
    return bool(counted) and (wrong == 0 or (len(values) >= 10 and wrong <= most_wrong * len(values)))
