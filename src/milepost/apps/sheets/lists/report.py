"""What a dry run says: how the list was understood, what would become of its rows, what would be made, and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from milepost.apps.sheets.lists.compare import counts
from milepost.apps.sheets.lists.existing import reported_moments
from milepost.apps.sheets.lists.findings import MOST_TOLD, Finding, finding
from milepost.apps.sheets.lists.guess.columns import shown
from milepost.apps.sheets.lists.match import WRITABLE
from milepost.apps.sheets.lists.options import NEW, OUT
from milepost.apps.sheets.lists.plan import Plan
from milepost.apps.sheets.lists.reports import History
from milepost.apps.sheets.lists.understanding import ListColumn
from milepost.apps.sheets.lists.words_said import unknown_people, words_of

_MOST_SHOWN = 8
_MOST_NAMED = 200
_SEVERITIES = ("error", "warning", "advice")


def report_of(plan: Plan) -> dict[str, Any]:
    """The report as JSON, without the ids that the action adds."""
    understood = plan.understood
    findings = [*_about_the_whole(plan), *_about_columns(plan), *_left_out(plan), *plan.findings]
    findings.sort(key=lambda one: (_SEVERITIES.index(one.severity), one.row or 0))
    problems = Counter(one.column for one in findings if one.row is not None and one.column)
    findings, makes = _folded(findings), _makes(plan)
    return {
        "form": plan.book.form,
        "table": understood.table_at,
        "tables": [{"name": table.name, "rows": len(table.rows), "hidden": table.hidden} for table in plan.book.tables],
        "header": 0 if understood.frame.header is None else understood.table.lines[understood.frame.header],
        "columns": [_column(plan, column, problems[column.guess.title]) for column in understood.columns],
        "targets": [_target(column) for column in plan.target.columns if not column.computed and column.type in WRITABLE],
        "key": understood.key,
        "reports": understood.reports,
        "hierarchy": None if understood.hierarchy is None else asdict(understood.hierarchy),
        "rows": {"all": _rows(plan, only_right=False), "right": _rows(plan, only_right=True)},
        "makes": makes,
        "findings": [asdict(one) for one in findings[:MOST_TOLD]],
        "findings_left_out": max(0, len(findings) - MOST_TOLD),
        "sample": _sample(plan),
    }


def _folded(findings: Sequence[Finding]) -> list[Finding]:
    """A value that does not fit is told once, at its first row, with the number of rows that hold it."""
    times = Counter((one.column, one.data.get("value")) for one in findings if one.code == "does_not_fit")
    told: set[tuple[str | None, object]] = set()
    found = []
    for one in findings:
        place = (one.column, one.data.get("value"))
        if one.code != "does_not_fit":
            found.append(one)
        elif place not in told:
            told.add(place)
            found.append(replace(one, data={**one.data, "rows": times[place]}))
    return found


def _rows(plan: Plan, *, only_right: bool) -> dict[str, int]:
    if plan.places is None:
        return {**counts(plan.outcomes(only_right=only_right)), "reports": 0}
    projects = plan.histories(only_right=only_right)
    moments = reported_moments([one.known.sheet_id for one in projects if one.known])
    told = Counter(_becomes(one, moments) for one in projects)
    return {
        "total": len(projects),
        **{state: told[state] for state in ("new", "changed", "same", "skipped")},
        "doubtful": sum(any(row.doubtful for row in one.reports) for one in projects),
        "reports": sum(len(one.reports) for one in projects) if plan.understood.reports is not None else 0,
    }


def _becomes(project: History, moments: dict[int, list[Any]]) -> str:
    if not project.reports:
        return "skipped"
    if project.known is None:
        return "new"
    return "changed" if project.steps(moments.get(project.known.sheet_id, ())) else "same"


def _column(plan: Plan, column: ListColumn, problems: int) -> dict[str, Any]:
    guess = column.guess
    return {
        "index": guess.index,
        "source": guess.title,
        "guess": guess.type,
        "to": column.to,
        "type": column.column.type if column.column else guess.type,
        "filled": guess.filled,
        "failed": guess.failed,
        "samples": list(guess.samples),
        "problems": problems,
        "order": guess.order,
        "order_open": guess.order_open,
        "decimal": guess.decimal,
        "decimal_open": guess.decimal_open,
        "currency": guess.currency,
        "choices": list(guess.choices)[:_MOST_NAMED],
        "words": words_of(plan.understood, column, plan.people.known),
    }


def _target(column: Any) -> dict[str, Any]:
    titles, labels = column.options.get("titles") or {"en": column.title}, column.options.get("labels") or {}
    return {
        "key": column.key,
        "title": column.title,
        "titles": dict(titles),
        "type": column.type,
        "required": bool(column.options.get("required")),
        "choices": [
            {"value": value, "titles": _titles(labels.get(value), value)} for value in map(str, column.options.get("choices") or ())
        ],
    }


def _titles(said: Any, value: str) -> dict[str, str]:
    return dict(said) if isinstance(said, dict) else {"en": str(said or value)}


def _makes(plan: Plan) -> dict[str, Any]:
    nodes: dict[tuple[Any, ...], dict[str, Any]] = {}
    if plan.places is not None:
        for row in plan.rows:
            if row.skip or (row.key is not None and row.key in plan.known):
                continue
            place = plan.places.find(row.places)
            above: tuple[Any, ...] = (place.node_id,)
            for kind, name in place.missing:
                above = (*above, kind, name.casefold())
                nodes.setdefault(above, {"kind": kind, "name": name})
    new = [column for column in plan.understood.columns if column.to == NEW]
    return {
        "nodes": list(nodes.values())[:_MOST_NAMED],
        "people": [{"name": word, "email": email} for word, email in plan.people.made.items()][:_MOST_NAMED],
        "columns": [{"title": column.guess.title, "type": column.column.type if column.column else "text"} for column in new],
    }


def _sample(plan: Plan) -> list[dict[str, Any]]:
    """The first rows of the list as they stand there, and the lines above the titles."""
    table, body = plan.understood.table, plan.understood.frame.body[:_MOST_SHOWN]
    return [{"row": table.lines[index], "cells": [shown(value) for value in table.rows[index]]} for index in body]


def _about_the_whole(plan: Plan) -> list[Finding]:
    table, found = plan.understood.table, []
    if len(plan.book.tables) > 1:
        found.append(finding("other_tables", count=len(plan.book.tables) - 1))
    if table.hidden:
        found.append(finding("hidden_table"))
    if table.empty_columns:
        found.append(finding("empty_columns", count=table.empty_columns))
    if table.merged:
        found.append(finding("merged_cells", count=table.merged))
    if plan.understood.name is None:
        primary = next((column.title for column in plan.target.columns if column.options.get("primary")), "Name")
        found.append(finding("no_name_column", column=primary))
    elif plan.key is None:
        found.append(finding("no_key_column"))
    return found


def _about_columns(plan: Plan) -> list[Finding]:
    found = []
    for column in plan.understood.columns:
        guess = column.guess
        if column.to == OUT and guess.filled:
            found.append(finding("column_left_out", column=guess.title))
            continue
        kind = column.column.type if column.column else guess.type
        if guess.order_open and kind in ("date", "datetime"):
            found.append(finding("date_open", column=guess.title, count=guess.order_open, order=_order_words(guess.order)))
        if guess.decimal_open and kind in ("number", "money", "percent"):
            found.append(finding("number_open", column=guess.title, count=guess.decimal_open, decimal=guess.decimal))
        if kind in ("person", "people"):
            found += _unknown_people(plan, column)
    return found


def _order_words(order: str) -> str:
    return "day before month" if order == "dmy" else "month before day"


def _unknown_people(plan: Plan, column: ListColumn) -> Sequence[Finding]:
    unknown = unknown_people(plan.understood, column, plan.people.find)
    if not unknown:
        return ()
    return (finding("people_unknown", column=column.guess.title, count=len(unknown), value=", ".join(unknown[:10])),)


def _left_out(plan: Plan) -> list[Finding]:
    frame, table = plan.understood.frame, plan.understood.table
    return [finding(reason, row=table.lines[index]) for index, reason in frame.left_out]
