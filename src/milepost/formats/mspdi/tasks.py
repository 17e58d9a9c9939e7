"""Read a task: its plain values, links, baselines and what the tool had computed for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from lxml import etree

from milepost.formats.mspdi.elements import fill, keep, pick, text_of
from milepost.formats.mspdi.model import (
    ELAPSED_FORMATS,
    PERCENT_FORMATS,
    Baseline,
    ConstraintKind,
    LagUnit,
    Link,
    LinkKind,
    Stored,
    Task,
    TimePhased,
)
from milepost.formats.mspdi.report import Log
from milepost.formats.mspdi.schema import BASELINE, LINK, STORED, TASK, TIME_PHASED, Field
from milepost.formats.mspdi.values import MONEY, NUMBER, PERCENT, SPAN, TENTHS

T = TypeVar("T")
CONSTRAINTS: tuple[ConstraintKind, ...] = ("ASAP", "ALAP", "MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT")
LINK_KINDS: tuple[LinkKind, ...] = ("FF", "FS", "SF", "SS")
KNOWN_FORMATS = frozenset({*range(3, 13), 19, 20, 21, *range(35, 45), 51, 52, 53})
# Kinds of time-phased data that hold money; the rest hold work, material or percent.
COST_TYPES = frozenset({5, 6, 8, 10, *range(17, 77, 6), *range(19, 77, 6), *range(21, 77, 6)})
_TABLE = {**TASK, **{tag: Field(tag, f"stored.{field.name}", field.codec) for tag, field in STORED.items()}}
_LAG = Field("LinkLag", "lag", TENTHS)
_PERCENT_LAG = Field("LinkLag", "lag", PERCENT)


def read_task(element: etree._Element, log: Log) -> Task | None:
    """The task, or None with a finding where it has no UID. Its parent is known only when all tasks are."""
    values, rest = fill(element, _TABLE, log, _name_of(element))
    if "uid" not in values:
        log.change("task.without_uid", _name_of(element), "The task has no UID; it was left out.")
        return None
    where = f"task {values['uid']}"
    stored = Stored(**{name[7:]: values.pop(name) for name in list(values) if name.startswith("stored.")})
    found, rest = pick(rest, "ConstraintType", "PredecessorLink", "Baseline", "TimephasedData")
    if (calendar := values.get("calendar_uid")) is not None and calendar < 0:
        values["calendar_uid"] = None
    values.setdefault("outline_level", _level(values))
    return Task(
        constraint=_choice(CONSTRAINTS, text_of(found["ConstraintType"]) or "0", "constraint", log, where),
        links=tuple(link for one in found["PredecessorLink"] if (link := _read_link(one, log, where))),
        baselines=read_baselines(found["Baseline"], "Task", log, where),
        time_phased=read_time_phased(found["TimephasedData"], log, where),
        stored=stored,
        others=keep("Task", rest, log),
        **values,
    )


def _level(values: Mapping[str, Any]) -> int:
    """The outline level of a task that does not say it: the depth of its outline number; the project's own task has the UID 0."""
    if values["uid"] == 0:
        return 0
    number = str(values.get("outline_number", "1"))
    return 0 if number == "0" else number.count(".") + 1


def _name_of(element: etree._Element) -> str:
    uid = text_of(child for child in element if str(child.tag).endswith("}UID"))
    return f"task {uid}" if uid else f"the task in line {element.sourceline}"


def _choice(choices: tuple[T, ...], text: str, what: str, log: Log, where: str) -> T:
    if text.isdigit() and int(text) < len(choices):
        return choices[int(text)]
    log.change(f"task.unknown_{what}", where, f"The kind of {what} “{text[:20]}” is unknown; it was read as the usual one.")
    return choices[0]


def _read_link(element: etree._Element, log: Log, where: str) -> Link | None:
    values, rest = fill(element, LINK, log, where)
    found, _ = pick(rest, "Type", "LinkLag", "CrossProject")
    if "predecessor" not in values:
        log.change("link.without_predecessor", where, "A link does not say its predecessor; it was left out.")
        return None
    if text_of(found["CrossProject"]) in {"1", "true"} and "cross_project" not in values:
        values["cross_project"] = ""
    kind_text = text_of(found["Type"]) or "1"
    kind: LinkKind = "FS"
    if kind_text.isdigit() and int(kind_text) < len(LINK_KINDS):
        kind = LINK_KINDS[int(kind_text)]
    else:
        log.change("link.unknown_kind", where, f"The kind of link “{kind_text[:20]}” is unknown; it was read as finish to start.")
    lag, unit = _lag(text_of(found["LinkLag"]), values.get("lag_format", 7), log, where)
    return Link(kind=kind, lag=lag, lag_unit=unit, **values)


def _lag(text: str, lag_format: int, log: Log, where: str) -> tuple[int, LagUnit]:
    """A lag is tenths of a minute, or whole percent where its format says so."""
    if lag_format not in KNOWN_FORMATS:
        log.change("link.unknown_lag_unit", where, f"The unit {lag_format} of a lag is unknown; the lag was read as working time.")
    percent, elapsed = lag_format in PERCENT_FORMATS, lag_format in ELAPSED_FORMATS
    try:
        lag = (_PERCENT_LAG if percent else _LAG).codec.read(text) if text else 0
    except ValueError:
        log.change("value.unreadable", where, f"The lag “{text[:80]}” of a link is no lag that a plan can have; it was read as none.")
        lag = 0
    if percent:
        return lag, "elapsed_percent" if elapsed else "percent"
    return lag, "elapsed" if elapsed else "work"


def read_baselines(elements: Iterable[etree._Element], owner: str, log: Log, where: str) -> tuple[Baseline, ...]:
    """The baselines of a task, a resource or an assignment."""
    baselines = []
    for element in elements:
        values, rest = fill(element, BASELINE, log, f"a baseline of {where}")
        found, rest = pick(rest, "TimephasedData")
        phased = read_time_phased(found["TimephasedData"], log, where)
        baselines.append(Baseline(time_phased=phased, others=keep(f"{owner}/Baseline", rest, log), **values))
    return tuple(baselines)


def read_time_phased(elements: Iterable[etree._Element], log: Log, where: str) -> tuple[TimePhased, ...]:
    """Work or cost by period; a period without its type or its ends is left out with a finding."""
    periods = []
    for element in elements:
        values, rest = fill(element, TIME_PHASED, log, where)
        if not {"type", "start", "finish"} <= values.keys():
            log.change("time_phased.incomplete", where, "A period of time-phased data lacks its type or its dates; it was left out.")
            continue
        found, _ = pick(rest, "Value")
        periods.append(TimePhased(**values, **_value(values["type"], text_of(found["Value"]), log, where)))
    return tuple(periods)


def _value(kind: int, text: str, log: Log, where: str) -> dict[str, Any]:
    if not text:
        return {}
    try:
        if text.startswith(("P", "-P")):
            return {"seconds": SPAN.read(text)}
        return {"amount": (MONEY if kind in COST_TYPES else NUMBER).read(text)}
    except ValueError:
        log.change("value.unreadable", where, f"The value “{text[:80]}” of a period is neither work nor cost; it was left out.")
        return {}
