"""Decisions that wait for somebody: waivers, and requests for triage and approval, where they have the authority."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from milepost.apps.intake.access import KIND
from milepost.apps.intake.amounts import money_of
from milepost.apps.intake.states import APPROVAL, APPROVE, NEW, TRIAGE
from milepost.apps.method.models import Waiver
from milepost.apps.method.queries.asking import askings_of
from milepost.apps.method.queries.waivers import GRANT
from milepost.apps.office.queries.deciding import Deciding, deciding
from milepost.apps.org.access import paths_of
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.org.queries.names import names_of
from milepost.apps.practice.expecting.words import Asker, Expectation, Why, name
from milepost.apps.sheets.queries.across import register_of_kind
from milepost.apps.sheets.row_names import row_name
from milepost.engines.sheet import Cell
from milepost.engines.sheet.select_line import Line


def decisions(asker: Asker) -> Iterator[Expectation]:
    """All that waits for their decision and that they did not ask for themselves. A constant number of queries."""
    may = deciding(asker.person_id, (GRANT, TRIAGE, APPROVE))
    yield from _waivers(asker, may)
    yield from _requests(asker, may)


def _waivers(asker: Asker, may: Deciding) -> Iterator[Expectation]:
    waiting = Waiver.objects.filter(asker.scope.condition("node__"), decision="").exclude(asked_by=asker.person_id).select_related("node")
    mine = [one for one in waiting if may.may(one.node.path, GRANT, sponsor_id=one.node.sponsor_id)]
    asks = askings_of([(one.node_id, one.key) for one in mine]) if mine else {}
    names = names_of(one.asked_by for one in mine)
    for one in mine:
        what = asks.get((one.node_id, one.key))
        yield Expectation(
            kind="waiver",
            id=f"waiver:{one.pk}",
            node_id=one.node_id,
            path=one.node.path,
            title=what.title if what else name(one.key),
            due=None,
            why=Why("authority", {"by": names.get(one.asked_by, ""), "text": one.reason}, one.key, {}, what.why if what else {}),
            does=f"/node/{one.node_id}/findings",
            verb="decide",
            data={"reason": one.reason, "until": one.wanted_until.isoformat(), "at": one.asked_at.isoformat()},
        )


def _requests(asker: Asker, may: Deciding) -> Iterator[Expectation]:
    register = register_of_kind(asker.person_id, KIND, None)
    waiting = [line for line in register.lines if line.cells.get("name") and _state(line) in (NEW, APPROVAL)]
    paths = paths_of({register.places[line.sheet][0] for line in waiting}) if waiting else {}
    currency = organisation_or_default().currency
    mine = [line for line in waiting if _is_theirs(asker, may, line, paths[register.places[line.sheet][0]], currency)]
    names = names_of(_asker(line.cells) for line in mine)
    for line in mine:
        node_id, state = register.places[line.sheet][0], _state(line)
        yield Expectation(
            kind="request",
            id=f"request:{line.sheet}.{line.id}",
            node_id=node_id,
            path=paths[node_id],
            title=name(row_name(line.cells)),
            due=None,
            why=Why("authority", {"by": names.get(_asker(line.cells), ""), "decision": TRIAGE if state == NEW else APPROVE}),
            does=f"/request/{line.sheet}/{line.id}",
            verb="decide",
            data={"state": state, "number": line.cells.get("number")},
        )


def _is_theirs(asker: Asker, may: Deciding, line: Line, path: str, currency: str) -> bool:
    """Nobody approves what they asked for themselves."""
    if _state(line) == NEW:
        return may.may(path, TRIAGE)
    own = asker.person_id in (line.cells.get("wanted_by"), line.cells.get("made_by"))
    return not own and may.may(path, APPROVE, amount=money_of(line.cells.get("cost"), currency))


def _state(line: Line) -> str:
    """How a request stands; one without a word of it is new."""
    return str(line.cells.get("state") or NEW)


def _asker(cells: Mapping[str, Cell]) -> int:
    given = cells.get("wanted_by")
    return given if isinstance(given, int) else 0
