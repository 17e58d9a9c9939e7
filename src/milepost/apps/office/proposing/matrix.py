"""The usual responsibilities for what an office does, to begin with; every office changes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from milepost.apps.office.catalogue import OfficeRoleKey as Role
from milepost.apps.office.catalogue import OfficeType

_BY_FUNCTION: Mapping[str, tuple[str, Mapping[Role, str]]] = {
    "intake": ("intake", {Role.PORTFOLIO_MANAGER: "A", Role.ANALYST: "R", Role.DEPARTMENT_LEAD: "C", Role.SPONSOR: "I"}),
    "portfolio": ("approval", {Role.STEERING_COMMITTEE: "A", Role.PORTFOLIO_MANAGER: "R", Role.SPONSOR: "C", Role.PROJECT_MANAGER: "I"}),
    "gates": ("gate", {Role.STEERING_COMMITTEE: "A", Role.PROJECT_MANAGER: "R", Role.ANALYST: "C", Role.SPONSOR: "I"}),
    "status_reporting": ("status", {Role.PROJECT_MANAGER: "A", Role.ANALYST: "R", Role.SPONSOR: "I", Role.DIRECTOR: "I"}),
    "plan_quality": ("planning", {Role.PROJECT_MANAGER: "A", Role.SCHEDULER: "R", Role.DEPARTMENT_LEAD: "C"}),
    "scheduling": ("planning", {Role.PROJECT_MANAGER: "A", Role.SCHEDULER: "R", Role.DEPARTMENT_LEAD: "C"}),
    "risk_oversight": ("risk", {Role.PROJECT_MANAGER: "A", Role.ANALYST: "R", Role.SPONSOR: "I"}),
    "budget_control": ("change", {Role.SPONSOR: "A", Role.PROJECT_MANAGER: "R", Role.ANALYST: "C", Role.STEERING_COMMITTEE: "I"}),
    "resource_management": ("resources", {Role.RESOURCE_MANAGER: "AR", Role.DEPARTMENT_LEAD: "C", Role.PROJECT_MANAGER: "I"}),
    "benefits": ("benefits", {Role.SPONSOR: "A", Role.PORTFOLIO_MANAGER: "R", Role.DEPARTMENT_LEAD: "C"}),
    "training": ("training", {Role.DIRECTOR: "A", Role.TRAINER: "R", Role.PROJECT_MANAGER: "I"}),
    "method": ("method", {Role.DIRECTOR: "A", Role.ANALYST: "R", Role.PROJECT_MANAGER: "C"}),
    "lessons": ("closing", {Role.PROJECT_MANAGER: "A", Role.ANALYST: "R", Role.CLIENT: "C", Role.SPONSOR: "I"}),
}


def matrix_for(functions: Sequence[str], type: str) -> dict[str, dict[str, str]]:
    """Process to role to letters for these functions. A controlling office answers for the status with the manager, through its partner; a
    directive one through its own manager."""
    found = {process: dict(letters) for key in functions if key in _BY_FUNCTION for process, letters in [_BY_FUNCTION[key]]}
    if type == OfficeType.CONTROLLING:
        status = found.setdefault("status", {Role.PROJECT_MANAGER: "A", Role.SPONSOR: "I", Role.DIRECTOR: "I"})
        status[Role.PARTNER] = "R"
    if type == OfficeType.DIRECTIVE:
        found["planning"] = {Role.PROJECT_MANAGER: "A", Role.SCHEDULER: "R", Role.DIRECTOR: "C", Role.DEPARTMENT_LEAD: "I"}
    return {process: {str(role): its for role, its in letters.items()} for process, letters in found.items()}
