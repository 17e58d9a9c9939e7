"""Waivers: somebody asks not to be held to something for a while, and whoever has the authority decides, once."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from milepost.apps.method.errors import NotAsked, WaiverAsked, WaiverDecided, WaiverOwn
from milepost.apps.method.events import WAIVER_ASKED, WAIVER_GRANTED, WAIVER_REFUSED
from milepost.apps.method.models import Waiver
from milepost.apps.method.queries.asking import asking_of
from milepost.apps.method.queries.holding import pack_for
from milepost.apps.office.authority import deciding, demand
from milepost.apps.org.access import node_for
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models.node import NodeKind
from milepost.apps.planning.queries.portfolio import wall_clock
from milepost.apps.trail.actions.record import record
from milepost.kernel.errors import Invalid, NotFound

GRANT = "waiver.grant"
_LONGEST = timedelta(days=366)
_MOST_LETTERS = 2000


@transaction.atomic
def ask_for_waiver(*, actor_id: int, project_id: int, key: str, reason: str, until: date, at: datetime) -> int:
    """Ask that a policy or an artefact (`key`) be not asked of a project up to a day, at most a year ahead; returns the waiver.

    Needs EDIT. Raises NotFound, also for a node that is no project, NotAllowed, NotAsked, WaiverAsked where one waits, and Invalid.
    """
    node = node_for(actor_id, project_id, Capability.EDIT)
    if node.kind != NodeKind.PROJECT:
        raise NotFound(what="project")
    _check_until(until, at)
    held = pack_for(project_id)
    if held is None or asking_of(held.pack, key) is None:
        raise NotAsked(key=key)
    asked = {"key": key, "reason": _checked(reason), "wanted_until": until, "asked_by": actor_id, "asked_at": at}
    try:
        with transaction.atomic():
            waiver = Waiver.objects.create(node_id=project_id, **asked)
    except IntegrityError:
        raise WaiverAsked from None
    record(WAIVER_ASKED, actor_id=actor_id, at=at, node_id=project_id, data={"key": key, "waiver": waiver.pk})
    return waiver.pk


@deciding
def decide_waiver(*, actor_id: int, waiver_id: int, grant: bool, reason: str, until: date | None, at: datetime) -> None:
    """Grant a waiver to the end of a day (by default the one that was asked for), or refuse it; a refusal needs a reason.

    Raises NotFound, NoAuthority, WaiverOwn for one's own, WaiverDecided for one that was decided, and Invalid.
    """
    waiver = Waiver.objects.select_for_update().filter(id=waiver_id).first()
    if waiver is None:
        raise NotFound(what="waiver")
    try:
        demand(actor_id, waiver.node_id, GRANT, None, at)
    except NotFound:
        raise NotFound(what="waiver") from None
    if waiver.asked_by == actor_id:
        raise WaiverOwn
    if waiver.decision:
        raise WaiverDecided
    waiver.decided_reason = _checked(reason) if not grant or reason.strip() else ""
    waiver.decision, waiver.decided_by, waiver.decided_at = "granted" if grant else "refused", actor_id, at
    if grant:
        waiver.until = until or waiver.wanted_until
        _check_until(waiver.until, at)
    waiver.save()
    kind, told = (WAIVER_GRANTED, {"until": str(waiver.until)}) if grant else (WAIVER_REFUSED, {})
    record(kind, actor_id=actor_id, at=at, node_id=waiver.node_id, data={"key": waiver.key, "waiver": waiver.pk, **told})


def _checked(reason: str) -> str:
    words = reason.strip()
    if not words:
        raise Invalid(field="reason", reason="say why, so that others can judge it")
    if len(words) > _MOST_LETTERS:
        raise Invalid(field="reason", reason=f"it needs at most {_MOST_LETTERS} characters")
    return words


def _check_until(until: date, at: datetime) -> None:
    today = wall_clock(at).date()
    if not today <= until <= today + _LONGEST:
        raise Invalid(field="until", reason="it is a day from today to a year ahead")
