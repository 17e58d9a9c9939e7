"""Small packs for the rules of the method."""

from __future__ import annotations

from milepost.engines.method.model import (
    Artefact,
    Budget,
    Course,
    Criterion,
    Gate,
    Pack,
    Phase,
    Policy,
    Procedure,
    Question,
    Raci,
    Role,
    Size,
)


def told(text: str) -> dict[str, str]:
    return {"en": text}


def artefact(key: str, form: str = "document", **more: object) -> Artefact:
    given = {"title": told(key), "why": told(""), "phase": "define", "owner": "project_manager", **more}
    if form == "document":
        given.setdefault("template", told("# Text"))
    return Artefact(key=key, form=form, **given)  # type: ignore[arg-type]  # the fields are named by the tests


def policy(key: str, rule: str = "no_plan", **more: object) -> Policy:
    return Policy(key=key, say=told(key), why=told(""), severity="warning", rule=rule, **more)  # type: ignore[arg-type]  # as above


GATE = Gate("g1", told("Gate 1"), told(""), "define", "deliver", "sponsor", (Criterion("m1", told("Is it agreed?")),))
RACI = Raci(told("Planning"), ("sponsor",), ("project_manager",))
COURSE = Course("basics", told("Basics"), ("project_manager",), 20, told("Text"), (Question(told("?"), (told("yes"), told("no")), 1),))


def pack(**more: object) -> Pack:
    parts: dict[str, object] = {
        "phases": (
            Phase("define", told("Define"), told(""), "definition"),
            Phase("deliver", told("Deliver"), told(""), "execution", ("define",)),
        ),
        "sizes": (Size("S", told(""), 50_000), Size("M", told(""), 500_000), Size("L", told(""))),
        "gates": (GATE,),
        "artefacts": (
            artefact("charter", make=120),
            artefact("raid", "register", kind="raid", week=15, fields=6, sizes=("M", "L")),
            artefact("weekly", "report", every="week", week=20, phase="deliver"),
            artefact("diary", "register", kind="diary", phase="deliver", owner="sponsor", week=60, industry=("construction",)),
        ),
        "policies": (policy("planned", minutes=5), policy("owned", "no_manager", stages=("execution",))),
        "procedures": (Procedure("log", told("Keep the log"), told("Text"), ("raid",)),),
        "roles": (Role("project_manager", told("Project manager")), Role("sponsor", told("Sponsor"))),
        "raci": (RACI,),
        "courses": (COURSE,),
        "budget": Budget(60, 10, 4),
        **more,
    }
    return Pack(key="own", title=told("Own"), about=told(""), life_cycle="predictive", **parts)  # type: ignore[arg-type]  # as above
