"""What a pack asks of whom, how much that is, and what another version would ask."""

from __future__ import annotations

from dataclasses import replace

from tests.engines.method.packs import artefact, pack, policy

from milepost.engines.method import Change, Pack, Tailored, asked_of, burden, difference, for_project, propose


def keys(given: Pack, size: str, stage: str | None, *tailoring: Tailored) -> set[str]:
    return set(asked_of(given, size, stage, tailoring).keys)


def test_m8_the_burden_is_what_the_project_manager_does() -> None:
    found = burden(pack(), "L", [Tailored("diary", "add", "construction", "industry")])
    assert (found.minutes, found.fields, found.documents, found.once) == (40, 6, 2, 120)
    assert {one.key: one.counts for one in found.parts} == {"charter": True, "raid": True, "weekly": True, "diary": False, "planned": True}
    assert burden(pack(), "S").minutes == 25


def test_m10_size_drops_and_additions_decide_what_is_asked() -> None:
    assert keys(pack(), "S", "execution") == {"charter", "weekly", "planned", "owned"}
    assert "raid" in keys(pack(), "S", "execution", Tailored("raid", "add", "many suppliers"))
    assert "charter" not in keys(pack(), "S", "execution", Tailored("charter", "drop", "in the contract"))
    assert "diary" not in keys(pack(), "L", "execution")
    assert "diary" in keys(pack(industry=("construction",)), "L", "execution")


def test_m11_a_stage_is_asked_what_has_begun() -> None:
    assert keys(pack(), "L", "definition") == {"charter", "raid", "planned", "g1"}
    assert keys(pack(), "L", None) == {"charter", "raid", "planned", "g1"}
    assert keys(pack(), "L", "on_hold") == keys(pack(), "L", "cancelled") == set()
    early = pack(artefacts=(artefact("raid", "register", kind="raid", until="define"), artefact("charter", until="define")), procedures=())
    assert keys(early, "L", "execution") & {"raid", "charter"} == {"charter"}


def test_m12_the_budget_proposes_a_size_and_the_industry_additions() -> None:
    assert [propose(pack(), budget).size for budget in (49_999, 50_000, 900_000, None)] == ["S", "M", "L", "L"]
    assert (propose(pack(), None).reason, propose(pack(), 10).reason) == ("size.no_budget", "size.below")
    assert propose(pack(), 10, "construction").tailoring == (Tailored("diary", "add", "construction", "industry"),)
    assert propose(pack(), 10, "it").tailoring == ()


def test_m13_versions_differ_by_what_was_added_removed_and_changed() -> None:
    old = pack()
    first, *others = old.artefacts
    new = replace(old, artefacts=(*reversed(others), replace(first, make=60)), policies=(old.policies[0], policy("budgeted", "no_budget")))
    assert difference(old, new) == [
        Change("artefacts", "charter", "changed", ("make",)),
        Change("policies", "budgeted", "added"),
        Change("policies", "owned", "removed"),
    ]
    assert difference(old, replace(old, artefacts=tuple(reversed(old.artefacts)))) == []


def test_m14_a_project_learns_what_becomes_asked_of_it() -> None:
    old = pack()
    new = replace(old, artefacts=(*old.artefacts[1:], artefact("case", week=10), artefact("late", phase="deliver")))
    found = for_project(old, new, "L", "definition")
    assert (found.asked, found.no_longer, found.asked_now) == (("case", "late"), ("charter",), ("case",))
    assert (found.minutes_before, found.minutes_after, found.once_before) == (40, 50, 120)
    kept_out = for_project(old, new, "L", "definition", [Tailored("case", "drop", "not needed")])
    assert (kept_out.asked, kept_out.minutes_after) == (("late",), 40)
