"""Which courses belong to whom: by the roles that somebody has where a pack holds, and until when an office wants them taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from milepost.apps.method.queries.holding import Held, packs_for
from milepost.apps.office.models import OfficeRole
from milepost.apps.office.queries.offices import OfficeView, offices_for
from milepost.apps.org.models import Person
from milepost.apps.practice.expecting.words import Asker
from milepost.apps.practice.models import Completion, CourseDue
from milepost.engines.method.model import Course


@dataclass(frozen=True, slots=True)
class Post:
    """A role that somebody has at a place, and since when, where that is known."""

    role: str
    node_id: int
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A course that belongs to somebody's role. `due` is None where no office set a day; `done` the last completion, of any version."""

    course: Course
    held: Held
    role: str
    node_id: int
    due: date | None
    done: Completion | None


def posts_of(asker: Asker) -> list[Post]:
    """The roles that somebody has: in projects, in offices. At most three queries."""
    held = OfficeRole.objects.filter(person_id=asker.person_id, until=None, office__closed_at=None)
    offices = [Post(role, node, since) for role, node, since in held.values_list("role", "office__node_id", "since")]
    return [*(Post(one.role, one.id) for one in asker.projects), *offices]


def lessons_of(asker: Asker) -> list[Lesson]:
    """The courses of somebody's roles, each once, with the earliest day. A constant number of queries."""
    posts = posts_of(asker)
    nodes = {post.node_id for post in posts}
    packs, offices = packs_for(nodes), offices_for(nodes)
    dues = dues_of({one.id for one in offices.values()})
    joined = Person.objects.values_list("created_at", flat=True).get(id=asker.person_id)
    done = {(one.pack, one.course): one for one in Completion.objects.filter(person_id=asker.person_id).order_by("at")}
    found: dict[tuple[str, str], Lesson] = {}
    for post in posts:
        held, office = packs.get(post.node_id), offices.get(post.node_id)
        if held is None:
            continue
        for course in for_role(held, post.role):
            due = due_on(dues, office, course.key, post, joined)
            one = Lesson(course, held, post.role, post.node_id, due, done.get((held.pack.key, course.key)))
            before = found.get((held.pack.key, course.key))
            if before is None or (due or date.max) < (before.due or date.max):
                found[held.pack.key, course.key] = one
    return list(found.values())


def dues_of(office_ids: Iterable[int]) -> Mapping[tuple[int, str, str], CourseDue]:
    """What offices set, by office, course and role. One query."""
    return {(one.office_id, one.course, one.role): one for one in CourseDue.objects.filter(office_id__in=set(office_ids))}


def due_on(
    dues: Mapping[tuple[int, str, str], CourseDue], office: OfficeView | None, course: str, post: Post, joined: datetime
) -> date | None:
    """The day until which whoever has a role takes a course: so many days after they came to it, and never before it was asked."""
    found = dues.get((office.id, course, post.role)) if office else None
    if found is None:
        return None
    return max(post.since or joined, found.since).date() + timedelta(days=found.days)


def for_role(held: Held, role: str) -> list[Course]:
    """The courses of a pack that are for a role."""
    return [one for one in held.pack.courses if role in one.roles]
