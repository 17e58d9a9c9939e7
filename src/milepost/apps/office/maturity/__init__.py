"""How mature the management of projects is: our questions, assessments of a place, and the improvements that follow."""
