"""The offices of the small world in which rights are tried: what each operation on them needs."""

from __future__ import annotations

from datetime import date

from milepost.apps.office.actions.check_ins import set_check_in
from milepost.apps.office.actions.found_office import found_office
from milepost.apps.office.actions.functions import take_on
from milepost.apps.office.actions.give_authority import give_authority
from milepost.apps.office.actions.goals import set_goal
from milepost.apps.office.actions.partners import name_partner
from milepost.apps.office.actions.people import give_office_role
from milepost.apps.office.actions.set_up import answer_setup, begin_setup
from milepost.apps.org.actions.create_node import create_node
from tests.cast import NOW, Cast

ANSWERS = {
    "goals": [{"text": "Secret start", "horizon": "short"}, {"text": "Secret end", "horizon": "long"}],
    "functions": [{"key": "method", "goal": 0}],
    "type": {"type": "supportive"},
    "place": {"place": "project"},
    "review": {"name": "Secret new office", "charter": ""},
}


def with_offices(cast: Cast) -> dict[str, int]:
    """A controlling office at the programme with a partner and a check-in, a directive one at a second project, and a set-up."""
    by = {"actor_id": cast.alice.pk, "at": NOW}
    office = found_office(node_id=cast.programme.pk, name="Secret office", type="controlling", place="programme", **by).pk
    served, goal = (set_goal(node_id=cast.programme.pk, horizon="short", text=text, **by).pk for text in ("Secret aim", "Secret goal"))
    take_on(office_id=office, key="method", goal_id=served, **by)
    give_office_role(office_id=office, person_id=cast.vera.pk, role="partner", **by)
    name_partner(project_id=cast.project.pk, person_id=cast.vera.pk, **by)
    check_in = set_check_in(project_id=cast.project.pk, due=date(2026, 3, 10), **by).pk
    run = create_node(parent_id=cast.programme.pk, kind="project", name="Secret second project", **by).pk
    bench = found_office(node_id=run, name="Secret bench", type="directive", place="project", **by).pk
    give_office_role(office_id=bench, person_id=cast.mona.pk, role="project_manager", **by)
    setup = begin_setup(node_id=cast.project.pk, wish="build", **by).pk
    answer_setup(setup_id=setup, step="review", answers=ANSWERS, **by)
    authority = give_authority(node_id=cast.project.pk, decision="project.hold", person_id=cast.bob.pk, **by).pk
    return {"$office": office, "$goal": goal, "$check_in": check_in, "$lent": run, "$setup": setup, "$authority": authority}
