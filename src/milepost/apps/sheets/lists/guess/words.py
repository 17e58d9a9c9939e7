"""Words of a list that mean more than themselves: yes and no, failed formulas, totals, titles in one form."""

from __future__ import annotations

import re
import unicodedata

YES = frozenset({"yes", "y", "true", "ja", "j", "wahr", "x", "✓", "✔", "☑", "on"})
NO = frozenset({"no", "n", "false", "nein", "falsch", "-", "✗", "✘", "☐", "off"})
_FAILED = re.compile(
    r"#(REF!|N/A|NV|DIV/0!|NAME\?|NULL!|NUM!|VALUE!|BEZUG!|WERT!|ZAHL!|SPILL!|CALC!|GETTING_DATA|ÜBERLAUF!|KALK!)|(Err|Fehler):\d{3}"
)
_TOTAL = re.compile(
    r"(grand |sub-?)?(totals?|sum|summe|gesamt|gesamtsumme|zwischensumme|insgesamt)"
    r"[\s:]*(\(?\d+\)?|eur|usd|€|\$|budget|costs?|kosten|projects?|projekte)?",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"(source|quelle|note|notes|hinweis|legend|legende|as of|stand|exported|exportiert|created|erstellt|\*+|\d+\))[\s:].*", re.IGNORECASE
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}")
_NAME = re.compile(r"(?:(?:Dr|Prof|Dipl|Mr|Mrs|Ms|Herr|Frau)\.?[ -])*[^\W\d_][\w'’.-]*,? (?:[^\W\d_][\w'’.-]*,? ?){1,3}")


def failed(value: object) -> bool:
    """Whether this is what a formula shows that failed."""
    return isinstance(value, str) and bool(_FAILED.fullmatch(value.strip()))


def is_total(value: object) -> bool:
    """Whether a line that begins so sums up the lines above it."""
    return isinstance(value, str) and bool(_TOTAL.fullmatch(value.strip(" :")))


def is_footnote(value: object) -> bool:
    """Whether a lone cell at the end speaks of the list instead of being a row of it."""
    return isinstance(value, str) and bool(_FOOTNOTE.fullmatch(value.strip()))


def yes_or_no(value: object) -> bool | None:
    """True for yes, False for no, None for anything else."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    return True if word in YES else False if word in NO else None


def like_a_person(text: str) -> bool:
    """Whether this could name a person: an address, or two to four words with capitals."""
    words = text.strip()
    if _ADDRESS.fullmatch(words):
        return True
    return len(words) <= 60 and bool(_NAME.fullmatch(words)) and sum(part[:1].isupper() for part in words.split()) >= 2


def folded(text: str) -> str:
    """A title in the form in which titles are compared: small letters, umlauts written out, words alone."""
    plain = text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    # What stands in brackets behind a title is its unit or a remark: "Budget (EUR)".
    plain = re.sub(r"[(\[].*?[)\]]", " ", plain)
    return " ".join(re.findall(r"[a-z0-9%]+", plain))
