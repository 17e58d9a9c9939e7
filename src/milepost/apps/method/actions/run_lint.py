"""Runs of the linter over a part of the tree: asked for once, worked off batch by batch, by whichever process is at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, Subquery

from milepost.apps.method.actions.lint import AT_ONCE, Looked, keep, lint, look_at
from milepost.apps.method.models import Linted, LintRun, LintState
from milepost.apps.org.access import node_for, within
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node
from milepost.apps.org.models.scoped import ScopedQuerySet
from milepost.apps.org.queries import organisation
from milepost.apps.planning.queries.portfolio import wall_clock
from milepost.apps.trail.models import Event
from milepost.apps.trail.queries import events_after, horizon

_OPEN = (LintState.WAITING, LintState.RUNNING)
_OF_METHOD = frozenset(("pack.adopted", "pack.adoption_ended", "office.founded", "office.changed", "office.closed"))
_WHY = "the linter looks at every project; what it finds is shown by rights"


@transaction.atomic
def ask_for_run(*, actor_id: int, node_id: int, at: datetime) -> int:
    """Ask for a run over all projects at and below a node, and return its id; one that waits or runs there already is that one.

    Needs EDIT. Raises NotFound and NotAllowed.
    """
    node_for(actor_id, node_id, Capability.EDIT)
    return begin_run(node_id, actor_id, at)


def begin_run(node_id: int, actor_id: int | None, at: datetime) -> int:
    """The same for another action of this app, whose rights were checked."""
    known = LintRun.objects.filter(node_id=node_id, state__in=_OPEN, last_path="").values_list("id", flat=True).first()
    return known or LintRun.objects.create(node_id=node_id, asked_by=actor_id, asked_at=at).pk


def begin_nightly_run(*, at: datetime) -> bool:
    """Ask for the run of this day over everything, if nobody has yet; True where one was made. Days are the organisation's."""
    if organisation() is None:
        return False
    root, day = root_id(), wall_clock(at).date()
    if root is None or LintRun.objects.filter(day=day).exists():
        return False
    try:
        with transaction.atomic():
            LintRun.objects.create(node_id=root, asked_at=at, day=day)
    except IntegrityError:  # another process was quicker
        return False
    return True


def root_id() -> int | None:
    """The root of the tree; None before the organisation was founded."""
    return Node.objects.unscoped(reason=_WHY).filter(parent=None, deleted_root=None).values_list("id", flat=True).first()


def is_there(node_id: int) -> bool:
    """Whether there is such a node, for an operator who may name every one."""
    return Node.objects.unscoped(reason=_WHY).filter(id=node_id, deleted_root=None).exists()


def work_on_runs(*, at: datetime) -> bool:
    """Do the next batch of the oldest run that is not done; False where none is. A run that was broken off goes on where it was.

    Projects are looked at first, and what was seen is written with the progress of the run in one short transaction: what is written of a
    run is always true, and nobody who edits has to wait for it.
    """
    run = LintRun.objects.filter(state__in=_OPEN).order_by("asked_at", "id").first()
    if run is None:
        return False
    path = Node.objects.unscoped(reason=_WHY).filter(id=run.node_id).values_list("path", flat=True)[0]
    below = _projects().filter(within(path))
    batch = list(below.filter(path__gt=run.last_path).order_by("path").values_list("id", "path")[:AT_ONCE])
    looked = look_at([node_id for node_id, _ in batch], at=at)
    _write(run, batch, looked, below.count() if run.state == LintState.WAITING else run.total, at)
    return True


@transaction.atomic
def _write(seen: LintRun, batch: Sequence[tuple[int, str]], looked: Looked, total: int, at: datetime) -> None:
    run = LintRun.objects.select_for_update().get(id=seen.pk)
    if (run.last_path, run.state) != (seen.last_path, seen.state):  # somebody else did this batch
        return
    outcome = keep(looked, at=at)
    run.state, run.total, run.started_at = LintState.RUNNING, total, run.started_at or at
    run.done, run.appeared, run.went = run.done + len(batch), run.appeared + outcome.appeared, run.went + outcome.went
    run.last_path = batch[-1][1] if batch else run.last_path
    if len(batch) < AT_ONCE:
        run.state, run.finished_at, run.total = LintState.DONE, at, run.done
    run.save()


def lint_what_changed(after: int, *, at: datetime) -> int:
    """Hold those projects against their methods again in whose place something happened since they were looked at, and new ones.

    Where a method or an office changed above projects a run is asked for. Returns the event up to which the trail was followed; call it
    with that the next time, and with 0 the first time. It costs one query while nothing happens.
    """
    upto = horizon()
    if upto == after:
        return upto
    if after:
        for node_id in _methods_changed(after, upto):
            with transaction.atomic():
                begin_run(node_id, None, at)
    lint(_changed(), at=at)
    return upto


def lint_if_changed(node_id: int, *, at: datetime) -> None:
    """The same for one project that somebody opens, so that they read what is true now, whoever works in the background."""
    seen = Linted.objects.filter(node_id=node_id).values_list("upto", "day").first()
    if seen is None or seen[1] != wall_clock(at).date() or Event.objects.filter(node_id=node_id, id__gt=seen[0]).exists():
        lint([node_id], at=at)


def _projects() -> ScopedQuerySet[Node]:
    return Node.objects.unscoped(reason=_WHY).filter(kind="project", deleted_root=None)


def _changed() -> list[int]:
    """Projects that were never looked at, or where something happened since; some of them where they are very many."""
    seen = Linted.objects.filter(node_id=OuterRef("id")).values("upto")
    known = _projects().annotate(seen=Subquery(seen))
    later = Event.objects.filter(node_id=OuterRef("id"), id__gt=OuterRef("seen"))
    return list(known.filter(Q(seen=None) | Exists(later)).values_list("id", flat=True)[: AT_ONCE * 5])


def _methods_changed(after: int, upto: int) -> Iterator[int]:
    """The nodes at which a method or an office changed between two events."""
    last, seen = after, set[int]()
    while last < upto:
        events = events_after(last)
        if not events:
            return
        for event in events:
            if event.node_id and event.node_id not in seen and event.kind in _OF_METHOD:
                seen.add(event.node_id)
                yield event.node_id
        last = events[-1].id
