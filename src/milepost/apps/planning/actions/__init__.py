"""The writes of plans, a verb a file."""
