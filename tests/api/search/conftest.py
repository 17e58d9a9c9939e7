"""The budget that the cast works on."""

from tests.api.sheets.conftest import budget, opened, sheet_id

__all__ = ["budget", "opened", "sheet_id"]
