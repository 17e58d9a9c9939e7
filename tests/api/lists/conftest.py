"""Lists that the cast brings in through the API."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import xlsxwriter

from milepost.apps.org.models import Person

Answer = dict[str, Any]


class Importer:
    """Somebody who brings lists in."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    def upload(self, data: bytes, name: str = "list.csv") -> int:
        """An upload's id."""
        answer = self.browser.post("/api/v1/uploads", data, content_type="application/octet-stream", headers={"X-File-Name": name})
        assert answer.status_code == 201, answer.content
        found: int = answer.json()["id"]
        return found

    def post(self, address: str, body: Any, expect: int = 200) -> Answer:
        """The answer to a POST."""
        answer = self.browser.post(f"/api/v1/{address}", body, content_type="application/json")
        assert answer.status_code == expect, answer.content
        found: Answer = answer.json()
        return found

    def check(self, data: bytes | str, expect: int = 200, **wish: Any) -> Answer:
        """The report on a file, or on pasted text."""
        given = {"text": data} if isinstance(data, str) else {"upload_id": self.upload(data)}
        return self.post("lists/check", {**given, **wish}, expect)

    def bring(self, report: Answer, what: str = "all") -> Answer:
        """The progress behind the import of what was checked."""
        told = {"upload_id": report["upload_id"], "report_id": report["report_id"], "what": what}
        progress = self.post("lists", told, 201)
        while progress["state"] == "running":
            progress = self.post(f"lists/{progress['id']}/go", {})
        return progress

    def rows(self, sheet_id: int) -> list[Answer]:
        """The rows of a register, in order."""
        answer = self.browser.get(f"/api/v1/sheets/{sheet_id}")
        assert answer.status_code == 200, answer.content
        found: list[Answer] = answer.json()["rows"]
        return found


@pytest.fixture
def importer(as_: Any) -> Callable[[Person], Importer]:
    """`importer(bob).check(...)`."""
    return lambda person: Importer(as_(person))


def cells(rows: list[Answer], *keys: str) -> list[tuple[Any, ...]]:
    """Some cells of each row."""
    return [tuple(row["cells"].get(key) for key in keys) for row in rows]


def findings(report: Answer, code: str) -> list[tuple[int | None, str | None]]:
    """Row and column of the findings of a code."""
    return [(one["row"], one["column"]) for one in report["findings"] if one["code"] == code]


def messy_workbook(projects: int = 47) -> bytes:
    """An office's own list of its projects: a title above the header, merged cells, dates in three styles, doubles, failed formulas,
    sixty empty columns, a total below."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Projects")
        day, money = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"num_format": '#,##0.00 "€"'})
        sheet.merge_range(0, 0, 0, 8, "Project portfolio, as of March 2026")
        heads = ["No.", "Project", "Department", "Project manager", "Status", "Start", "End", "Budget"]
        sheet.write_row(2, 0, heads)
        sheet.write(2, 68, "Remarks")
        for at in range(projects):
            line = at + 3
            sheet.write_row(line, 0, [f"P-{at + 1:03}", f"Project {at + 1}"])
            sheet.write(line, 3, ("Alice", "Bob", "Nobody Known")[at % 3])
            sheet.write(line, 4, ("green", "Gelb", "on track")[at % 3])
            _write_day(sheet, line, 5, date(2026, 1 + at % 12, 14), at % 3, day)
            _write_day(sheet, line, 6, date(2027, 1 + at % 12, 28), (at + 1) % 3, day)
            sheet.write(line, 7, 10_000 + at, money)
            sheet.write(line, 68, f"Remark {at}")
        for first in range(3, projects + 3, 5):
            last = min(first + 4, projects + 2)
            if last > first:
                sheet.merge_range(first, 2, last, 2, f"Department {(first - 3) // 15 + 1}")
            else:
                sheet.write(first, 2, f"Department {(first - 3) // 15 + 1}")
        sheet.write_row(projects + 3, 0, ["P-001", "Project 1 once more"])
        sheet.write_formula(5, 7, "=1/0", None, "#DIV/0!")
        sheet.write_formula(6, 5, "=A999", None, "#REF!")
        sheet.write(projects + 4, 0, "Total")
        sheet.write(projects + 4, 7, 999_999, money)
    return file.getvalue()


def _write_day(sheet: Any, line: int, column: int, day: date, style: int, look: Any) -> None:
    if style == 0:
        sheet.write_datetime(line, column, day, look)
    else:
        sheet.write(line, column, f"{day:%d.%m.%Y}" if style == 1 else f"{day:%Y-%m-%d}")
