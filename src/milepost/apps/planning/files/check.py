"""Check a plan file: when it ends, what drives that, how far it is, and what is wrong with it."""

from milepost.apps.planning.files.model import PlanCheck


def check_plan(data: bytes, name: str) -> PlanCheck:
    """x"""
    raise NotImplementedError
