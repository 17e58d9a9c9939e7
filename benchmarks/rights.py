"""What somebody may see among 600,000 nodes: the page of a list, one object, for each class of user."""

from __future__ import annotations

import os
import random
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

NODES, MILLISECONDS, PAGE = 600_000, 28, 50
FOLDER = tempfile.mkdtemp(prefix="milepost-rights-")
os.environ.update(MILEPOST_DATA_DIR=FOLDER, DJANGO_SETTINGS_MODULE="milepost.config.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from _machine import machine, show, timed  # noqa: E402
from milepost.apps.org.access import node_for, scope_of  # noqa: E402
from milepost.apps.org.actions.create_organisation import create_organisation  # noqa: E402
from milepost.apps.org.actions.create_person import create_person  # noqa: E402
from milepost.apps.org.models import Grant, Node, Person  # noqa: E402
from milepost.apps.org.paths import child_path  # noqa: E402
from milepost.apps.org.queries import tree  # noqa: E402
from milepost.doors.clock import real_now  # noqa: E402
from milepost.kernel.ids import new_id  # noqa: E402

AT = real_now()
UNITS, PROGRAMMES, PROJECTS, FOLDERS = 20, 50, 20, 29  # 20 units of 50 programmes of 20 projects of 29 folders


def grow(parents: list[tuple[int, str]], kind: str, each: int) -> list[tuple[int, str]]:
    """Put so many nodes below each parent, written straight into the table: actions are not what is measured here."""
    rows = []
    for parent_id, path in parents:
        for position in range(each):
            pk = new_id()
            rows.append((pk, parent_id, child_path(path, pk), kind, f"{kind} {position} {pk % 9973}", "", position, "", AT.isoformat(" ")))
    sql = """INSERT INTO org_node (id, parent_id, path, kind, name, code, position, stated_reason, created_at)
             VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(sql, rows)
    return [(row[0], row[2]) for row in rows]


def build() -> tuple[dict[str, Person], int]:
    """The tree, and one person of each class: their grants are all that differs."""
    call_command("migrate", verbosity=0)
    people = {name: create_person(actor_id=None, email=f"{name}@example.org", name=name, at=AT) for name in CLASSES}
    root = create_organisation(name="Large", owner_id=people["owner"].pk, at=AT)
    units = grow([(root.pk, root.path)], "unit", UNITS)
    programmes = grow(units, "programme", PROGRAMMES)
    projects = grow(programmes, "project", PROJECTS)
    folders = grow(projects, "folder", FOLDERS)
    chance = random.Random(7)
    give(people["one unit"], [units[3]])
    give(people["one project"], [projects[77]])
    give(people["90 projects"], chance.sample(projects, 90))
    give(people["2,000 projects"], chance.sample(projects, 2000))
    connection.cursor().execute("ANALYZE")
    return people, folders[12345][0]


CLASSES = ("owner", "one unit", "one project", "90 projects", "2,000 projects", "stranger")


def give(person: Person, nodes: list[tuple[int, str]]) -> None:
    Grant.objects.bulk_create([Grant(person=person, node_id=pk, role_id="viewer", granted_at=AT) for pk, _ in nodes])


def main() -> None:
    """Print the page of all that is visible in the order of the tree, the top of the tree, and one object, for each class."""
    print(machine())
    people, folder = build()
    print(f"{Node.objects.unscoped(reason='the size of the benchmark').count():,} nodes")
    for name, person in people.items():
        show(f"{name}: first {PAGE} visible nodes", timed(partial(page, person.pk))[0], MILLISECONDS)
        show(f"{name}: top of the tree", timed(partial(tree.children, person.pk, parent_id=None, limit=PAGE, offset=0))[0], MILLISECONDS)
        show(f"{name}: all visible programmes", timed(partial(programmes, person.pk))[0], MILLISECONDS)
    show("owner: one node by id", timed(partial(node_for, people["owner"].pk, folder))[0], MILLISECONDS)
    for file in Path(FOLDER).iterdir():
        file.unlink()


def page(actor_id: int) -> list[Any]:
    """A page of everything that somebody sees."""
    return list(Node.objects.scoped(scope_of(actor_id)).order_by("path").values_list("id", "name")[:PAGE])


def programmes(actor_id: int) -> list[Any]:
    """All programmes that somebody sees."""
    return list(Node.objects.scoped(scope_of(actor_id)).filter(kind="programme").values_list("id", "name"))


if __name__ == "__main__":
    main()
