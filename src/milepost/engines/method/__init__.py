"""The pure part of a method: what a pack says, whether it is whole, what it asks of a project of a size, what two versions differ in."""

from milepost.engines.method.asked import Asked, Proposal, asked_of, propose, whole
from milepost.engines.method.burden import Burden, burden
from milepost.engines.method.difference import Change, ForProject, difference, for_project
from milepost.engines.method.holes import Hole, holes, phases_in_order
from milepost.engines.method.model import Artefact, Gate, Pack, Policy, Tailored
from milepost.engines.method.rules import RULES, RuleShape

__all__ = [
    "RULES",
    "Artefact",
    "Asked",
    "Burden",
    "Change",
    "ForProject",
    "Gate",
    "Hole",
    "Pack",
    "Policy",
    "Proposal",
    "RuleShape",
    "Tailored",
    "asked_of",
    "burden",
    "difference",
    "for_project",
    "holes",
    "phases_in_order",
    "propose",
    "whole",
]
