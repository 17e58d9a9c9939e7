"""Courses: one's own, all of the methods that hold where one works, one to read, and for an office who took which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from milepost.apps.method.models import PackVersion, VersionState
from milepost.apps.method.packs.kept import pack_of
from milepost.apps.method.queries.holding import Held, living_adoptions, pack_for, packs_for
from milepost.apps.office.access import visible_office
from milepost.apps.office.models import OfficeRole
from milepost.apps.office.queries.offices import OfficeView
from milepost.apps.org.access import scope_of, within
from milepost.apps.org.capabilities import Capability
from milepost.apps.org.models import Node, Person
from milepost.apps.org.queries import organisation_or_default
from milepost.apps.practice.curriculum import Post, due_on, dues_of, lessons_of
from milepost.apps.practice.expecting.training import role_title
from milepost.apps.practice.expecting.words import Asker
from milepost.apps.practice.models import Completion, CourseDue
from milepost.engines.method.model import Course
from milepost.kernel.errors import NotFound

_PROJECT_ROLES = ("project_manager", "sponsor")


def training_of(*, actor_id: int, at: datetime) -> dict[str, Any]:
    """The courses of the reader's roles with their days, and the others of the methods that hold where they work, by role."""
    today = at.astimezone(ZoneInfo(organisation_or_default().zone)).date()
    mine = lessons_of(Asker(actor_id, today))
    done = {(one.pack, one.course): one for one in Completion.objects.filter(person_id=actor_id).order_by("at")}
    known = {(one.held.pack.key, one.course.key) for one in mine}
    listed = [{**_listed(one.held, one.course, one.done), "due": one.due, "role": role_title(one), "mine": True} for one in mine]
    for held in _methods(actor_id):
        for course in held.pack.courses:
            if (held.pack.key, course.key) not in known:
                known.add((held.pack.key, course.key))
                shown = _listed(held, course, done.get((held.pack.key, course.key)))
                listed.append({**shown, "due": None, "role": {}, "mine": False})
    listed.sort(key=lambda one: (not one["mine"], one["done"] is not None, one["due"] or date.max, one["title"]["en"].casefold()))
    return {"today": today, "courses": listed}


def course_told(*, actor_id: int, version_id: int, key: str) -> dict[str, Any]:
    """A course to read: its text, its questions without the right answers, and whether the reader took it. Raises NotFound."""
    version, course = course_of(actor_id, version_id, key)
    done = Completion.objects.filter(person_id=actor_id, pack=version.pack.key, course=key).order_by("-at").first()
    return {
        "version_id": version.pk,
        "number": version.number,
        "pack": version.pack.key,
        "key": course.key,
        "title": dict(course.title),
        "minutes": course.minutes,
        "text": dict(course.text),
        "ask": [{"say": dict(one.say), "answers": [dict(each) for each in one.answers]} for one in course.ask],
        "done": _done(done),
    }


def course_of(actor_id: int, version_id: int, key: str) -> tuple[PackVersion, Course]:
    """The course of a version that holds, or held, where the reader works. Raises NotFound."""
    version = PackVersion.objects.select_related("pack").filter(id=version_id).exclude(state=VersionState.DRAFT).first()
    if version is None or version.pack.key not in {held.pack.key for held in _methods(actor_id)}:
        raise NotFound(what="course")
    course = next((one for one in pack_of(version).courses if one.key == key), None)
    if course is None:
        raise NotFound(what="course")
    return version, course


def completions_of(*, actor_id: int, office_id: int, at: datetime) -> dict[str, Any]:
    """For an office: of each course and role that it is for, who took it and until when the others shall; people by name, never ranked.

    Raises NotFound, and NotAllowed without the right to know who works there.
    """
    office = visible_office(actor_id, office_id, Capability.DIRECTORY)
    held = pack_for(office.node_id)
    posts = _posts_under(office.node.path, office.pk)
    people = {one.pk: one for one in Person.objects.filter(id__in={person for person, _ in posts}, is_active=True)}
    done = Completion.objects.filter(person_id__in=people, pack=held.pack.key).order_by("at") if held else []
    under = _Under(
        OfficeView(office.pk, office.node_id, office.name, office.type, office.place),
        [(people[pk], post) for pk, post in posts if pk in people],
        {(one.person_id, one.course): one for one in done},
        dues_of([office.pk]),
    )
    return {
        "office": {"id": office.pk, "name": office.name},
        "may_set": _may_set(actor_id, office.pk, office.node.path),
        "courses": [under.told(held, course, role) for course in held.pack.courses for role in course.roles] if held else [],
    }


@dataclass(frozen=True, slots=True)
class _Under:
    """Everybody who works under an office, what they took and what it set."""

    office: OfficeView
    posts: Sequence[tuple[Person, Post]]
    taken: Mapping[tuple[int, str], Completion]
    dues: Mapping[tuple[int, str, str], CourseDue]

    def told(self, held: Held, course: Course, role: str) -> dict[str, Any]:
        """A course for a role, with those who have it, by name."""
        due = self.dues.get((self.office.id, course.key, role))
        learners = [self._learner(person, course, post) for person, post in self.posts if post.role == role]
        return {
            "key": course.key,
            "title": dict(course.title),
            "minutes": course.minutes,
            "role": role,
            "role_title": next((dict(one.title) for one in held.pack.roles if one.key == role), {"en": role}),
            "days": due.days if due else None,
            "people": sorted(learners, key=lambda one: str(one["name"]).casefold()),
        }

    def _learner(self, person: Person, course: Course, post: Post) -> dict[str, Any]:
        due = due_on(self.dues, self.office, course.key, post, person.created_at)
        return {"id": person.pk, "name": person.name, "due": due, "done": _done(self.taken.get((person.pk, course.key)))}


def _posts_under(path: str, office_id: int) -> list[tuple[int, Post]]:
    """Who has which role in the projects below an office, and in it; each role once a person."""
    below = Node.objects.unscoped(reason="whoever reads may know who works here").filter(within(path), kind="project", deleted_root=None)
    found: dict[tuple[int, str], Post] = {}
    for node_id, manager, sponsor in below.values_list("id", "manager_id", "sponsor_id"):
        for person, role in zip((manager, sponsor), _PROJECT_ROLES, strict=True):
            if person:
                found.setdefault((person, role), Post(role, node_id))
    roles = OfficeRole.objects.filter(office_id=office_id, until=None).values_list("person_id", "role", "office__node_id", "since")
    found.update({(person, role): Post(role, node, since) for person, role, node, since in roles})
    return [(person, post) for (person, _), post in found.items()]


def _may_set(actor_id: int, office_id: int, path: str) -> bool:
    own = OfficeRole.objects.filter(office_id=office_id, person_id=actor_id, until=None).exists()
    return own or scope_of(actor_id, Capability.ARRANGE).allows(path)


def _methods(actor_id: int) -> Iterable[Held]:
    """The packs that hold at places that the person sees, or above one where they work."""
    scope = scope_of(actor_id)
    adopted = {
        one.node_id for path, one in living_adoptions().items() if scope.allows(path) or any(each.startswith(path) for each in scope.paths)
    }
    return packs_for(adopted).values()


def _listed(held: Held, course: Course, done: Completion | None) -> dict[str, Any]:
    return {
        "version_id": held.version_id,
        "number": held.number,
        "pack": held.pack.key,
        "pack_title": dict(held.pack.title),
        "key": course.key,
        "title": dict(course.title),
        "minutes": course.minutes,
        "questions": len(course.ask),
        "roles": [dict(one.title) for one in held.pack.roles if one.key in course.roles],
        "done": _done(done),
    }


def _done(one: Completion | None) -> dict[str, Any] | None:
    return {"at": one.at, "number": one.number} if one else None
