"""Who sees what in the tree, asked of the one place that knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import NOW, Cast

from milepost.apps.org.access import node_for, scope_of
from milepost.apps.org.actions.create_node import create_node
from milepost.apps.org.actions.grant_role import grant_role
from milepost.apps.org.capabilities import ROLES, Capability, words
from milepost.apps.org.models import Node, Person
from milepost.apps.org.models.scoped import Unscoped
from milepost.apps.org.paths import child_path, covering, prefixes, span
from milepost.kernel.errors import NotAllowed, NotFound

IDS = st.integers(1, 2**53 - 1)


def names(person: Person, capability: Capability = Capability.VIEW) -> list[str]:
    return sorted(Node.objects.scoped(scope_of(person.pk, capability)).values_list("name", flat=True))


def test_a_role_holds_at_its_node_and_below(cast: Cast) -> None:
    assert names(cast.vera) == ["The programme", "The project"]
    assert names(cast.vera, Capability.EDIT) == []
    assert names(cast.bob, Capability.EDIT) == ["The programme", "The project"]
    assert names(cast.charlie) == []
    assert len(names(cast.alice)) == 5


def test_who_left_sees_nothing_any_more(cast: Cast) -> None:
    cast.vera.is_active = False
    cast.vera.save()
    assert names(cast.vera) == []


@pytest.mark.parametrize("grants", [1, 8, 9, 40])
def test_however_many_grants_one_has_one_sees_what_they_give(cast: Cast, grants: int) -> None:
    alice, unit = cast.alice.pk, cast.unit.pk
    projects = [create_node(actor_id=alice, parent_id=unit, kind="project", name=f"P{number:02}", at=NOW) for number in range(grants + 2)]
    folder = create_node(actor_id=alice, parent_id=projects[0].pk, kind="folder", name="Folder", at=NOW)
    for project in projects[:grants]:
        grant_role(actor_id=alice, person_id=cast.charlie.pk, node_id=project.pk, role="viewer", at=NOW)
    grant_role(actor_id=alice, person_id=cast.charlie.pk, node_id=folder.pk, role="editor", at=NOW)
    assert names(cast.charlie) == ["Folder", *(f"P{number:02}" for number in range(grants))]
    assert names(cast.charlie, Capability.EDIT) == ["Folder"]
    assert scope_of(cast.charlie.pk).bits_at(folder.path) & Capability.EDIT
    assert not scope_of(cast.charlie.pk).bits_at(projects[0].path) & Capability.EDIT


def test_one_query_asks_for_the_grants_and_one_for_the_nodes(cast: Cast, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        list(Node.objects.scoped(scope_of(cast.bob.pk)))


def test_what_one_may_not_see_is_not_there_and_what_one_may_not_do_is_refused(cast: Cast) -> None:
    with pytest.raises(NotFound):
        node_for(cast.vera.pk, cast.unit.pk)
    with pytest.raises(NotAllowed):
        node_for(cast.vera.pk, cast.project.pk, Capability.EDIT)
    assert node_for(cast.bob.pk, cast.project.pk, Capability.EDIT).name == "The project"


@pytest.mark.parametrize(
    "run",
    [
        list,
        lambda nodes: nodes.count(),
        lambda nodes: nodes.exists(),
        lambda nodes: nodes.first(),
        lambda nodes: nodes.update(name="x"),
        lambda nodes: nodes.delete(),
        lambda nodes: list(nodes.values("id")),
        lambda nodes: list(Person.objects.filter(id__in=nodes.values("manager_id"))),
    ],
)
def test_a_query_that_names_nobody_refuses_to_run(cast: Cast, run) -> None:
    with pytest.raises(Unscoped):
        run(Node.objects.filter(kind="project"))


def test_an_unscoped_query_says_why(cast: Cast) -> None:
    with pytest.raises(ValueError, match="reason"):
        Node.objects.unscoped(reason="")
    assert Node.objects.unscoped(reason="a test").count() == 5


def test_words_of_capabilities_are_in_the_order_of_their_bits() -> None:
    assert words(Capability.EDIT | Capability.VIEW) == ["view", "edit"]
    assert [role.key for role in ROLES if not role.capabilities & Capability.VIEW] == []


@given(st.lists(IDS, min_size=1, max_size=8))
def test_the_beginnings_of_a_path_are_those_of_its_ancestors(ids: list[int]) -> None:
    path, above = "", []
    for one in ids:
        path = child_path(path, one)
        above.append(path)
    assert list(prefixes(path)) == above


@given(st.lists(IDS, min_size=2, max_size=4, unique=True), IDS)
def test_below_is_a_range(ids: list[int], other: int) -> None:
    parent = child_path("", ids[0])
    low, high = span(parent)
    path = parent
    for one in ids[1:]:
        path = child_path(path, one)
        assert low <= path < high
    assert (low <= child_path("", other) < high) == (other == ids[0])
    assert covering([path, parent, path]) == (parent,)
