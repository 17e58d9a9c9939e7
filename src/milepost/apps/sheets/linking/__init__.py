"""Rows that point at rows of other sheets, and what they come to."""
