"""What a pack is: frozen data, each part with the key by which everything else names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Told: TypeAlias = Mapping[str, str]
"""A text by language; `en` is always there."""

SIZES = ("S", "M", "L")
STAGES = ("idea", "definition", "planning", "execution", "closing", "closed")
"""The values of a project's phase, in order. `on_hold` and `cancelled` stand outside: nothing is asked there."""
LIFE_CYCLES = ("predictive", "agile", "hybrid", "own")
FORMS = ("register", "document", "plan", "report")
SEVERITIES = ("advice", "warning", "error")
EVERY = ("week", "fortnight", "month", "quarter")
WORDS = ("project", "programme", "portfolio", "phase", "gate", "sponsor", "client", "task", "risk", "sprint")
"""The words of ours that an office may say in its own way."""
PROJECT_MANAGER = "project_manager"
"""The role whose burden is counted."""


@dataclass(frozen=True, slots=True)
class Size:
    """A size of project; one with a budget below `budget_below` (in the organisation's currency) is proposed it. None: no limit."""

    key: str
    about: Told
    budget_below: int | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the life cycle. `stage` is the value of the project's phase that it answers to, `after` the phases before it."""

    key: str
    title: Told
    about: Told
    stage: str
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a gate looks at; a must-criterion has no weight."""

    key: str
    say: Told
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Gate:
    """The way from one phase to another, and who opens it."""

    key: str
    title: Told
    about: Told
    leaves: str
    enters: str
    gatekeeper: str
    must: tuple[Criterion, ...] = ()
    should: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Artefact:
    """Something that a project has to have. Minutes: `make` once, `week` every week. No `sizes`, no `industry`: all.

    `form` is register (of `kind`), document (from `template`), plan or report (`every`). It is asked from `phase` to the end of `until`.
    """

    key: str
    title: Told
    why: Told
    form: str
    phase: str
    owner: str
    until: str = ""
    kind: str = ""
    template: Told = field(default_factory=dict)
    every: str = ""
    sizes: tuple[str, ...] = ()
    industry: tuple[str, ...] = ()
    make: int = 0
    week: int = 0
    fields: int = 0
    stale_after: int | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """A sentence that holds, why, and the rule (see `rules.py`) by which it is looked at, with its parameters in `takes`."""

    key: str
    say: Told
    why: Told
    severity: str
    rule: str
    takes: Mapping[str, Any] = field(default_factory=dict)
    sizes: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    procedure: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Procedure:
    """How something is done, in Markdown; `at` are the keys of artefacts, gates and policies beside which it is shown."""

    key: str
    title: Told
    text: Told
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """Who does what."""

    key: str
    title: Told
    does: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Raci:
    """For a process: who answers for it (exactly one), who does it, who is asked and who is told."""

    process: Told
    accountable: tuple[str, ...]
    responsible: tuple[str, ...]
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a course; `right` counts the answers from 1."""

    say: Told
    answers: tuple[Told, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Course:
    """Training for roles: a text to read and questions."""

    key: str
    title: Told
    roles: tuple[str, ...]
    minutes: int
    text: Told
    ask: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class StartTask:
    """A task that the plan of a new project begins with; the next one follows it."""

    name: Told
    days: int
    phase: str


@dataclass(frozen=True, slots=True)
class StartMessage:
    """A line of the communication plan that a new project begins with."""

    name: Told
    audience: Told
    purpose: Told
    channel: str
    frequency: str


@dataclass(frozen=True, slots=True)
class Start:
    """What a project of this pack is begun with: kinds of registers, lines of the communication plan, tasks."""

    sheets: tuple[str, ...] = ()
    communication: tuple[StartMessage, ...] = ()
    tasks: tuple[StartTask, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a pack may ask of a project manager: minutes a week, fields to keep, documents. None: no limit was set."""

    minutes: int | None = None
    fields: int | None = None
    documents: int | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """A method as an office wrote it. `types` are the types of office that it is for and `industry` the industries; empty: all."""

    key: str
    title: Told
    about: Told
    life_cycle: str
    types: tuple[str, ...] = ()
    industry: tuple[str, ...] = ()
    vocabulary: Mapping[str, Told] = field(default_factory=dict)
    budget: Budget = Budget()
    sizes: tuple[Size, ...] = ()
    phases: tuple[Phase, ...] = ()
    gates: tuple[Gate, ...] = ()
    artefacts: tuple[Artefact, ...] = ()
    policies: tuple[Policy, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    roles: tuple[Role, ...] = ()
    raci: tuple[Raci, ...] = ()
    courses: tuple[Course, ...] = ()
    start: Start = Start()

    @property
    def askable(self) -> frozenset[str]:
        """The keys of all that can be asked of a project: artefacts, policies, gates."""
        return keys_of(self.artefacts, self.policies, self.gates)

    def phase(self, key: str) -> Phase | None:
        """The phase with this key."""
        return next((one for one in self.phases if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Tailored:
    """What a project leaves out of its pack or takes on beyond it, and why. `do` is drop or add; `by` is person or industry."""

    key: str
    do: str
    reason: str
    by: str = "person"


def keys_of(*parts: Iterable[Artefact | Policy | Gate]) -> frozenset[str]:
    """The keys of all in these parts."""
    return frozenset(one.key for part in parts for one in part)
