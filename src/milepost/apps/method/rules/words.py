"""The words of the linter: what is asked for, what was found, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from milepost.apps.method.facts import Facts, Named

ADVICE, WARNING, ERROR = "advice", "warning", "error"
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that a method asks of a project: the rule that tells whether it is kept, with its parameters.

    `key` is the policy or the artefact that asks; `policy` the policy that sets the severity, empty where no policy speaks of it.
    """

    key: str
    rule: str
    severity: str
    given: Mapping[str, Any] = field(default_factory=dict)
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What is not kept: `data` is what its sentence is made from, `fix` what can be done about it.

    A fix says `does`: `create_register` {kind}, `create_document` {artefact}, `make_plan` {}, `set_baseline` {sheet}, which the server
    does; or `open` {what: sheet, row, plan, plan_row, profile, project, method; sheet, row, role}, which the browser does.
    """

    data: Mapping[str, Any] = field(default_factory=dict)
    fix: Mapping[str, Any] | None = None


Check: TypeAlias = Callable[[Facts, Demand], Found | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its key, the facts that it `needs`, the parameters that it takes (each with what stands there unless told), and its check."""

    key: str
    needs: frozenset[str]
    check: Check
    given: Mapping[str, Any] = field(default_factory=dict)


def open_sheet(sheet_id: int) -> dict[str, Any]:
    """The fix that opens a register."""
    return {"does": "open", "what": "sheet", "sheet": sheet_id}


OPEN_PLAN: Mapping[str, Any] = {"does": "open", "what": "plan"}
"""The fix that opens the plan of the project."""


def open_profile(role: str) -> dict[str, Any]:
    """The fix that opens the cell of the profile that is missing."""
    return {"does": "open", "what": "profile", "role": role}


def of_rows(rows: Iterable[Named], *, plan: int | None = None, **data: Any) -> Found | None:
    """What was found of rows: how many, the first few by name, and the first one to open; None where there are none.

    `plan` is the sheet of the plan, whose rows have a page of their own.
    """
    found: Sequence[Named] = list(rows)
    if not found:
        return None
    sheet_id, row_id, _ = found[0]
    named = [{"sheet": sheet, "row": row, "name": name, "plan": sheet == plan} for sheet, row, name in found[:_MOST_NAMED]]
    what = "plan_row" if sheet_id == plan else "row"
    return Found({"count": len(found), "rows": named, **data}, {"does": "open", "what": what, "sheet": sheet_id, "row": row_id})


def days_since(day: date, today: date) -> int:
    """Whole days from one to the other."""
    return (today - day).days
