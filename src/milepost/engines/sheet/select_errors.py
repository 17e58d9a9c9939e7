"""What a filter, sort or group may be refused for."""

from __future__ import annotations

from milepost.kernel.errors import MilepostError


class BadSelection(MilepostError):
    """These rows cannot be chosen: {reason}."""

    code = "sheet.bad_selection"
    status = 422
