"""The rules that a policy may name, and what each takes. The checks themselves stand where the facts are, in the app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a rule takes: `type` is number, word or words; `among` are the words that it can be, empty: any."""

    type: str
    needed: bool = True
    least: int = 0
    most: int = 100_000
    among: tuple[str, ...] = ()

    def fits(self, value: Any) -> bool:
        """Whether a value is one that the rule understands."""
        if self.type == "number":
            return isinstance(value, int | float) and not isinstance(value, bool) and self.least <= value <= self.most
        if self.type == "word":
            return isinstance(value, str) and bool(value) and (not self.among or value in self.among)
        listed = isinstance(value, list | tuple) and bool(value)
        return listed and all(isinstance(one, str) and (not self.among or one in self.among) for one in value)


@dataclass(frozen=True, slots=True)
class RuleShape:
    """A rule by its key, with a sentence for authors of packs, and what it takes by name."""

    key: str
    about: str
    takes: Mapping[str, Parameter] = field(default_factory=dict)


_DAYS = Parameter("number", needed=False, most=3650)
_ANY_KIND = Parameter("word", needed=False)
_FIELDS = ("manager", "sponsor", "client", "priority", "category", "phase", "start", "finish", "baseline_finish", "budget", "description")
_LOOKS = ("dangling", "negative_float", "unstatused", "hard_constraint", "manual")

RULES: Mapping[str, RuleShape] = {
    one.key: one
    for one in (
        RuleShape(
            "missing_artefact", "An artefact that is asked of the project is not there.", {"artefact": Parameter("word", needed=False)}
        ),
        RuleShape("stale_log", "A register was not changed for some days while entries are open.", {"kind": _ANY_KIND, "days": _DAYS}),
        RuleShape("no_plan", "There is no plan with tasks."),
        RuleShape("no_baseline", "The plan has no baseline."),
        RuleShape("no_manager", "Nobody manages the project."),
        RuleShape("no_sponsor", "Nobody sponsors the project."),
        RuleShape(
            "plan_not_sound",
            "The plan has more weak spots of some kind than it may.",
            {"looks": Parameter("words", needed=False, among=_LOOKS), "most": Parameter("number", needed=False)},
        ),
        RuleShape("milestone_without_owner", "An open milestone has nobody who owns it."),
        RuleShape("phase_without_gate", "A phase of the pack begins without a gate being in the plan."),
        RuleShape("risk_without_owner", "An open risk has nobody who owns it."),
        RuleShape(
            "risk_without_response", "An open risk with this score or more has no response.", {"score": Parameter("number", False, 1, 25)}
        ),
        RuleShape("overdue_rows", "Open rows of a register are past their date.", {"kind": _ANY_KIND, "days": _DAYS}),
        RuleShape("no_budget", "No budget is said."),
        RuleShape("status_not_stated", "The status of the project was not stated for some days.", {"days": _DAYS}),
        RuleShape("check_in_overdue", "A check-in with the office is past its date.", {"days": _DAYS}),
        RuleShape("finish_passed", "The forecast finish lies in the past and the project is still open."),
        RuleShape("missing_fields", "Something in the profile of a project is left empty.", {"fields": Parameter("words", among=_FIELDS)}),
    )
}
