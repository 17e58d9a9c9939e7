"""Looking for words among a million cells: a common word and a rare one, for who sees all and for who sees one project."""

from __future__ import annotations

import os
import random
import tempfile

CELLS, COLUMNS, PROJECTS, MILLISECONDS = 1_000_000, 20, 500, 200
FOLDER = tempfile.mkdtemp(prefix="milepost-search-")
os.environ.update(MILEPOST_DATA_DIR=FOLDER, DJANGO_SETTINGS_MODULE="milepost.config.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from _machine import machine, show, timed  # noqa: E402
from milepost.apps.org.actions.create_node import create_node  # noqa: E402
from milepost.apps.org.actions.create_organisation import create_organisation  # noqa: E402
from milepost.apps.org.actions.create_person import create_person  # noqa: E402
from milepost.apps.org.actions.grant_role import grant_role  # noqa: E402
from milepost.apps.sheets.models import Row, SearchText, Sheet  # noqa: E402
from milepost.apps.sheets.search import search  # noqa: E402
from milepost.doors.clock import real_now  # noqa: E402

AT = real_now()
WORDS = [f"{a}{b}" for a in ("ba", "de", "fo", "gu", "hi", "ka", "le", "mo", "nu", "pi") for b in ("ran", "sel", "tor", "vun", "wim")]

WANTED = {"open": "a word of every row", "zeppelin": "a rare word", "open baran mot": "three words, the last one begun", "b": "one letter"}


def fill(sheet: Sheet, rows: int, chance: random.Random) -> None:
    """Rows of a register with twenty cells of two words each, every one with a common word, one in a thousand with a rare one."""
    texts, stored = [], []
    for row in range(1, rows + 1):
        cells = [" ".join(chance.choices(WORDS, k=2)) for _ in range(COLUMNS)]
        cells[3] += " open"
        if chance.random() < 0.001:
            cells[5] += " zeppelin"
        texts.append(SearchText(sheet=sheet, row_id=row, what="row", title=cells[0], body="\n".join(cells[1:])))
        stored.append(Row(sheet=sheet, row_id=row, position=f"a{row:06}", cells={f"c{key}": text for key, text in enumerate(cells)}, seq=1))
    Row.objects.bulk_create(stored)
    SearchText.objects.bulk_create(texts)


def build() -> tuple[int, int]:
    """Somebody who sees everything, and somebody who sees one project."""
    call_command("migrate", verbosity=0)
    owner, narrow = (create_person(actor_id=None, email=f"{name}@example.org", name=name, at=AT).pk for name in ("owner", "narrow"))
    root = create_organisation(name="Large", owner_id=owner, at=AT)
    chance = random.Random(7)
    with transaction.atomic():
        for number in range(PROJECTS):
            node = create_node(actor_id=owner, parent_id=root.pk, kind="folder", name=f"Place {number}", at=AT)
            fill(Sheet.objects.create(node=node, kind="blank", name="List", seq=1, created_at=AT), CELLS // COLUMNS // PROJECTS, chance)
            if number == 0:
                grant_role(actor_id=owner, person_id=narrow, node_id=node.pk, role="viewer", at=AT)
    return owner, narrow


def main() -> None:
    """Print the figures."""
    print(machine())
    owner, narrow = build()
    print(f"{SearchText.objects.count():,} rows of {COLUMNS} cells in {PROJECTS} registers")
    for q, what in (
        ("open", "a word of every row"),
        ("zeppelin", "a rare word"),
        ("open baran mot", "three words, the last one begun"),
        ("b", "one letter"),
    ):
        for who, name in ((owner, "who sees everything"), (narrow, "who sees one of them")):
            least, median = timed(lambda q=q, who=who: search(actor_id=who, q=q, limit=20))
            show(f"{what}, {name} (least {least:.0f})", median, MILLISECONDS)


if __name__ == "__main__":
    main()
