"""What a file may be instead of a plan, each said with what to do."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class Unreadable(MilepostError):
    """This file cannot be read as a plan."""

    code = "plan.unreadable"
    status = 422


class EmptyFile(Unreadable):
    """The file is empty. Save the plan again in Microsoft Project: File > Save As > XML Format."""

    code = "plan.empty"


class NotXml(Unreadable):
    """This is {found}, not Microsoft Project XML. {remedy}"""

    code = "plan.not_xml"


class BrokenXml(Unreadable):
    """The XML breaks off or is damaged in line {line}: {problem}. Save the plan again in Microsoft Project: File > Save As > XML Format."""

    code = "plan.broken_xml"


class WrongEncoding(Unreadable):
    """Line {line} holds bytes that are not {encoding}, which the file claims to be. Save it again as UTF-8, or correct its first line."""

    code = "plan.wrong_encoding"


class HasDoctype(Unreadable):
    """The file declares a document type, which no plan needs and which can hide an attack. Remove the <!DOCTYPE ...> part and try again."""

    code = "plan.doctype"


class NotAPlan(Unreadable):
    """This XML starts with <{root}>, not with the <Project> of Microsoft Project. Save the plan there: File > Save As > XML Format."""

    code = "plan.not_a_plan"


class TooManyParts(Unreadable):
    """There are more than {limit} tasks, resources, assignments or calendars in the file, more than one plan can hold. Split it."""

    code = "plan.too_many_parts"


class NoTasks(Unreadable):
    """The file is Microsoft Project XML, but there is no task in it."""

    code = "plan.no_tasks"
