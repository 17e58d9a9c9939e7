"""What may be done with offices."""
