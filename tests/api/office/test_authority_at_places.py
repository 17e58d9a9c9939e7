"""Who may decide what: set at places, with thresholds, by role and by person; refused tries are kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.cast import NOW, Cast

from milepost.apps.office.authority import deciding, demand
from milepost.apps.office.errors import NoAuthority
from milepost.apps.office.models import Authority, Office, OfficeRole
from milepost.apps.office.queries.authority import who_may_decide
from milepost.apps.office.queries.offices import office_for, types_for
from milepost.apps.office.queries.roles import held_by, people_of
from milepost.apps.trail.models import Event
from milepost.kernel.money import Money


def _office(cast: Cast, node, type: str) -> Office:
    return Office.objects.create(node=node, name=f"Office of {node.name}", type=type, place="division", founded_at=NOW)


def test_the_nearest_office_at_or_above_is_responsible(cast: Cast) -> None:
    _office(cast, cast.organisation, "supportive")
    near = _office(cast, cast.portfolio, "directive")
    found = office_for(cast.project.pk)
    assert found is not None
    assert (found.id, found.node_id, found.type, found.name) == (near.pk, cast.portfolio.pk, "directive", near.name)
    assert types_for([cast.project.pk, cast.unit.pk]) == {cast.project.pk: "directive", cast.unit.pk: "supportive"}
    near.closed_at = NOW
    near.save()
    assert types_for([cast.project.pk]) == {cast.project.pk: "supportive"}


def test_without_authority_set_those_decide_who_may_judge_the_parent(cast: Cast) -> None:
    assert who_may_decide(cast.project.pk, "request.approve", None) == (cast.alice.pk,)


def test_authority_is_added_up_from_place_to_place_and_ends_at_its_threshold(cast: Cast) -> None:
    office = _office(cast, cast.portfolio, "controlling")
    OfficeRole.objects.create(office=office, person=cast.mona, role="director", since=NOW)
    given = {"decision": "request.approve", "since": NOW}
    Authority.objects.create(node=cast.programme, person=cast.bob, up_to=Decimal(50_000), currency="EUR", **given)
    Authority.objects.create(node=cast.portfolio, role="director", **given)
    ask = cast.project.pk, "request.approve"
    assert set(who_may_decide(*ask, Money(Decimal(50_000), "EUR"))) == {cast.bob.pk, cast.mona.pk}
    assert who_may_decide(*ask, Money(Decimal("50000.01"), "EUR")) == (cast.mona.pk,)
    assert who_may_decide(*ask, Money(Decimal(1), "USD")) == (cast.mona.pk,)  # there is no rate to compare by
    assert [one.role for one in held_by(cast.mona.pk)] == [one.role for one in people_of(office.pk)] == ["director"]
    cast.mona.is_active = False
    cast.mona.save()
    assert who_may_decide(*ask, Money(Decimal(50_001), "EUR")) == ()


def test_a_try_without_authority_is_refused_with_names_and_recorded(cast: Cast) -> None:
    @deciding
    def approve(actor_id: int) -> None:
        Authority.objects.create(node=cast.project, decision="plan.approve", person=cast.bob, since=NOW)
        demand(actor_id, cast.project.pk, "request.approve", Money(Decimal(10), "EUR"), NOW)

    with pytest.raises(NoAuthority) as refused:
        approve(cast.vera.pk)
    assert refused.value.data["who"] == ["Alice"]
    assert not Authority.objects.exists()
    event = Event.objects.get(kind="authority.refused")
    assert (event.actor_id, event.node_id, event.data) == (
        cast.vera.pk,
        cast.project.pk,
        {"decision": "request.approve", "amount": "10 EUR"},
    )
    approve(cast.alice.pk)
    with pytest.raises(NoAuthority) as unnamed:
        approve(cast.gus.pk)  # a guest is not told who works here
    assert unnamed.value.data["who"] == []
