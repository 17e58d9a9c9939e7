"""The requests of the demo, in every state, made and decided by the actions that people use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, partial
from importlib.resources import files
from typing import Any

import yaml

from milepost.apps.intake.access import request_for
from milepost.apps.intake.actions.ask import Made, Stranger, ask, ask_from_outside
from milepost.apps.intake.actions.decide import Wish, decide
from milepost.apps.intake.actions.keep_form import change_form, make_form
from milepost.apps.intake.actions.save_case import CaseWish, save_case
from milepost.apps.intake.actions.score_request import score_request
from milepost.apps.intake.actions.start_project import StartWish, start_project
from milepost.apps.intake.queries.forms import form_kept
from milepost.apps.office.actions.give_authority import give_authority
from milepost.apps.sheets.actions.change_sheet import change_sheet
from milepost.apps.sheets.writing.wire import ops_from_wire
from milepost.doors.cli.demo.making import Making
from milepost.doors.cli.demo.people import PEOPLE
from milepost.doors.cli.demo.portfolio import CURRENCY

Step = tuple[datetime, Callable[..., None]]
Told = Mapping[str, Any]
_OPENED = date(2026, 9, 4)
_TRIAGER = "Tomasz Wiśniewski"
_HEAD = PEOPLE[0].name
_CHAIR = "Katharina Großmann"
_ON_THE_ROAD = {"case", "approval", "approved", "started"}


def steps(making: Making) -> Iterator[Step]:
    """Every step of the requests, each with its moment."""
    told, form, made = _read(), [0], dict[str, Made]()
    yield _at(_OPENED, 7), partial(_open, making, form, told["form"])
    for one in told["requests"]:
        yield from _road(making, form, made, one)
    for one in told["outside"]:
        yield _at(one["day"], 10), partial(_ask_from_outside, making, form, one)


def started() -> int:
    """How many projects come from requests."""
    return sum(one["end"] == "started" for one in _read()["requests"])


@cache
def _read() -> Any:
    return yaml.safe_load((files("milepost.doors.cli.demo") / "requests.yaml").read_text(encoding="utf-8"))


def _road(making: Making, form: list[int], made: dict[str, Made], told: Told) -> Iterator[Step]:
    """What happens to one request, as far as it comes."""
    day, end = told["day"], told["end"]
    yield _at(day, 9), partial(_ask, making, form, made, told)
    do = partial(_decide, making, made, told)
    if end in ("returned", "merged", "rejected", "deferred"):
        acts = {"returned": "return", "merged": "merge", "rejected": "reject", "deferred": "defer"}
        yield _at(day, 15), partial(do, acts[end], _TRIAGER)
    if end in _ON_THE_ROAD:
        yield _at(day, 14), partial(do, "accept", _TRIAGER)
        yield _at(day, 15), partial(_value, making, made, told)
    if end in _ON_THE_ROAD - {"case"}:
        yield _at(day, 16), partial(do, "submit", _TRIAGER)
    if end in ("approved", "started"):
        yield _at(day + timedelta(days=7), 10), partial(do, "approve", _CHAIR)
    if end == "started":
        yield _at(day + timedelta(days=8), 9), partial(_start, making, made, told)


def _open(making: Making, form: list[int], told: Told, at: datetime) -> None:
    by: dict[str, Any] = {"actor_id": making.owner, "at": at}
    form[0] = make_form(node_id=making.nodes[""], title=told["title"], **by)
    change_form(form_id=form[0], intro=told["intro"], fields=told["questions"], public=True, **by)
    for decision, names in (("request.triage", (_TRIAGER, _HEAD)), ("request.approve", (_CHAIR, _HEAD))):
        for name in names:
            give_authority(node_id=making.nodes[""], decision=decision, person_id=making.people[name], **by)


def _ask(making: Making, form: list[int], made: dict[str, Made], told: Told, at: datetime) -> None:
    answers = {key: told[key] for key in ("name", "need", "unit", "category") if key in told}
    if "wanted_for" in told:
        answers["wanted_for"] = told["wanted_for"].isoformat()
    found = ask(actor_id=making.people[told["by"]], form_id=form[0], answers=answers, at=at)
    made[told["name"]] = found
    cells = {key: told[key] for key in ("size", "effort") if key in told}
    if cells:
        ops = ops_from_wire([{"op": "set", "row": found.row_id, "cells": cells}])
        change_sheet(actor_id=making.people[_TRIAGER], sheet_id=found.sheet_id, ops=ops, client_op_id=None, base_seq=None, at=at)


def _ask_from_outside(making: Making, form: list[int], told: Told, at: datetime) -> None:
    token = form_kept(actor_id=making.owner, form_id=form[0])["token"]
    ask_from_outside(token=token, answers=told["answers"], who=Stranger(told["name"], told["address"]), at=at)


def _value(making: Making, made: dict[str, Made], told: Told, at: datetime) -> None:
    by: dict[str, Any] = {"actor_id": making.people[_TRIAGER], **_ref(made, told), "at": at}
    if "case" in told:
        flows = [(Decimal(cost), Decimal(income)) for cost, income in told["case"]]
        save_case(wish=CaseWish(CURRENCY, Decimal(told["rate"]), flows), **by)
    if "score" in told:
        score_request(values=dict(zip(("value", "urgency", "risk"), told["score"], strict=True)), **by)


def _decide(making: Making, made: dict[str, Made], told: Told, what: str, who: str, at: datetime) -> None:
    actor, ref = making.people[who], _ref(made, told)
    into = _ref(made, {"name": told["into"]}) if what == "merge" else None
    until = told["until"].isoformat() if "until" in told else None
    reason = told.get("reason", "") if what in ("return", "reject", "defer") else ""
    seen = request_for(actor, ref["sheet_id"], ref["row_id"]).seen
    wish = Wish(what, seen, reason, (into["sheet_id"], into["row_id"]) if into else None, until)
    decide(actor_id=actor, **ref, wish=wish, at=at)


def _start(making: Making, made: dict[str, Made], told: Told, at: datetime) -> None:
    ref, people = _ref(made, told), making.people
    wish = StartWish(
        seen=request_for(making.owner, ref["sheet_id"], ref["row_id"]).seen,
        parent_id=making.nodes[told["place"]],
        name=told["project"],
        manager_id=people[told["manager"]],
        code="WN-12",
        sponsor_id=people[told["sponsor"]],
        start=date(2026, 10, 19),
        finish=told["wanted_for"],
    )
    making.nodes[told["project"]] = start_project(actor_id=making.owner, **ref, wish=wish, at=at)


def _ref(made: dict[str, Made], told: Told) -> dict[str, int]:
    found = made[told["name"]]
    return {"sheet_id": found.sheet_id, "row_id": found.row_id}


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)
