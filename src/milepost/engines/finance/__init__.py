"""What money does over time: present value, internal rate, payback, benefit to cost. The rules are in SPEC.md.

The public face: `value_case(years, rate)` gives all figures of a business case and how they come about.
"""

from milepost.engines.finance.model import Figures, NotAvailable, Year, YearWorked, of_nets
from milepost.engines.finance.valuing import internal_rate, payback, value_case

__all__ = ["Figures", "NotAvailable", "Year", "YearWorked", "internal_rate", "of_nets", "payback", "value_case"]
