"""Searching the words of rows, comments and files: kept in the transaction of each edit, asked by the reader's rights."""

from milepost.apps.sheets.search.query import Hit, search

__all__ = ["Hit", "search"]
