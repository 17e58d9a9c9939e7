"""The words that offices choose from: types, places, roles, functions, processes, decisions. The browser says them in each language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from django.db import models


class OfficeType(models.TextChoices):
    """How much an office controls."""

    SUPPORTIVE = "supportive", "Supportive"
    CONTROLLING = "controlling", "Controlling"
    DIRECTIVE = "directive", "Directive"


class Place(models.TextChoices):
    """Where in the organisation an office sits."""

    ENTERPRISE = "enterprise", "Enterprise"
    DIVISION = "division", "Division"
    DEPARTMENT = "department", "Department"
    PORTFOLIO = "portfolio", "Portfolio"
    PROGRAMME = "programme", "Programme"
    PROJECT = "project", "Project"


class OfficeRoleKey(models.TextChoices):
    """What somebody does in an office. Those on the bench are its project managers; a partner stands beside somebody else's."""

    DIRECTOR = "director", "Director"
    ANALYST = "analyst", "Analyst"
    PORTFOLIO_MANAGER = "portfolio_manager", "Portfolio manager"
    PROGRAMME_MANAGER = "programme_manager", "Programme manager"
    PROJECT_MANAGER = "project_manager", "Project manager"
    SCHEDULER = "scheduler", "Scheduler"
    RESOURCE_MANAGER = "resource_manager", "Resource manager"
    TRAINER = "trainer", "Trainer"
    PARTNER = "partner", "Partner"
    SPONSOR = "sponsor", "Sponsor"
    STEERING_COMMITTEE = "steering_committee", "Steering committee"
    DEPARTMENT_LEAD = "department_lead", "Department lead"
    CLIENT = "client", "Client"


class Horizon(models.TextChoices):
    """How far away a goal lies."""

    SHORT = "short", "Within a year"
    LONG = "long", "Beyond a year"


class Letter(models.TextChoices):
    """What a role is to a process."""

    R = "R", "Responsible"
    A = "A", "Accountable"
    C = "C", "Consulted"
    I = "I", "Informed"  # noqa: E741 -- the letter that everybody who knows RACI looks for


class Wish(models.TextChoices):
    """Why somebody opens the set-up assistant."""

    BUILD = "build", "Build"
    IMPROVE = "improve", "Improve"
    RUN = "run", "Run"


Decision = Literal[
    "request.triage",
    "request.approve",
    "plan.approve",
    "waiver.grant",
    "pack.adopt",
    "project.hold",
    "project.cancel",
    "project.close",
    "project.accept",
]
"""What authority is given for."""

DECISIONS: tuple[Decision, ...] = get_args(Decision)

FUNCTIONS = (
    "method",
    "training",
    "guidance",
    "lessons",
    "intake",
    "portfolio",
    "status_reporting",
    "check_ins",
    "plan_quality",
    "risk_oversight",
    "budget_control",
    "resource_management",
    "benefits",
    "gates",
    "delivery",
    "scheduling",
)
"""What an office may do for the organisation."""

PROCESSES = ("intake", "approval", "planning", "status", "change", "risk", "gate", "resources", "benefits", "closing", "training", "method")
"""Processes that responsibilities are shared out in; an office may name its own beside them."""

FOR_MONEY = frozenset({"request.approve", "plan.approve"})
"""Decisions that have an amount, so that authority for them may end at a threshold."""

ROLES_FOR: dict[str, tuple[OfficeRoleKey, ...]] = {
    "method": (OfficeRoleKey.ANALYST,),
    "training": (OfficeRoleKey.TRAINER,),
    "guidance": (OfficeRoleKey.ANALYST,),
    "lessons": (OfficeRoleKey.ANALYST,),
    "intake": (OfficeRoleKey.PORTFOLIO_MANAGER,),
    "portfolio": (OfficeRoleKey.PORTFOLIO_MANAGER,),
    "status_reporting": (OfficeRoleKey.ANALYST,),
    "check_ins": (OfficeRoleKey.PARTNER,),
    "plan_quality": (OfficeRoleKey.SCHEDULER,),
    "risk_oversight": (OfficeRoleKey.ANALYST,),
    "budget_control": (OfficeRoleKey.ANALYST,),
    "resource_management": (OfficeRoleKey.RESOURCE_MANAGER,),
    "benefits": (OfficeRoleKey.PORTFOLIO_MANAGER,),
    "gates": (OfficeRoleKey.STEERING_COMMITTEE,),
    "delivery": (OfficeRoleKey.PROJECT_MANAGER,),
    "scheduling": (OfficeRoleKey.SCHEDULER,),
}
"""Which roles each function needs somebody in."""


def roles_needed(functions: Iterable[str]) -> tuple[str, ...]:
    """The roles that an office with these functions needs, the director first."""
    wanted = {str(role) for key in functions for role in ROLES_FOR.get(key, ())}
    return tuple(role for role in OfficeRoleKey.values if role in wanted or role == OfficeRoleKey.DIRECTOR)
