"""The writes of sheets, a verb a file."""
