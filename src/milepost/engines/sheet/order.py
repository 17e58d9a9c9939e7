"""Position keys: text that sorts, with room between any two, so that an insert or a move rewrites no other row.

A key is a fraction in base 62 without its leading point and without trailing zeros: between `4` and `5` lies `4V`.
Keys compare as plain text (code points), which is why no database is asked to sort them.
"""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE = len(_DIGITS)
# At an open end keys go on in steps instead of halving what is left, so that 2,000 appended rows still have short keys:
# 62**6 numbers hold 14 million steps of 62**2, with room for thousands of rows in each.
_WIDTH = 6
_STEP = _BASE**2


def keys_between(low: str | None, high: str | None, count: int) -> list[str]:
    """`count` growing keys strictly between two keys; None is the open end. Raises ValueError if low >= high."""
    if low is not None and high is not None and low >= high:
        raise ValueError(f"no key fits between {low!r} and {high!r}")
    width = max(len(low or ""), len(high or ""), 1 if low and high else _WIDTH)
    while True:
        bottom = _number(low or "", width)
        top = _BASE**width if high is None else _number(high, width)
        if top - bottom > count:
            return [_text(n, width) for n in _numbers(bottom, top, count, open_low=low is None, open_high=high is None)]
        width += 1


def _numbers(bottom: int, top: int, count: int, *, open_low: bool, open_high: bool) -> list[int]:
    gap = top - bottom
    step = min(_STEP, gap // (count + 1))
    if open_low and open_high:
        bottom += gap // 2
    elif open_high:
        pass
    elif open_low:
        bottom = top - step * (count + 1)
    else:
        return [bottom + gap * n // (count + 1) for n in range(1, count + 1)]
    return [bottom + step * n for n in range(1, count + 1)]


def _number(key: str, width: int) -> int:
    value = 0
    for digit in key:
        value = value * _BASE + _VALUE[digit]
    return int(value * _BASE ** (width - len(key)))


def _text(value: int, width: int) -> str:
    digits = []
    for _ in range(width):
        value, digit = divmod(value, _BASE)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits)).rstrip("0")
