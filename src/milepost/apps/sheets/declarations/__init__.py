"""Kinds of sheets as declarations: one YAML file each, the shipped ones beside this module.

`read_declaration` makes a `Declaration` of a file's text, or says file, line and reason of everything that is wrong with it.
"""

from milepost.apps.sheets.declarations.model import Check, Declaration, Format, View, in_language
from milepost.apps.sheets.declarations.problems import DeclarationBroken
from milepost.apps.sheets.declarations.reading import read_declaration

__all__ = ["Check", "Declaration", "DeclarationBroken", "Format", "View", "in_language", "read_declaration"]
