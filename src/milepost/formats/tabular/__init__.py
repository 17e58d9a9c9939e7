"""Lists in and out: csv, tsv and what is pasted, xlsx, xls and ods in; CSV, XLSX and JSON out.

Read by `sandbox.run_reader("tabular", data)`, never in the server's own process.
"""

from milepost.formats.tabular.escaping import escaped, is_dangerous, unescaped
from milepost.formats.tabular.model import Book, Table, Value
from milepost.formats.tabular.reading import read_book
from milepost.formats.tabular.writing import OutColumn, OutRow, csv_pieces, write_xlsx

__all__ = ["Book", "OutColumn", "OutRow", "Table", "Value", "csv_pieces", "escaped", "is_dangerous", "read_book", "unescaped", "write_xlsx"]
