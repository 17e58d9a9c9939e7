"""Reading offices."""
