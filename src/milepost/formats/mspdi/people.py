"""Read a resource and an assignment."""

from __future__ import annotations

from typing import Any

from lxml import etree

from milepost.formats.mspdi.elements import fill, keep, pick
from milepost.formats.mspdi.model import Assignment, Availability, Rate, Resource
from milepost.formats.mspdi.report import Log
from milepost.formats.mspdi.schema import ASSIGNMENT, AVAILABILITY, RATE, RESOURCE
from milepost.formats.mspdi.tasks import read_baselines, read_time_phased


def read_resource(element: etree._Element, log: Log) -> Resource | None:
    """The resource, or None with a finding where it has no UID."""
    values, rest = fill(element, RESOURCE, log, f"the resource in line {element.sourceline}")
    if "uid" not in values:
        log.change("resource.without_uid", f"line {element.sourceline}", "A resource has no UID; it was left out.")
        return None
    where = f"resource {values['uid']}"
    found, rest = pick(rest, "AvailabilityPeriods", "Rates", "Baseline", "TimephasedData")
    if (calendar := values.get("calendar_uid")) is not None and calendar < 0:
        values["calendar_uid"] = None
    return Resource(
        availability=tuple(Availability(**one) for one in _periods(found["AvailabilityPeriods"], AVAILABILITY, {"units"}, log, where)),
        rates=tuple(Rate(**one) for one in _periods(found["Rates"], RATE, set(), log, where)),
        baselines=read_baselines(found["Baseline"], "Resource", log, where),
        time_phased=read_time_phased(found["TimephasedData"], log, where),
        others=keep("Resource", rest, log),
        **values,
    )


def _periods(collections: list[etree._Element], table: Any, needed: set[str], log: Log, where: str) -> list[dict[str, Any]]:
    """Rates and availability hold for a period; one without its ends is left out with a finding."""
    periods = []
    for element in (element for collection in collections for element in collection):
        values, _ = fill(element, table, log, where)
        if {"first", "last", *needed} <= values.keys():
            periods.append(values)
        else:
            log.change("resource.incomplete_period", where, "A rate or an availability lacks its dates or its value; it was left out.")
    return periods


def read_assignment(element: etree._Element, log: Log) -> Assignment | None:
    """The assignment, or None with a finding where it does not say its own UID or its task's."""
    values, rest = fill(element, ASSIGNMENT, log, f"the assignment in line {element.sourceline}")
    if not {"uid", "task_uid"} <= values.keys():
        log.change("assignment.incomplete", f"line {element.sourceline}", "An assignment has no UID or no task; it was left out.")
        return None
    where = f"assignment {values['uid']}"
    found, rest = pick(rest, "Baseline", "TimephasedData")
    if (resource := values.get("resource_uid")) is not None and resource < 0:
        values["resource_uid"] = None
    return Assignment(
        baselines=read_baselines(found["Baseline"], "Assignment", log, where),
        time_phased=read_time_phased(found["TimephasedData"], log, where),
        others=keep("Assignment", rest, log),
        **values,
    )
