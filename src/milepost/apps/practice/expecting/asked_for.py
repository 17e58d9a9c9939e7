"""What the method says to tasks, entries and statuses: the artefact or policy that they belong to, why there is one, and the procedure
beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from milepost.apps.method.queries.asking import Asking, asking_of
from milepost.apps.method.queries.holding import Held
from milepost.apps.practice.expecting.words import Expectation
from milepost.engines.method import Pack

STATUS = "report"
STATUS_RULE = "status_not_stated"


def with_method(found: Iterable[Expectation], held: Mapping[int, Held]) -> Iterator[Expectation]:
    """The same, each with what the pack that holds at its node says of its subject, where it says something."""
    known: dict[tuple[int, str], Asking | None] = {}
    for one in found:
        here = held.get(one.node_id or 0) if one.subject else None
        if here is None:
            yield one
            continue
        place = (here.version_id, one.subject)
        if place not in known:
            known[place] = _asking(here.pack, one.subject)
        asks = known[place]
        yield _asked(one, asks, here.version_id) if asks else one


def _asked(one: Expectation, asks: Asking, version_id: int) -> Expectation:
    why = replace(one.why, key=asks.key, said=asks.title, because=asks.why)
    return replace(one, why=why, procedure=f"{version_id}:{asks.procedure}" if asks.procedure else "")


def _asking(pack: Pack, subject: str) -> Asking | None:
    """A status is asked for by the policy of its rule; else the artefact that is a register of this kind, the plan or a report."""
    policy = next((one.key for one in pack.policies if subject == STATUS and one.rule == STATUS_RULE), None)
    artefact = next((one.key for one in pack.artefacts if subject in (one.form, one.kind)), None)
    key = policy or artefact
    return asking_of(pack, key) if key else None
