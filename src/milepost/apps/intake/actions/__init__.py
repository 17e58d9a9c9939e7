"""What is done with requests: one verb, one file."""
