"""Fitting a typed value to its column: what does not fit is kept as typed, `{"raw": ..., "problem": ...}`, with the reason."""

from milepost.apps.sheets.values.fitting import USER_TYPES, fit, storable
from milepost.apps.sheets.values.surroundings import DoesNotFit, Surroundings, day_length

__all__ = ["USER_TYPES", "DoesNotFit", "Surroundings", "day_length", "fit", "storable"]
