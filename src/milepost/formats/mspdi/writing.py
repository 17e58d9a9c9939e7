"""Write a plan as Microsoft Project XML: the order of the schema, what Milepost does not use as it came."""

from __future__ import annotations

from io import BytesIO

from lxml import etree

from milepost.formats.mspdi import order, schema
from milepost.formats.mspdi.building import kept, named, ordered, plain
from milepost.formats.mspdi.calendar_writing import calendar_element
from milepost.formats.mspdi.model import Assignment, Baseline, Link, PlanFile, Resource, Task, TimePhased
from milepost.formats.mspdi.tasks import CONSTRAINTS, COST_TYPES, LINK_KINDS
from milepost.formats.mspdi.values import MONEY, NUMBER, SPAN, write_tenths

_NOBODY = -65535
_HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Project xmlns="{schema.NAMESPACE}">\n'.encode()
_FOOT = b"</Project>\n"


def write(plan: PlanFile) -> bytes:
    """The plan as a UTF-8 file that Microsoft Project opens; reading it again gives an equal plan."""
    out = BytesIO()
    out.write(_HEAD)
    for child in ordered("Project", order.PROJECT, [*plain(plan.properties, schema.PROPERTIES), *kept(plan.properties.others)]):
        out.write(_as_bytes(child))
    for tag, elements in (
        ("Calendars", (calendar_element(one) for one in plan.calendars)),
        ("Tasks", (_task(one) for one in plan.tasks)),
        ("Resources", (_resource(one) for one in plan.resources)),
        ("Assignments", (_assignment(one) for one in plan.assignments)),
    ):
        out.write(f"<{tag}>\n".encode())
        for element in elements:
            out.write(_as_bytes(element))
        out.write(f"</{tag}>\n".encode())
    out.write(_FOOT)
    return out.getvalue()


def _as_bytes(element: etree._Element) -> bytes:
    return etree.tostring(element, encoding="UTF-8", xml_declaration=False, pretty_print=True)


def _task(task: Task) -> etree._Element:
    children = [
        *plain(task, schema.TASK),
        *plain(task.stored, schema.STORED),
        named("ConstraintType", str(CONSTRAINTS.index(task.constraint))),
        *(_link(link) for link in task.links),
        *(_baseline(one) for one in task.baselines),
        *(_time_phased(one) for one in task.time_phased),
        *kept(task.others),
    ]
    return ordered("Task", order.TASK, children)


def _link(link: Link) -> etree._Element:
    percent = link.lag_unit in {"percent", "elapsed_percent"}
    children = [
        *plain(link, schema.LINK),
        named("Type", str(LINK_KINDS.index(link.kind))),
        named("CrossProject", "0" if link.cross_project is None else "1"),
        named("LinkLag", str(link.lag) if percent else write_tenths(link.lag)),
    ]
    return ordered("PredecessorLink", order.LINK, children)


def _baseline(baseline: Baseline) -> etree._Element:
    phased = [_time_phased(one) for one in baseline.time_phased]
    return ordered("Baseline", order.BASELINE, [*phased, *plain(baseline, schema.BASELINE), *kept(baseline.others)])


def _time_phased(period: TimePhased) -> etree._Element:
    value = [named("Value", SPAN.write(period.seconds))] if period.seconds is not None else []
    if period.amount is not None:
        value = [named("Value", (MONEY if period.type in COST_TYPES else NUMBER).write(period.amount))]
    return ordered("TimephasedData", order.TIME_PHASED, [*plain(period, schema.TIME_PHASED), *value])


def _resource(resource: Resource) -> etree._Element:
    available = [ordered("AvailabilityPeriod", order.AVAILABILITY, plain(one, schema.AVAILABILITY)) for one in resource.availability]
    rates = [ordered("Rate", order.RATE, plain(one, schema.RATE)) for one in resource.rates]
    children = [
        *plain(resource, schema.RESOURCE),
        *([named("AvailabilityPeriods", children=available)] if available else []),
        *([named("Rates", children=rates)] if rates else []),
        *(_baseline(one) for one in resource.baselines),
        *(_time_phased(one) for one in resource.time_phased),
        *kept(resource.others),
    ]
    return ordered("Resource", order.RESOURCE, children)


def _assignment(assignment: Assignment) -> etree._Element:
    children = [
        *plain(assignment, schema.ASSIGNMENT),
        *([named("ResourceUID", str(_NOBODY))] if assignment.resource_uid is None else []),
        *(_baseline(one) for one in assignment.baselines),
        *(_time_phased(one) for one in assignment.time_phased),
        *kept(assignment.others),
    ]
    return ordered("Assignment", order.ASSIGNMENT, children)
