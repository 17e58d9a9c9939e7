"""Microsoft Project XML (MSPDI): read it into frozen data with a report, and write it back."""

from milepost.formats.mspdi.errors import Unreadable
from milepost.formats.mspdi.model import PlanFile
from milepost.formats.mspdi.reading import read, read_with_report
from milepost.formats.mspdi.recurrence import days_of, periods_of
from milepost.formats.mspdi.report import Finding, Report
from milepost.formats.mspdi.writing import write

__all__ = ["Finding", "PlanFile", "Report", "Unreadable", "days_of", "periods_of", "read", "read_with_report", "write"]
