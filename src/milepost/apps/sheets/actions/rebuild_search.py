"""Take up anew all that can be searched for."""

from __future__ import annotations

from django.db import transaction

from milepost.apps.sheets.models import Row, RowNamed, SearchText, Sheet
from milepost.apps.sheets.search.index import index_sheet


def rebuild_search() -> int:
    """Take up every sheet anew, each in a transaction of its own; how many texts there are. For the operator."""
    count = 0
    for sheet_id in list(Sheet.with_deleted.order_by("id").values_list("id", flat=True)):
        with transaction.atomic():
            sheet = Sheet.with_deleted.select_for_update().filter(id=sheet_id).first()
            count += index_sheet(sheet) if sheet else 0
    return count


def rebuild_missing_search() -> int:
    """The same where nothing was taken up yet, as after an update from before there was a search or a Home; 0 elsewhere."""
    if (SearchText.objects.exists() and RowNamed.objects.exists()) or not Row.objects.exists():
        return 0
    return rebuild_search()
